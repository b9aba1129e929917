import type { Fact } from '../fact.ts';
import { contrast, level } from '../statistics.ts';
import { pilot } from './settings.ts';

export const f07: Fact = {
  id: 'F7',
  claim:
    'Money upfront without pay for outcomes makes providers enrol many and do little for some: parking without creaming.',
  source: 'published evidence, F7: France, private providers',
  kind: 'soft',
  how: 'emerges',
  howSo:
    'That a fee for a place makes refusal rarer follows from how places are refused; who is seen is not set.',
  runs: {
    pilot: {
      ...pilot('upfront', 'blockGrant'),
      set: [
        'caseworkers.roles.keyWorker.posts=45',
        'designs.upfront={set: {timeline: {reweighting: null}, incentives: {attachment: {amount: 1287}, start: null, sustainment: null}}}',
      ],
    },
  },
  parts: [
    {
      says: 'Change of the share of the referred who are attached, from a block grant to the same money on attachment',
      values: contrast('pilot', 'attached.rate', { of: 'upfront', less: 'blockGrant' }),
      unit: 'points',
      band: { above: 0 },
    },
    {
      says: 'Concentration of hours over need with all money on attachment (below 0: creaming)',
      values: level('pilot', 'upfront', 'creaming.concentration'),
      band: { above: 0 },
    },
    {
      says: 'Share of clients unseen in more than half of their weeks with all money on attachment, at 150 clients a key worker',
      values: level('pilot', 'upfront', 'parking.mostly'),
      unit: 'percent',
      band: { above: 0.05 },
      bandFrom: 'some is read as more than one in twenty; no source gives a share',
      expects: 'not shown',
    },
  ],
  reason:
    'Many are enrolled, and nobody is creamed. But caseworkers here always work their hours: effort is divided and cannot be withheld. Where no outcome is paid they divide it by need and by turn, and nobody waits for long. A provider that keeps money instead of hiring is not in the model.',
};
