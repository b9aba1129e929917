/** What happened, what is on record of it, and what was paid, of clients while attached. */
export interface RecordCounts {
  /** Cells of the columns below: office × (dispositions + 1) + disposition, the last for events without a caseworker. */
  readonly dispositions: number;
  /** [event][cell] events that happened. */
  readonly happened: Float64Array[];
  /** [event][cell] true events that came on record, but for those that stood there already, invented. */
  readonly recorded: Float64Array[];
  /** [event][cell] events on record that did not happen. */
  readonly invented: Float64Array[];
  /** [event][cell] events that happened after they had been invented, and stand on record since then. */
  readonly cameTrue: Float64Array[];
  /** [event][cell] events that nobody recorded in time. */
  readonly lost: Float64Array[];
  /** [event][cell] events on record, true or not, that brought money or counted towards it. */
  readonly paid: Float64Array[];
  /** [event] invented events that an audit found. */
  readonly foundEvents: Float64Array;
  /** [event] steps from event to record, summed over true events on record. */
  readonly eventDelay: Float64Array;
  /** [role] contacts that were made, are on record (not struck), and were lost; those in form only that an audit found. */
  readonly contactsMade: Float64Array;
  readonly contactsRecorded: Float64Array;
  readonly contactsLost: Float64Array;
  /** [role][disposition of who made them, the last without a caseworker] contacts made, and on record (not struck). */
  readonly contactsMadeBy: Float64Array[];
  readonly contactsRecordedBy: Float64Array[];
  readonly foundContacts: Float64Array;
  /** [role] steps from contact to record, summed. */
  readonly contactDelay: Float64Array;
}

export function createCounts(
  events: number,
  roles: number,
  offices: number,
  dispositions: number,
): RecordCounts {
  const cells = () => Array.from({ length: events }, () => new Float64Array(offices * (dispositions + 1)));
  const byRole = () => Array.from({ length: roles }, () => new Float64Array(dispositions + 1));
  return {
    dispositions,
    happened: cells(),
    recorded: cells(),
    invented: cells(),
    cameTrue: cells(),
    lost: cells(),
    paid: cells(),
    foundEvents: new Float64Array(events),
    eventDelay: new Float64Array(events),
    contactsMade: new Float64Array(roles),
    contactsRecorded: new Float64Array(roles),
    contactsLost: new Float64Array(roles),
    contactsMadeBy: byRole(),
    contactsRecordedBy: byRole(),
    foundContacts: new Float64Array(roles),
    contactDelay: new Float64Array(roles),
  };
}
