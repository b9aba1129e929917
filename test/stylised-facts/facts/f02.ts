import type { Fact } from '../fact.ts';
import { contrast, level } from '../statistics.ts';
import { pilot, workProgramme } from './settings.ts';

const key = 'creaming.concentration';

export const f02: Fact = {
  id: 'F2',
  claim:
    'Pay for outcomes at one price turns time to easy clients, and more so the larger the share of the money that hangs on outcomes.',
  source: 'published evidence, F2',
  kind: 'hard',
  how: 'emerges',
  howSo:
    'No rule prefers easy clients. That caseworkers expect outcomes by level and not by gain is assumed (F10), and so is how much they care for what is paid.',
  runs: {
    programme: workProgramme('blockGrant', 'halfBlock', 'outcomesOnly'),
    pilot: pilot('blockGrant', 'sameSpend'),
  },
  parts: [
    {
      says: 'Work Programme: concentration of hours over need (below 0: to the easy) with all money on outcomes at one price',
      values: level('programme', 'outcomesOnly', key),
      band: { below: 0 },
    },
    {
      says: 'Work Programme: change of the concentration from none to half of the same money on outcomes',
      values: contrast('programme', key, { of: 'halfBlock', less: 'blockGrant' }),
      band: { below: 0 },
    },
    {
      says: 'Work Programme: change of the concentration from half to all of the same money on outcomes',
      values: contrast('programme', key, { of: 'outcomesOnly', less: 'halfBlock' }),
      band: { below: 0 },
    },
    {
      says: 'Pilot: concentration of hours over need with all money on outcomes at one price',
      values: level('pilot', 'sameSpend', key),
      band: { below: 0 },
    },
    {
      says: 'Pilot: change of the concentration from none to all of the same money on outcomes',
      values: contrast('pilot', key, { of: 'sameSpend', less: 'blockGrant' }),
      band: { below: 0 },
    },
  ],
};
