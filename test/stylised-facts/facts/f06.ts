import type { Fact } from '../fact.ts';
import { contrast } from '../statistics.ts';
import { pilot, workProgramme } from './settings.ts';

const money = { of: 'outcomesOnly', less: 'blockGrant' };
const pilotMoney = { of: 'sameSpend', less: 'blockGrant' };
const asLong = { above: -0.01, below: 0.01 };
const asLongFrom = 'not longer is read as within one point, the tolerance of the pilot’s own figure';

export const f06: Fact = {
  id: 'F6',
  claim: 'Pay for outcomes alone raises placements of the employable, but not how long jobs last.',
  source: 'published evidence, F6: the Netherlands, no cure no pay',
  kind: 'hard',
  how: 'partly',
  howSo:
    'Who is placed follows from where time goes. That help does little for how long a job lasts is set (lossContact), with this fact in view.',
  runs: {
    programme: { ...workProgramme('blockGrant', 'outcomesOnly') },
    pilot: pilot('blockGrant', 'sameSpend'),
  },
  parts: [
    {
      says: 'Work Programme: change of job starts of the easiest fifth within two years, from a block grant to outcomes alone',
      values: contrast('programme', 'jobs.placed[fifth=1]', money),
      unit: 'points',
      band: { above: 0 },
    },
    {
      says: 'Work Programme: change of job starts of the hardest fifth',
      values: contrast('programme', 'jobs.placed[fifth=5]', money),
      unit: 'points',
      band: { below: 0.01 },
      bandFrom: 'of the employable alone: the hardest do not gain a point',
    },
    {
      says: 'Work Programme: change of the share of first jobs that last half a year',
      values: contrast('programme', 'jobs.lasting', money),
      unit: 'points',
      band: asLong,
      bandFrom: asLongFrom,
    },
    {
      says: 'Pilot: change of job starts of the easiest fifth within two years, from a block grant to outcomes alone',
      values: contrast('pilot', 'jobs.placed[fifth=1]', pilotMoney),
      unit: 'points',
      band: { above: 0 },
      expects: 'cannot be told',
    },
    {
      says: 'Pilot: change of the share of first jobs that last half a year',
      values: contrast('pilot', 'jobs.lasting', pilotMoney),
      unit: 'points',
      band: asLong,
      bandFrom: asLongFrom,
      expects: 'not shown',
    },
  ],
  reason:
    'It shows in the Work Programme. In the pilot three fifths of the outcome money hang on a job that lasts a year, so that visits to people in work are worth making there, and they keep some in their jobs although an hour does little for it. They are hours that the search for jobs does not get.',
};
