import type { MeasureDoc } from './measure.ts';

const WHOLE_RUN = 'It is counted over the whole run, not by cohort.';
const AT_HAND = 'hours at hand';

/** The catalogue of how caseworkers' hours are divided, and of what prevention did. */
export const dutiesDocs: MeasureDoc[] = [
  {
    id: 'staff.hoursShare',
    kind: 'world',
    unit: `share of ${AT_HAND}`,
    definition:
      'What caseworkers’ hours went to: clients, contacts in form only, recording, other duties, duties on slack, or nothing.',
    formula: `Hours of the use / ${AT_HAND}; the uses clients, formOnly, recording, otherDuties, onSlack and unclaimed add up to 1.`,
    reading: 'What is left for people when the file and all else have had their share.',
    caveat: `Hours for administration (\`adminShare\`) are not at hand; where hours follow load, neither are those of half-empty weeks. Unclaimed are hours that no client, duty or record was there to take. ${WHOLE_RUN}`,
    slices: ['use', 'use,role'],
  },
  {
    id: 'staff.recordingShare',
    kind: 'world',
    unit: `share of ${AT_HAND}`,
    definition: 'Share of caseworkers’ hours that duties of recording take.',
    formula: `Hours of recording / ${AT_HAND}.`,
    reading: 'High: the file eats the service.',
    caveat: `Recording that the scenario counts as administration (\`adminShare\`) is not in it. ${WHOLE_RUN}`,
    slices: ['role'],
  },
  {
    id: 'staff.dutyShare',
    kind: 'world',
    unit: `share of ${AT_HAND}`,
    definition: 'Share of caseworkers’ hours that duties take: all of them, or one.',
    formula: `Hours of the duties / ${AT_HAND}; with a duty, those of its role alone.`,
    reading: 'Shows which duty competes with clients.',
    caveat: `What was asked and left undone is not in it. ${WHOLE_RUN}`,
    slices: ['role', 'duty'],
  },
  {
    id: 'prevented.count',
    kind: 'world',
    unit: 'people',
    definition: 'People who would have been referred, and whom prevention kept from it.',
    formula: 'People whom a duty of prevention kept away, by the office that they would have come to.',
    reading: 'Work whose success is that nobody comes.',
    caveat: `They are in no other measure, nor among the referred. A count, so that it grows with size and with \`scale\`. ${WHOLE_RUN}`,
    slices: ['office'],
  },
];
