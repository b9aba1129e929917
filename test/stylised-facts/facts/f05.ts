import type { Fact } from '../fact.ts';
import { contrast } from '../statistics.ts';
import { workProgramme } from './settings.ts';

export const f05: Fact = {
  id: 'F5',
  claim:
    'Prices for coarse groups push creaming inside the groups: the part between groups narrows, the part within does not.',
  source: 'published evidence, F5',
  kind: 'hard',
  how: 'emerges',
  howSo:
    'A price that is the same for a whole group cannot tell its members apart; that the part within does not shrink is found.',
  runs: { programme: workProgramme('flatPrice', 'parityPrice') },
  parts: [
    {
      says: 'Change of the concentration between groups (below 0 at one price) when ESA prices are raised',
      values: contrast('programme', 'creaming.between', { of: 'parityPrice', less: 'flatPrice' }),
      band: { above: 0 },
    },
    {
      says: 'Change of the concentration within groups (below 0 at one price) when ESA prices are raised',
      values: contrast('programme', 'creaming.within', { of: 'parityPrice', less: 'flatPrice' }),
      band: { below: 0 },
      bandFrom: 'does not narrow: creaming within stays or grows',
    },
  ],
};
