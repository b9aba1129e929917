import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  meanOf,
  type PayoutTerms,
  payout,
  valueAt,
  withKeptAdvance,
} from '../../../src/model/areaReward/payout.ts';
import { normalDensity } from '../../../src/random/special.ts';

const pilot: PayoutTerms = { threshold: 0.05, cap: 0.2, shareBelow: 0.5, shareAbove: 1, penalty: 0 };

describe('what a fall of demand pays', () => {
  const of = (x: number, terms: Partial<PayoutTerms> = {}) => valueAt(payout({ ...pilot, ...terms }), x);

  test('is nothing short of the threshold, half of the saving there, then all of it, up to the cap', () => {
    const figures = [-1, 0, 0.0499, 0.05, 0.1, 0.2, 0.9].map((x) => of(x));
    expect(figures).toEqual([
      0,
      0,
      0,
      0.025,
      0.025 + 0.05,
      0.025 + 0.15000000000000002,
      0.025 + 0.15000000000000002,
    ]);
  });

  test('is a share of a rise above the baseline where there is a penalty, up to the cap', () => {
    const figures = [-0.5, -0.2, -0.1, 0, 0.04].map((x) => of(x, { penalty: 0.4 }));
    for (const [at, figure] of figures.entries())
      expect(figure).toBeCloseTo([-0.08, -0.08, -0.04, 0, 0][at], 15);
  });

  test('has no jump without a share below the threshold, and no slope where the threshold is the cap', () => {
    expect(of(0.05, { shareBelow: 0 })).toBe(0);
    expect([0.19, 0.2, 0.3].map((x) => of(x, { threshold: 0.2 }))).toEqual([0, 0.1, 0.1]);
    expect([-0.01, 0, 0.1].map((x) => of(x, { threshold: 0 }))).toEqual([0, 0, 0.1]);
  });
});

/** All corners: no threshold, no cap beyond it, no shares, no penalty. */
const share = (max: number) => fc.integer({ min: 0, max: 100 }).map((k) => (max * k) / 100);
const anyTerms = fc
  .record({
    threshold: share(0.3),
    more: share(0.3),
    shareBelow: share(1),
    shareAbove: share(1),
    penalty: share(1),
  })
  .map(({ more, ...terms }): PayoutTerms => ({ ...terms, cap: terms.threshold + more }));

describe('with an advance that is kept', () => {
  test('pays what is earned beyond it, the penalty on top', () => {
    fc.assert(
      fc.property(anyTerms, share(0.3), share(2), (terms, advance, shifted) => {
        const x = shifted - 1;
        const pieces = payout(terms);
        const plain = valueAt(pieces, x);
        const expected = plain < 0 ? plain + advance : Math.max(advance, plain);
        expect(valueAt(withKeptAdvance(pieces, advance), x)).toBeCloseTo(expected, 12);
      }),
      { numRuns: 400, seed: 1 },
    );
  });
});

/** Midpoints of a fine grid over ten standard deviations, with all corners on the grid. */
function integrated(pieces: ReturnType<typeof payout>, mean: number, sd: number): number {
  const [low, high] = [mean - 10 * sd, mean + 10 * sd];
  const inside = pieces.map(({ from }) => Math.min(high, Math.max(low, from)));
  const corners = [low, ...inside, high].sort((a, b) => a - b);
  let sum = 0;
  for (let k = 1; k < corners.length; k++) {
    const [from, to] = [corners[k - 1], corners[k]];
    const n = 2000;
    const width = (to - from) / n;
    for (let at = 0; at < n; at++) {
      const x = from + (at + 0.5) * width;
      sum += (valueAt(pieces, x) * normalDensity((x - mean) / sd) * width) / sd;
    }
  }
  return sum;
}

describe('the mean over a normal fall', () => {
  test('is the integral, with penalty and advance, to six digits', () => {
    fc.assert(
      fc.property(anyTerms, share(0.2), share(0.6), share(0.3), (terms, advance, shifted, spread) => {
        const pieces = withKeptAdvance(payout(terms), advance);
        const [mean, sd] = [shifted - 0.3, 0.005 + spread];
        expect(meanOf(pieces, mean, sd)).toBeCloseTo(integrated(pieces, mean, sd), 6);
      }),
      { numRuns: 60, seed: 2 },
    );
  });

  test('is the value at the mean where nothing varies, and close to it where little does', () => {
    const pieces = payout({ ...pilot, penalty: 0.3 });
    for (const x of [-0.3, -0.1, 0.02, 0.08, 0.3]) {
      expect(meanOf(pieces, x, 0)).toBe(valueAt(pieces, x));
      expect(meanOf(pieces, x, 1e-6)).toBeCloseTo(valueAt(pieces, x), 12);
    }
  });
});
