import type { Fact } from '../fact.ts';
import { contrast } from '../statistics.ts';

const terms = (rest: string): string =>
  `{set: {incentives: {count: {${rest}, threshold: 260, period: 4, heldAgainst: 0}}}}`;
const bonus = { of: 'threshold', less: 'flat' };

export const f12: Fact = {
  id: 'F12',
  claim: 'Threshold targets bring bunching just above the threshold, and effort stops after it.',
  source: 'EVIDENCE F12; Bevan & Hood (threshold effects)',
  kind: 'hard',
  how: 'emerges',
  howSo:
    'What is worth what is set by the terms: the bonus is about what the fee by the piece pays. When people are put on record is the caseworkers’ choice between the desk and those who wait.',
  runs: {
    diversion: {
      scenario: 'liaison-diversion',
      only: ['flat', 'threshold'],
      set: [
        'clock.referralWeeks=52',
        'commissioner.reviews=null',
        'measures={published: null, claims: null, goodhart: null}',
        'designs={nationalCounts: null, localBlock: null, cheapRecording: null, formsCut: null, learningCommissioner: null, weakBlock: null, weakCounts: null}',
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
      says: 'Change of reports a day after the threshold over those before it',
      values: contrast('diversion', 'target.afterOverBefore', bonus),
      band: { below: 0 },
    },
  ],
};
