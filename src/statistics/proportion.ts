import { normalQuantile } from '../random/special.ts';
import type { Interval } from './moments.ts';

/** A share of cases with its interval. */
export interface Proportion extends Interval {
  readonly share: number;
  /** Cases. */
  readonly n: number;
}

/**
 * Interval of a share by Wilson (1927), which is not empty at 0 and 1. `n` may be broken: an effective number of cases.
 * Null for n = 0.
 */
export function wilson(share: number, n: number, level = 0.95): Interval | null {
  if (!(n > 0)) return null;
  const z = normalQuantile(0.5 + level / 2);
  const weight = (z * z) / n;
  const middle = (share + weight / 2) / (1 + weight);
  const half = (z * Math.sqrt((share * (1 - share)) / n + weight / (4 * n))) / (1 + weight);
  return { lo: Math.max(0, middle - half), hi: Math.min(1, middle + half) };
}

/**
 * The share of cases that are hits, where cases of the same cluster are alike and tell less than as many independent ones.
 * The interval is Wilson’s for the effective number of cases n / deff (Rao and Scott 1992), where deff is how many times
 * the variance between clusters is that of independent cases, at least 1. With all cases alike each cluster counts as
 * one case. Null without cases.
 */
export function clusteredShare(
  hits: readonly boolean[],
  clusters: readonly number[],
  level = 0.95,
): Proportion | null {
  const n = hits.length;
  if (n === 0) return null;
  const counts = new Map<number, { cases: number; hits: number }>();
  for (const [i, hit] of hits.entries()) {
    const count = counts.get(clusters[i]) ?? { cases: 0, hits: 0 };
    count.cases += 1;
    if (hit) count.hits += 1;
    counts.set(clusters[i], count);
  }
  const share = hits.filter(Boolean).length / n;
  const cases = effectiveCases(share, n, [...counts.values()]);
  return { share, n, ...wilson(share, cases, level)! };
}

function effectiveCases(
  share: number,
  n: number,
  clusters: readonly { cases: number; hits: number }[],
): number {
  const m = clusters.length;
  if (m === n) return n;
  if (m === 1) return 1;
  if (share === 0 || share === 1) return m;
  const squares = clusters.reduce((sum, { cases, hits }) => {
    const away = hits - share * cases;
    return sum + away * away;
  }, 0);
  const variance = ((m / (m - 1)) * squares) / (n * n);
  return n / Math.max(1, variance / ((share * (1 - share)) / n));
}

/**
 * Interval of the difference b − a of two shares from their own intervals, after Newcombe (1998), Statistics in Medicine
 * 17, 873–890, method 10. For shares that go together, as those of the same clusters do, it is too wide and not too narrow.
 */
export function differenceOfShares(a: Proportion, b: Proportion): Interval {
  const difference = b.share - a.share;
  const down = length(b.share - b.lo, a.hi - a.share);
  const up = length(b.hi - b.share, a.share - a.lo);
  return { lo: difference - down, hi: difference + up };
}

const length = (x: number, y: number): number => Math.sqrt(x * x + y * y);
