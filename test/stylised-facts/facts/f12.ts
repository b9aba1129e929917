import type { Fact } from '../fact.ts';
import { contrast } from '../statistics.ts';

const terms = (rest: string): string =>
  `{set: {incentives: {count: {${rest}, threshold: 260, period: 4, heldAgainst: 0}}}}`;
const bonus = { of: 'threshold', less: 'flat' };

export const f12: Fact = {
  id: 'F12',
  claim: 'Threshold targets bring bunching just above the threshold, and effort stops after it.',
  source: 'published evidence, F12; Bevan & Hood (threshold effects)',
  kind: 'hard',
  how: 'emerges',
  howSo:
    'The bonus is about what the fee by the piece pays, and the threshold lies where that fee reaches it and an unpaid team does not: one out of reach moves little. Both are assumed, and chosen so after trial runs with a higher threshold. When people are put on record is the caseworkers’ choice between the desk and those who wait.',
  runs: {
    diversion: {
      scenario: 'liaison-diversion',
      only: ['flat', 'threshold', 'unpaid'],
      set: [
        'clock.referralWeeks=52',
        'commissioner.reviews=null',
        'measures={published: null, claims: null, goodhart: null}',
        'designs={nationalCounts: null, localBlock: null, cheapRecording: null, formsCut: null, learningCommissioner: null, weakBlock: null, weakCounts: null}',
        'designs.unpaid={set: {incentives: {count: null}}}',
        `designs.flat=${terms('amount: 100, bonus: 0')}`,
        `designs.threshold=${terms('amount: 0, bonus: 32000')}`,
      ],
      scale: 1,
      replicates: 12,
      reading: 'targetPeriods',
    },
  },
  parts: [
    {
      says: 'Change of the share of four-week periods that end within a tenth above the threshold, from a fee by the piece to a bonus at the threshold',
      values: contrast('diversion', 'target.above', bonus),
      unit: 'points',
      band: { above: 0 },
      bandFrom: 'just above is read as within a tenth',
    },
    {
      says: 'Of the reports a day that the bonus adds to those of an unpaid team before the threshold is reached, the share that goes on after it',
      values: ({ diversion }) => {
        const unpaid = diversion('unpaid', 'target.mean');
        const before = diversion('threshold', 'target.before');
        return diversion('threshold', 'target.after').map(
          (after, at) => (after - unpaid[at]) / (before[at] - unpaid[at]),
        );
      },
      unit: 'percent',
      band: { below: 0.5 },
      bandFrom: 'stops is read as more than half of it',
    },
  ],
};
