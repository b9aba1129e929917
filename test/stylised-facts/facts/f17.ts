import type { Fact } from '../fact.ts';
import { contrast, gap } from '../statistics.ts';
import { workProgramme } from './settings.ts';

export const f17: Fact = {
  id: 'F17',
  claim:
    'Groups that are set statistically predict outcomes better than benefit type, and leave less creaming within groups.',
  source: 'published evidence, F17',
  kind: 'soft',
  how: 'partly',
  howSo:
    'How well the statistical model sees need is set. That its classes beat groups which know a shift of their own, and what prices by predicted need leave of creaming, is found.',
  runs: {
    programme: workProgramme('flatPrice', 'asRun', 'statisticalGroups'),
    prediction: { ...workProgramme('asRun'), reading: 'prediction' },
  },
  parts: [
    {
      says: 'Share of the variance of outcomes without service that seven classes by predicted need explain, less that of the seven payment groups',
      values: gap('prediction', 'asRun', 'explained.predicted', 'explained.groups'),
      unit: 'points',
      band: { above: 0 },
    },
    {
      says: 'Change of the concentration within payment groups (below 0: creaming), from prices by payment group to prices by predicted need',
      values: contrast('programme', 'creaming.within', { of: 'statisticalGroups', less: 'asRun' }),
      band: { above: 0 },
    },
  ],
};
