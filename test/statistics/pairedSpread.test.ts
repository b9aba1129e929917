import { describe, expect, it } from 'vitest';
import { decisions, drawStream, seedKey } from '../../src/random/index.ts';
import { ratioOfSpreads, tQuantile } from '../../src/statistics/index.ts';

describe('the ratio of two spreads, pair by pair', () => {
  it('is that of the standard deviations, with ends at which sums and differences are just correlated', () => {
    const first = [1, 4, 2, 8, 5, 7];
    const second = [3, 2, 4, 1, 3, 5];
    const { ratio, interval } = ratioOfSpreads(first, second);
    expect(ratio).toBeCloseTo(Math.sqrt(37.5 / 10), 12);
    // Pitman’s test by hand: scaled to an end, t of the correlation of sums and differences is the quantile of 4 degrees.
    for (const end of [interval!.lo, interval!.hi]) {
      const scaled = second.map((value) => value * end);
      const r = correlation(
        first.map((value, i) => value + scaled[i]),
        first.map((value, i) => value - scaled[i]),
      );
      expect(Math.abs(r) * Math.sqrt(4 / (1 - r * r))).toBeCloseTo(tQuantile(0.975, 4), 9);
    }
    expect(interval!.lo).toBeLessThan(ratio);
    expect(interval!.hi).toBeGreaterThan(ratio);
  });

  it('turns round with the two, and does not mind the unit', () => {
    const [a, b] = [
      [0.1, 0.5, 0.2, 0.9],
      [3, 1, 4, 1],
    ];
    const there = ratioOfSpreads(a, b);
    const back = ratioOfSpreads(b, a);
    expect(there.ratio * back.ratio).toBeCloseTo(1, 12);
    expect(there.interval!.lo * back.interval!.hi).toBeCloseTo(1, 12);
    const pence = ratioOfSpreads(
      a.map((value) => 100 * value),
      b.map((value) => 100 * value),
    );
    expect(pence.interval!.hi).toBeCloseTo(there.interval!.hi, 10);
  });

  it('has no interval for two runs, nor where one does not vary', () => {
    expect(ratioOfSpreads([1, 2], [3, 5])).toEqual({ ratio: 0.5, interval: null });
    expect(ratioOfSpreads([1, 2, 3], [4, 4, 4])).toEqual({ ratio: Infinity, interval: null });
    expect(ratioOfSpreads([1, 1, 1], [4, 4, 4])).toEqual({ ratio: Number.NaN, interval: null });
    const twice = ratioOfSpreads([2, 4, 6], [1, 2, 3]);
    expect([twice.interval!.lo, twice.interval!.hi]).toEqual([2, 2]);
  });

  it('covers the true ratio in about 95% of sets of eight correlated pairs', () => {
    // 4,000 sets: standard error 0.34 points, so that a band of ±1.4 points fails a true 95% once in 24,000 seeds.
    const stream = drawStream(seedKey('spreads'), 0, decisions.shock);
    let covered = 0;
    for (let set = 0; set < 4000; set++) {
      const pairs = Array.from({ length: 8 }, (_, i) => {
        const common = stream.normal(set, 3 * i);
        return [2 * (common + stream.normal(set, 3 * i + 1)), common + stream.normal(set, 3 * i + 2)];
      });
      const { interval } = ratioOfSpreads(
        pairs.map(([a]) => a),
        pairs.map(([, b]) => b),
      );
      if (interval!.lo <= 2 && interval!.hi >= 2) covered++;
    }
    expect(Math.abs(covered / 4000 - 0.95)).toBeLessThan(0.014);
  });
});

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const products = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, value, i) => sum + (value - mean(x)) * (y[i] - mean(y)), 0);
  return products(a, b) / Math.sqrt(products(a, a) * products(b, b));
}
