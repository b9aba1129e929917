import { describe, expect, it } from 'vitest';
import { median, weightedMean, weightedQuantile } from '../../src/statistics/index.ts';

describe('weighted mean', () => {
  it('weighs, and ignores values without weight', () => {
    expect(weightedMean([1, 2, 6])).toBe(3);
    expect(weightedMean([1, 2], [1, 3])).toBe(1.75);
    expect(weightedMean([1, Number.NaN], [1, 0])).toBe(1);
    expect([weightedMean([]), weightedMean([5], [0])]).toEqual([null, null]);
  });
});

describe('weighted quantiles', () => {
  it('without weights', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect([0, 0.2, 0.25, 0.3, 1].map((p) => weightedQuantile([1, 2, 3, 4], undefined, p))).toEqual([
      1, 1, 1.5, 2, 4,
    ]);
  });
  it('a weight of 3 is three people', () => {
    const spelledOut = [1, 5, 5, 5, 8, 9, 9];
    for (const p of [0, 0.1, 1 / 7, 0.3, 4 / 7, 0.6, 0.8, 1]) {
      expect(weightedQuantile([9, 5, 1, 8], [2, 3, 1, 1], p)).toBe(
        weightedQuantile(spelledOut, undefined, p),
      );
    }
  });
  it('ignores values without weight and knows when there are none', () => {
    expect(median([1, 100, 2, 3], [1, 0, 1, 1])).toBe(2);
    expect(median([0, 1, 50, 2], [0, 1, 0, 1])).toBe(1.5);
    expect([median([]), median([1, 2], [0, 0])]).toEqual([null, null]);
  });
});
