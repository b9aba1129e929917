import type { Fact } from '../fact.ts';
import { contrast } from '../statistics.ts';
import { workProgramme } from './settings.ts';

const pay = { of: 'paid', less: 'unpaid' };
const gamed =
  'commissioner: {scoring: {role: adviser, gaming: 0.1}}, caseworkers: {roles: {adviser: {integrity: 0.5}}}';

export const f11: Fact = {
  id: 'F11',
  claim: 'A proxy that is paid for can improve while the true outcome does not.',
  source: 'published evidence, F11',
  kind: 'hard',
  how: 'partly',
  howSo:
    'How far staff of little integrity shift a score that is paid is set (scoring.gaming, integrity; honest by default). That the true distance stays where it was is found.',
  runs: {
    programme: {
      ...workProgramme('unpaid', 'paid'),
      set: [
        `designs.unpaid={set: {${gamed}}}`,
        `designs.paid={set: {${gamed}, incentives: {progress: {kind: progress, role: adviser, amount: 2350}}}}`,
      ],
    },
  },
  parts: [
    {
      says: 'Change of the scored distance that clients travel when it is paid for',
      values: contrast('programme', 'progress.scored', pay),
      band: { above: 0 },
    },
    {
      says: 'Change of the true distance between the same scores, as a share of the change of the scored one',
      values: (found) => {
        const scored = contrast('programme', 'progress.scored', pay)(found);
        return contrast('programme', 'progress.true', pay)(found).map((change, at) => change / scored[at]);
      },
      unit: 'percent',
      band: { below: 0.1 },
      bandFrom: 'not improving is read as less than a tenth of what the record shows',
    },
  ],
};
