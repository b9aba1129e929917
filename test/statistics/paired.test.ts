import { describe, expect, it } from 'vitest';
import { exp, log } from '../../src/random/index.ts';
import { interval, LogRatios, logInterval, Moments, PairedDifferences } from '../../src/statistics/index.ts';

describe('paired differences', () => {
  it('are other minus base, with an interval of their own', () => {
    const pairs = new PairedDifferences();
    const base = [10, 20, 30, 40];
    const other = [11, 22, 31, 40];
    for (let run = 0; run < 4; run++) pairs.push(base[run], other[run]);
    expect(pairs.differences.mean).toBe(1);
    expect([pairs.above, pairs.below, pairs.equal]).toEqual([3, 0, 1]);
    // sd √(2/3), t of three degrees 3.18244630528371.
    expect(pairs.interval()!.hi).toBeCloseTo(1 + (3.18244630528371 * Math.sqrt(2 / 3)) / 2, 10);
  });
  it('are exactly 0 for two names of one policy', () => {
    const pairs = new PairedDifferences();
    for (const value of [0.1, 0.2, 0.3]) pairs.push(value, value);
    expect(pairs.interval()).toEqual({ lo: 0, hi: 0 });
    expect(pairs.equal).toBe(3);
  });
  it('leave out a run in which either is undefined, and merge', () => {
    const pairs = new PairedDifferences();
    pairs.push(null, 1);
    pairs.push(1, Number.NaN);
    pairs.push(1, 2);
    expect(pairs.interval()).toBeNull();
    const more = new PairedDifferences();
    more.push(5, 2);
    pairs.merge(more);
    expect([pairs.differences.n, pairs.differences.mean, pairs.above, pairs.below]).toEqual([2, -1, 1, 1]);
  });
});

describe('ratios', () => {
  it('have their interval on the log: the inverse ratio has the inverse interval', () => {
    const ratios = new LogRatios();
    const inverse = new LogRatios();
    const logs = new Moments();
    for (const [a, b] of [
      [2, 1],
      [3, 1],
      [9, 2],
    ]) {
      ratios.push(a, b);
      inverse.push(b, a);
      logs.push(log(a / b));
    }
    const found = ratios.interval()!;
    expect(found.ratio).toBeCloseTo(3, 13);
    expect(found.lo).toBeCloseTo(exp(interval(logs)!.lo), 12);
    const turned = inverse.interval()!;
    expect(turned.lo).toBeCloseTo(1 / found.hi, 12);
    expect(turned.hi).toBeCloseTo(1 / found.lo, 12);
    expect(logInterval(new Moments())).toBeNull();
  });
  it('count the runs in which there is none', () => {
    const ratios = new LogRatios();
    ratios.push(1, 0);
    ratios.push(0, 1);
    ratios.push(Infinity, 1);
    ratios.push(Number.NaN, 1);
    ratios.push(4, 2);
    expect([ratios.undefinedPairs, ratios.logarithms.n]).toEqual([4, 1]);
    expect(ratios.interval()).toBeNull();
  });
});
