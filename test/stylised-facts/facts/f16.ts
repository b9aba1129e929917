import type { Fact } from '../fact.ts';
import { contrast } from '../statistics.ts';
import { pilot } from './settings.ts';

const pressed = (base: number): string =>
  `{set: {incentives: {power: {kind: sanctions}}, offices: {contractorA: {pressure: {base: ${base}, response: 0}}, contractorB: {pressure: {base: ${base}, response: 0}}}}}`;

export const f16: Fact = {
  id: 'F16',
  claim: 'Pressure on providers raises sanctions.',
  source: 'published evidence, F16',
  kind: 'soft',
  how: 'set',
  howSo:
    'The chance of a sanction has a term for pressure, put there for this fact; 0 is in its range. Only its sign and size in all clients are read here.',
  runs: {
    pilot: {
      ...pilot('calm', 'pressed'),
      set: [`designs.calm=${pressed(0)}`, `designs.pressed=${pressed(0.75)}`],
    },
  },
  parts: [
    {
      says: 'Change of the share of clients who are sanctioned, from no pressure to the most that is assumed for the pilot',
      values: contrast('pilot', 'event.rate[event=sanctioned]', { of: 'pressed', less: 'calm' }),
      unit: 'points',
      band: { above: 0 },
    },
  ],
};
