import { describe, expect, it } from 'vitest';
import { decisions, drawStream, seedKey } from '../../src/random/index.ts';
import { interval, Moments, spread } from '../../src/statistics/index.ts';

function of(values: number[]): Moments {
  const moments = new Moments();
  for (const value of values) moments.push(value);
  return moments;
}

describe('moments', () => {
  it('of a worked example', () => {
    const moments = of([2, 4, 4, 4, 5, 5, 7, 9]);
    expect([moments.n, moments.mean]).toEqual([8, 5]);
    expect(moments.variance).toBeCloseTo(32 / 7, 14);
    expect(moments.standardError).toBeCloseTo(Math.sqrt(32 / 7 / 8), 14);
  });
  it('keep their digits where a sum of squares would lose all', () => {
    const moments = of([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]);
    expect(moments.mean).toBe(1e9 + 10);
    expect(moments.variance).toBe(30);
  });
  it('merge as if pushed in one go', () => {
    const values = Array.from({ length: 101 }, (_, i) => (i * 37) % 53);
    const merged = of(values.slice(0, 30));
    merged.merge(of(values.slice(30)));
    merged.merge(new Moments());
    const whole = of(values);
    expect(merged.n).toBe(101);
    expect(merged.mean).toBeCloseTo(whole.mean, 12);
    expect(merged.variance).toBeCloseTo(whole.variance, 10);
    const empty = new Moments();
    empty.merge(whole);
    expect([empty.n, empty.mean, empty.sd]).toEqual([101, whole.mean, whole.sd]);
  });
  it('of nothing and of one number', () => {
    expect(new Moments().mean).toBeNaN();
    expect(of([3]).mean).toBe(3);
    expect(of([3]).sd).toBeNaN();
    expect(of([3, 3, 3]).sd).toBe(0);
  });
});

describe('intervals', () => {
  it('of a worked example: five runs, t of four degrees of freedom', () => {
    const runs = of([24, 25, 26, 27, 28]);
    const sd = Math.sqrt(2.5);
    const t = 2.776445105197794;
    const mean = interval(runs)!;
    expect(mean.lo).toBeCloseTo(26 - (t * sd) / Math.sqrt(5), 12);
    expect(mean.hi).toBeCloseTo(26 + (t * sd) / Math.sqrt(5), 12);
    const single = spread(runs)!;
    expect(single.spreadLo).toBeCloseTo(26 - t * sd, 12);
    expect(single.spreadHi).toBeCloseTo(26 + t * sd, 12);
    expect(interval(runs, 0.5)!.hi).toBeLessThan(mean.hi);
  });
  it('are not known from fewer than two runs, and are a point where runs agree', () => {
    expect([interval(new Moments()), interval(of([1])), spread(of([1]))]).toEqual([null, null, null]);
    expect(interval(of([7, 7, 7]))).toEqual({ lo: 7, hi: 7 });
  });
  it('cover the true mean as often as they say', () => {
    const stream = drawStream(seedKey('coverage'), 0, decisions.shock);
    const trials = 8000;
    for (const [n, level] of [
      [3, 0.95],
      [10, 0.8],
    ]) {
      let covered = 0;
      for (let trial = 0; trial < trials; trial++) {
        const moments = new Moments();
        for (let i = 0; i < n; i++) moments.push(5 + 2 * stream.normal(trial, 100 * n + i));
        const { lo, hi } = interval(moments, level)!;
        if (lo < 5 && hi > 5) covered += 1;
      }
      // Binomial: five standard errors, two tests, false alarm 1e-6. Normal instead of t at n = 3 would miss by 40.
      const error = Math.sqrt((level * (1 - level)) / trials);
      expect(Math.abs(covered / trials - level)).toBeLessThan(5 * error);
    }
  });
});
