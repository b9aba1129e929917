import type { Fact } from '../fact.ts';
import { level } from '../statistics.ts';
import { workProgramme } from './settings.ts';

const weak = { above: -0.3, below: 0.3 };

export const f10: Fact = {
  id: 'F10',
  claim:
    'Caseworkers predict levels, not gains: their ranking of clients by expected outcome correlates weakly with what service truly brings them.',
  source: 'published evidence, F10',
  kind: 'hard',
  how: 'partly',
  howSo:
    'That caseworkers look at levels is set (insight 0); how levels and gains go together follows from the hazards.',
  runs: {
    programme: { ...workProgramme('asRun'), scale: 0.2, replicates: 5, reading: 'gains' },
  },
  parts: [
    {
      says: 'Correlation of the rank by expected chance of a job with the gain in one life, all with the same time',
      values: level('programme', 'asRun', 'gains.oneLife'),
      band: weak,
      bandFrom: 'weak is read as below 0.3 either way',
    },
    {
      says: 'Correlation of the same rank with the expected gain of the same people over many lives, luck taken out',
      values: level('programme', 'asRun', 'gains.true'),
      band: weak,
      bandFrom: 'weak is read as below 0.3 either way',
      expects: 'not shown',
    },
  ],
  reason:
    'In single lives luck hides it: nearly all of the difference between a client and the twin is chance, and so anything correlates weakly with it. Taken over many lives of the same people the ranking tells gains well. Contact adds the same to the logit of everybody’s chance, so that who is nearer to work gains more by the same hour, and levels and gains go together. A client who is hard to place and easy to help is not in the model.',
};
