import type { Fact } from '../fact.ts';
import { ratio } from '../statistics.ts';
import { pilot, workProgramme } from './settings.ts';

const [easiest, hardest] = ['outcome.rate[fifth=1]', 'outcome.rate[fifth=5]'];
const band = { above: 2, below: 7 };

export const f01: Fact = {
  id: 'F1',
  claim:
    'Outcomes fall with need even where all clients get the same time: the easiest fifth has two to seven times those of the hardest.',
  source: 'published evidence, F1: outcome rates of benefit groups in programmes and without them',
  kind: 'hard',
  how: 'set',
  howSo:
    'The slope by need (betaNeed) was chosen in the pilot for a gradient of this size and taken over in the Work Programme. What could fail is that service or stay undo it.',
  runs: {
    pilot: { ...pilot('asBuilt'), reference: 'equalTime' },
    programme: { ...workProgramme('asRun'), reference: 'equalTime' },
  },
  parts: [
    {
      says: 'In the pilot with equal time, the outcome rate of the easiest fifth over that of the hardest',
      values: ratio('pilot', 'asBuilt@equalTime', easiest, hardest),
      ratio: true,
      unit: 'times',
      band,
      bandFrom: 'the band of the fact',
    },
    {
      says: 'In the Work Programme with equal time, the outcome rate of the easiest fifth over that of the hardest',
      values: ratio('programme', 'asRun@equalTime', easiest, hardest),
      ratio: true,
      unit: 'times',
      band,
      bandFrom: 'the band of the fact',
    },
  ],
};
