import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/random/index.ts';
import { tCdf, tQuantile } from '../../src/statistics/index.ts';

/** Computed with 40 digits; to three decimals they are the tables of every textbook. */
const table = [
  [0.975, 1, 12.706204736174705],
  [0.975, 2, 4.302652729749464],
  [0.975, 4, 2.7764451051977943],
  [0.975, 9, 2.2621571627982053],
  [0.975, 19, 2.0930240544083096],
  [0.975, 99, 1.9842169515864174],
  [0.975, 1000, 1.9623390808264085],
  [0.995, 5, 4.032142983555228],
  [0.9995, 3, 12.923978636687483],
  [0.9, 7, 1.4149239276505086],
  [0.6, 2.5, 0.28145951274854764],
  [0.975, 1000000, 1.959966356814107],
];

describe('Student’s t', () => {
  for (const [p, df, t] of table) {
    it(`${p} at ${df} degrees of freedom`, () => {
      expect(Math.abs(tQuantile(p, df) / t - 1)).toBeLessThan(1e-12);
      expect(tCdf(t, df)).toBeCloseTo(p, 11);
      expect(tCdf(-t, df)).toBeCloseTo(1 - p, 11);
    });
  }
  it('is symmetric, and normal without end of freedom', () => {
    expect(tQuantile(0.25, 5)).toBe(-tQuantile(0.75, 5));
    expect(tQuantile(0.5, 3)).toBe(0);
    expect(tQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
    // One degree is the Cauchy distribution, whose quartile is 1.
    expect(tQuantile(0.75, 1)).toBeCloseTo(1, 14);
  });
  it('has its edges', () => {
    expect([tQuantile(0, 3), tQuantile(1, 3)]).toEqual([-Infinity, Infinity]);
    for (const [p, df] of [
      [0.9, 0],
      [0.9, -1],
      [1.1, 3],
      [Number.NaN, 3],
    ]) {
      expect(tQuantile(p, df)).toBeNaN();
    }
  });
});
