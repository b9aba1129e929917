import { describe, expect, it } from 'vitest';
import { drawStream, seedKey } from '../../src/random/index.ts';
import { clusteredShare, differenceOfShares, wilson } from '../../src/statistics/index.ts';

describe('the interval of a share', () => {
  it('is Wilson’s', () => {
    // Newcombe (1998), Statistics in Medicine 17, 857–872, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    for (const [hits, n, lo, hi] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ]) {
      const found = wilson(hits / n, n)!;
      expect(found.lo).toBeCloseTo(lo, 4);
      expect(found.hi).toBeCloseTo(hi, 4);
    }
    expect(wilson(0, 0)).toBeNull();
  });

  it('of a difference is Newcombe’s', () => {
    // Newcombe (1998), Statistics in Medicine 17, 873–890, table II, method 10: 56/70 − 48/80 and 10/10 − 0/10.
    const proportion = (hits: number, n: number) => ({ share: hits / n, n, ...wilson(hits / n, n)! });
    const one = differenceOfShares(proportion(48, 80), proportion(56, 70));
    expect(one.lo).toBeCloseTo(0.0524, 4);
    expect(one.hi).toBeCloseTo(0.3339, 4);
    const all = differenceOfShares(proportion(0, 10), proportion(10, 10));
    expect(all.lo).toBeCloseTo(0.6075, 4);
    expect(all.hi).toBe(1);
  });
});

describe('a share of cases in clusters', () => {
  it('is that of single cases where each is a cluster of its own', () => {
    const hits = [true, false, true, true, false];
    expect(clusteredShare(hits, [1, 2, 3, 4, 5])).toEqual({ share: 0.6, n: 5, ...wilson(0.6, 5) });
    expect(clusteredShare([], [])).toBeNull();
  });

  it('tells no more than its clusters where all of a cluster are alike', () => {
    const clusters = Array.from({ length: 40 }, (_, i) => i % 8);
    const alike = clusteredShare(
      clusters.map((c) => c < 4),
      clusters,
    )!;
    // 8 clusters, half of them hits: deff is 5 · 8/7.
    const expected = wilson(0.5, 7)!;
    expect(alike.lo).toBeCloseTo(expected.lo, 12);
    expect(
      clusteredShare(
        clusters.map(() => true),
        clusters,
      ),
    ).toEqual({ share: 1, n: 40, ...wilson(1, 8) });
    expect(clusteredShare([true, false], [1, 1])).toEqual({ share: 0.5, n: 2, ...wilson(0.5, 1) });
  });

  it('covers the truth where cases of a cluster go together', () => {
    // 12 clusters of 10 with chances of 0.2 or 0.8, truth 0.5. 400 tries at 95%: single cases would cover some 75%.
    const stream = drawStream(seedKey('clusters'), 0, 1);
    let covered = 0;
    for (let time = 0; time < 400; time++) {
      const clusters = Array.from({ length: 120 }, (_, i) => Math.floor(i / 10));
      const hits = clusters.map((cluster, i) => {
        const chance = stream.uniform(1000 + cluster, time) < 0.5 ? 0.2 : 0.8;
        return stream.uniform(i, time) < chance;
      });
      const { lo, hi } = clusteredShare(hits, clusters)!;
      if (lo <= 0.5 && 0.5 <= hi) covered++;
    }
    expect(covered / 400).toBeGreaterThan(0.9);
  });
});
