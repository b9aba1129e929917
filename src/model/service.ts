import { type StepColumn, stepColumn } from './stepColumn.ts';

/** Where a client stands with the programme, apart from the pathway of life. */
export const Status = {
  /** Not referred yet. */
  future: 0,
  attached: 1,
  /** Did not want the place. */
  declined: 2,
  /** Was refused the place. */
  refused: 3,
  droppedOut: 4,
  /** Reached the end of the stay, or a final stage, or was sustained. */
  completed: 5,
  /** Was never referred: prevention came before. */
  prevented: 6,
} as const;

/** What kind of contact a client had with a role in a step. */
export const Contact = {
  none: 0,
  /** Real contact that touches a barrier which needs help, or a client without such a barrier. */
  matched: 1,
  /** Real hours in an activity that touches none of the client's barriers: the holding pattern. */
  holding: 2,
  /** Contact in form only. */
  token: 3,
} as const;

/** What the programme has done with each client: columns over `People`. */
export interface ServiceTable {
  readonly status: Uint8Array;
  /** Office that the client is referred to: by the shares at referral, which a review may have shifted. */
  readonly office: Uint8Array;
  /** Step of attachment, −1 if never. */
  readonly attachedAt: StepColumn;
  /** Step at which attachment ended, −1 while it lasts or never began. */
  readonly endedAt: StepColumn;
  /** [role][row]: caseworker row, −1 if none; where clients belong to a team, who saw the client last, −1 before. */
  readonly worker: Int32Array[];
  readonly trust: Float64Array;
  /** [role][row]: recent contact R, hours a week. */
  readonly recent: Float64Array[];
  /** Contact hours so far with roles whose contact moves barriers. */
  readonly contactHours: Float64Array;
  /** Real contacts so far with such roles, at most 65,535. */
  readonly contacts: Uint16Array;
  /** Recent hours a week with such roles that touched no barrier that needs help; empty where no formula reads `mismatch`. */
  readonly unmatched: Float64Array;
  /** Step of the last real contact with such a role; the step before attachment at first. */
  readonly lastReal: StepColumn;
  /** [role][row]: step of the last real contact with the role; the step before attachment at first. */
  readonly lastRealOfRole: StepColumn[];
  /** [role][row]: step of the last recorded contact (real or token) with the role. */
  readonly lastRecorded: StepColumn[];
  /** [role][row]: hours in this step (real contact only). */
  readonly hours: Float32Array[];
  /** [role][row]: kind of contact in this step, a value of `Contact`. */
  readonly contact: Uint8Array[];
  /** [role][row]: activity of this step's contact, −1 for none. */
  readonly activity: Int8Array[];
  /** [role][row]: activity of the last real contact, −1 if none yet. */
  readonly lastActivity: Int8Array[];
  /** 1 once a latent barrier is found (or none was hidden). */
  readonly found: Uint8Array;
  /** Step until which a client who was passed back speaks louder, −1 if never. */
  readonly passedBackUntil: Int32Array;
  /** [row]: need as it was scored last for the record, NaN before the first score. */
  readonly score: Float64Array;
  /** Step of that score, −1 before the first. */
  readonly scoredAt: StepColumn;
  /** Step at which a sanction ends, −1 if none is on. */
  readonly sanctionedUntil: Int32Array;
  /** [event][row]: first step at which the event happened while the client was attached, −1 if never. */
  readonly hadFirst: StepColumn[];
  /** [event][row]: first step at which the programme could claim the event, true or not: it was on record, −1 if never. */
  readonly claimedFirst: StepColumn[];
  /** Step at which a crisis ends, −1 if none is on. */
  readonly crisisUntil: Int32Array;
  /** Rows of all attached clients, in order of row; the first `attachedCount` are valid. */
  readonly attached: Int32Array;
  attachedCount: number;
}

/** Columns for `count` people of whom nobody is referred yet. */
export function createService(
  count: number,
  roles: number,
  events: number,
  trustStart: Float64Array,
  office: Uint8Array,
  seesMismatch = false,
): ServiceTable {
  const perRole = <T>(make: () => T): T[] => Array.from({ length: roles }, make);
  const never = () => stepColumn(count);
  // What ends later than the run may end at any step.
  const until = () => new Int32Array(count).fill(-1);
  return {
    status: new Uint8Array(count),
    office: office.slice(),
    attachedAt: never(),
    endedAt: never(),
    worker: perRole(() => new Int32Array(count).fill(-1)),
    trust: trustStart.slice(),
    recent: perRole(() => new Float64Array(count)),
    contactHours: new Float64Array(count),
    contacts: new Uint16Array(count),
    unmatched: new Float64Array(seesMismatch ? count : 0),
    lastReal: never(),
    lastRealOfRole: perRole(never),
    lastRecorded: perRole(never),
    hours: perRole(() => new Float32Array(count)),
    contact: perRole(() => new Uint8Array(count)),
    activity: perRole(() => new Int8Array(count).fill(-1)),
    lastActivity: perRole(() => new Int8Array(count).fill(-1)),
    found: new Uint8Array(count),
    passedBackUntil: until(),
    score: new Float64Array(count).fill(Number.NaN),
    scoredAt: never(),
    sanctionedUntil: until(),
    hadFirst: Array.from({ length: events }, never),
    claimedFirst: Array.from({ length: events }, never),
    crisisUntil: until(),
    attached: new Int32Array(count),
    attachedCount: 0,
  };
}
