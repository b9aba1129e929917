import type { MeasureDoc } from './measure.ts';

const WHOLE_RUN = 'It is counted over the whole run, not by cohort.';
const COUNT = `A count, so that it grows with size and with \`scale\`. ${WHOLE_RUN}`;
const SLICES = ['event', 'event,office', 'event,disposition'];
const DISPOSITION =
  'By disposition it counts those of the caseworker who records the event, or else of the client’s caseworker of the main role; events without one are in no disposition.';

/** The catalogue of what happened, what is on record of it, and what was paid. */
export const recordDocs: MeasureDoc[] = [
  {
    id: 'event.count',
    kind: 'world',
    unit: 'events',
    definition: 'Events that truly happened to clients while they were attached.',
    formula: `Events of attached clients, each time that they happen; the whole is the main event. ${DISPOSITION}`,
    reading: 'What was done, whoever has it on paper.',
    caveat: COUNT,
    slices: SLICES,
  },
  {
    id: 'recorded.count',
    kind: 'world',
    unit: 'events',
    definition: 'Events that came on record, true or not: what the commissioner reads.',
    formula: `True events on record + invented ones that no audit struck; the whole is the main event. ${DISPOSITION}`,
    reading: 'Below event.count: work that nobody sees on paper. Above it: paper without the work.',
    caveat: `An event that was invented and then happened is one record. ${COUNT}`,
    slices: SLICES,
  },
  {
    id: 'paid.count',
    kind: 'world',
    unit: 'events',
    definition: 'Events on record that were worth money to the office when they came on record.',
    formula: `Events on record, true or not, for which all instruments together have a price above 0 at that time: a fee, or what one more event is believed to bring towards a target or a rank; the whole is the main event. ${DISPOSITION}`,
    reading: 'Below recorded.count: work on record that the scheme leaves unpaid.',
    caveat: `An event towards a target counts, whether the target is met or not; one beyond it does not. ${COUNT}`,
    slices: SLICES,
  },
  {
    id: 'reported.gap',
    kind: 'world',
    unit: 'share of true events',
    definition: 'How far the record stands from what happened, for the same event.',
    formula: '(recorded.count − event.count) / event.count.',
    reading:
      'Below 0: the record leaves work out. Above 0: it holds more than happened. Near 0 may be both at once: see unrecorded.share and misreport.share.',
    caveat: `Undefined without a duty of recording, since then all is on record at once. ${WHOLE_RUN}`,
    slices: SLICES,
  },
  {
    id: 'unrecorded.share',
    kind: 'world',
    unit: 'share of true events',
    better: 'lower',
    definition: 'Share of true events, or with a role of its contacts, that are not on record.',
    formula:
      'Events lost (too old, or with nobody left to record them) or still waiting at the end / event.count; of contacts, those struck by an audit as well, by the disposition of who made them.',
    reading: 'High: good work stays unseen and unpaid.',
    caveat: `Undefined without a duty of recording. ${WHOLE_RUN}`,
    slices: [...SLICES, 'role', 'role,disposition'],
  },
  {
    id: 'misreport.share',
    kind: 'world',
    unit: 'share of events on record',
    better: 'lower',
    definition: 'Share of the events on record that had not happened when they were entered.',
    formula: 'Invented events that no audit struck / recorded.count.',
    reading: 'Above 0: the record holds paper without the work.',
    caveat: `What happens afterwards makes the record true and stays a misreport here. Undefined without a duty of recording. ${WHOLE_RUN}`,
    slices: SLICES,
  },
  {
    id: 'record.delay',
    kind: 'world',
    unit: 'weeks',
    better: 'lower',
    definition: 'Weeks from an event, or with a role from a contact, to its record.',
    formula: 'Mean over true events that came on record; 0 for what is on record at once.',
    reading: 'High: what the commissioner reads is old.',
    caveat: `What is lost or still waits is not in it, so that a short time to expiry makes delays look short. Undefined without a duty of recording. ${WHOLE_RUN}`,
    slices: ['event', 'role'],
  },
  {
    id: 'record.backlog',
    kind: 'world',
    unit: 'hours a caseworker',
    better: 'lower',
    definition: 'Hours of records that wait to be written, per caseworker who has to record.',
    formula:
      'Mean over the weeks with referrals of hours that wait at the end of the week, per caseworker in post of roles with a duty of recording.',
    reading: 'High: paper waits, and what waits is neither seen nor paid.',
    caveat: `The follow-up, in which work runs down, is left out. Undefined without a duty of recording. ${WHOLE_RUN}`,
    slices: ['role'],
  },
];
