import { ratioOfSpreads } from '../../../src/statistics/index.ts';

/** How much less a difference of two designs varies from run to run because both have the same luck. */
export interface Reduction {
  /**
   * Variance of a run's difference with luck of its own for each design, over that with common luck: so many times fewer
   * runs tell a difference as exactly. Null where the difference does not vary at all.
   */
  factor: number | null;
  lo: number | null;
  hi: number | null;
}

/**
 * From the values of two designs in the same runs. With luck of their own the difference would have the sum of both
 * variances, which these runs tell as well. With D the difference and S the sum of a run that is half of var D + var S, so the
 * factor is ½ (1 + var S / var D), and its interval follows from that of the ratio of two spreads in pairs
 * (Pitman and Morgan; `ratioOfSpreads`). Null for both ends below three runs.
 */
export function reduction(base: readonly number[], other: readonly number[], level = 0.95): Reduction {
  const differences = other.map((value, run) => value - base[run]);
  const sums = other.map((value, run) => value + base[run]);
  const { ratio, interval } = ratioOfSpreads(sums, differences, level);
  const factorOf = (spread: number): number => 0.5 * (1 + spread * spread);
  if (!Number.isFinite(ratio)) return { factor: null, lo: null, hi: null };
  return {
    factor: factorOf(ratio),
    lo: interval === null ? null : factorOf(interval.lo),
    hi: interval === null ? null : factorOf(interval.hi),
  };
}
