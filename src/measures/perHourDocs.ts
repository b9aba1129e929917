import type { MeasureDoc } from './measure.ts';

const WHOLE_RUN = 'It is counted over the whole run, not by cohort.';
const UNDEFINED = 'Undefined without a duty of recording.';
const HOURS =
  '100 hours at hand of caseworkers of this disposition in the role that records the event, other duties included';
const PACE_CAVEAT = `Where clients belong to a team, what one disposition leaves another finds. For events with a record of their own only. ${UNDEFINED} ${WHOLE_RUN}`;

/** The catalogue of what dispositions do with their hours: seeing people, the record, and what of it is paid. */
export const perHourDocs: MeasureDoc[] = [
  {
    id: 'event.perHour',
    kind: 'world',
    unit: 'events in 100 hours',
    definition: 'Events that truly happened, for 100 hours of the caseworkers who are to record them.',
    formula: `event.count by disposition / ${HOURS}.`,
    reading: 'Who sees most people; with a group, who sees most of that group.',
    caveat: `With a group only where all who are to record the event have seen the client. ${PACE_CAVEAT}`,
    slices: ['event,disposition', 'event,disposition,group'],
  },
  {
    id: 'recorded.perHour',
    kind: 'world',
    unit: 'events in 100 hours',
    definition: 'Events that came on record, for 100 hours of the caseworkers who record them.',
    formula: `recorded.count by disposition / ${HOURS}.`,
    reading: 'What a commissioner would see of them.',
    caveat: PACE_CAVEAT,
    slices: ['event,disposition'],
  },
  {
    id: 'paid.perHour',
    kind: 'world',
    unit: 'events in 100 hours',
    definition: 'Events on record that were worth money, for 100 hours of the caseworkers who record them.',
    formula: `paid.count by disposition / ${HOURS}.`,
    reading: 'Beside event.perHour: whose work pays, and whose does good unpaid.',
    caveat: PACE_CAVEAT,
    slices: ['event,disposition'],
  },
  {
    id: 'event.hours',
    kind: 'world',
    unit: 'hours an event',
    definition:
      'Hours of contact and record of the role that records the event, for each time that it happens.',
    formula: '(Hours of contact + hours of recording of the role) / event.count.',
    reading: 'What one of them costs in time, all paperwork that is done included.',
    caveat: `Contacts without the event count, too; where a role records several events each bears all of it. ${UNDEFINED} ${WHOLE_RUN}`,
    slices: ['event'],
  },
  {
    id: 'staff.deskShare',
    kind: 'world',
    unit: 'share of hours for clients and their record',
    definition: 'Of the hours that go to clients and to the record of them, the share of the record.',
    formula: 'Hours of recording / (hours of contact + hours of recording).',
    reading: 'Where a disposition stands between seeing people and writing about them.',
    caveat: `Other duties are in neither: see staff.recordingShare. ${UNDEFINED} ${WHOLE_RUN}`,
    slices: ['role', 'role,disposition'],
  },
];
