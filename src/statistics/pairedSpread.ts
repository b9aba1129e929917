import type { Interval } from './moments.ts';
import { tQuantile } from './student.ts';

/** How much wider one of two numbers spreads than the other, run by run. */
export interface SpreadRatio {
  /** Standard deviation of the first over that of the second; NaN where both are 0, infinite where the second alone is. */
  readonly ratio: number;
  /** Null for fewer than three pairs, and where one of the two does not vary at all. */
  readonly interval: Interval | null;
}

/**
 * Ratio of the standard deviations of two numbers that come in pairs, with its interval. Sums and differences of the pairs are
 * correlated exactly where the variances differ, so that pairing costs nothing: Pitman, E. J. G. (1939) and Morgan, W. A. (1939),
 * both Biometrika 31, 9–12 and 13–19. It holds for numbers that are normally distributed, and roughly for means over many people.
 */
export function ratioOfSpreads(
  first: readonly number[],
  second: readonly number[],
  level = 0.95,
): SpreadRatio {
  const n = first.length;
  const [a, b] = [squaresAround(first, first), squaresAround(second, second)];
  const ratio = Math.sqrt(a / b);
  if (n < 3 || a === 0 || b === 0) return { ratio, interval: null };
  const between = squaresAround(first, second);
  const unexplained = Math.max(0, 1 - (between * between) / (a * b));
  const t = tQuantile(0.5 + level / 2, n - 2);
  const k = 1 + (2 * unexplained * t * t) / (n - 2);
  const half = Math.sqrt(k * k - 1);
  // k − half loses digits where both are large; their product is 1.
  return { ratio, interval: { lo: ratio / Math.sqrt(k + half), hi: ratio * Math.sqrt(k + half) } };
}

/** Sum of products of deviations from the means. */
function squaresAround(first: readonly number[], second: readonly number[]): number {
  const n = first.length;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / n;
  const [a, b] = [mean(first), mean(second)];
  return first.reduce((sum, value, i) => sum + (value - a) * (second[i] - b), 0);
}
