import type { Fact } from '../fact.ts';
import type { Found } from '../runs.ts';
import { contrast } from '../statistics.ts';

/** A number of the runs with posts emptied less the same without, on the same luck. */
const effect = (loop: Found, key: string): number[] => {
  const plain = loop('loop', key);
  return loop('loop@emptied', key).map((value, at) => value - plain[at]);
};

export const f15: Fact = {
  id: 'F15',
  claim: 'Load, burnout and exits form a loop: after a shock of overload standards recover only in part.',
  source: 'published evidence, F15',
  kind: 'soft',
  how: 'partly',
  howSo:
    'That load brings burnout and burnout exits is set, here at the top of the ranges. Whether the loop outlives the shock is found.',
  runs: {
    programme: {
      scenario: 'creaming-without-cream',
      only: ['loop', 'cut'],
      set: [
        'clock={referralWeeks: 156, followUp: 26}',
        'measures={horizon: 26, window: 26, claims: null}',
        'clients.referrals=24',
        'pathway.programme={stay: 26}',
        'caseworkers.roles.adviser={posts: 40, fullLoad: 11}',
        'caseworkers.burnout={response: 0.05, recovery: 0.03}',
        'caseworkers.staffing={turnover: {base: 0.22, burnoutEffect: 3}, hiring: {lag: 13}}',
        'offices.provider.pressure={response: 0}',
        'designs={bothRoots: null, payoffOnly: null, copingOnly: null, neitherRoot: null}',
        'designs.loop={set: {}}',
        'designs.cut={set: {caseworkers: {staffing: {turnover: {burnoutEffect: 0}}}}}',
      ],
      scale: 1,
      replicates: 12,
      reading: 'emptiedPosts',
    },
  },
  parts: [
    {
      says: 'Rise of burnout in the half-year in which a third of the posts is empty',
      values: ({ programme }) => effect(programme, 'standard.burnout[half=4]'),
      band: { above: 0 },
    },
    {
      says: 'Share of posts vacant before the shock, less that where burnout drives nobody out',
      values: contrast('programme', 'standard.vacancy[half=3]', { of: 'loop', less: 'cut' }),
      unit: 'points',
      band: { above: 0 },
    },
    {
      says: 'Contact hours a client-week lost by the shock in the half-year in which posts are empty',
      values: ({ programme }) => effect(programme, 'standard.hours[half=4]'),
      band: { below: 0 },
    },
    {
      says: 'Contact hours a client-week still lost in the half-year after posts can be filled again',
      values: ({ programme }) => effect(programme, 'standard.hours[half=5]'),
      band: { below: 0 },
      expects: 'cannot be told',
    },
  ],
  reason:
    'The links of the loop are there, but it dies out as soon as posts can be filled: whoever is worn out leaves, and newcomers are fresh, so that exits carry burnout out of the staff. In another small programme and a window that was chosen after the fact a small loss can be told (`test/stylised-facts/burnoutLoop.test.ts`): that is no ground to call it shown.',
};
