import { tQuantile } from '../statistics/index.ts';

interface Runs {
  mean: number | null;
  sd: number | null;
  n: number;
}

interface Difference extends Runs {
  lo: number | null;
  hi: number | null;
}

/**
 * Difference of two means of independent runs with its 95% interval. Source: Welch, B. L. (1947), Biometrika 34, 28–35;
 * degrees of freedom after Satterthwaite (1946). No interval where one of the two has fewer than two runs.
 */
export function welchDifference(own: Runs, other: Runs): Difference {
  const n = Math.min(own.n, other.n);
  if (own.mean === null || other.mean === null) return { mean: null, sd: null, n, lo: null, hi: null };
  const mean = own.mean - other.mean;
  if (own.sd === null || other.sd === null) return { mean, sd: null, n, lo: null, hi: null };
  const sd = Math.sqrt(own.sd * own.sd + other.sd * other.sd);
  const [a, b] = [(own.sd * own.sd) / own.n, (other.sd * other.sd) / other.n];
  if (a + b === 0) return { mean, sd, n, lo: mean, hi: mean };
  const freedom = ((a + b) * (a + b)) / ((a * a) / (own.n - 1) + (b * b) / (other.n - 1));
  const half = tQuantile(0.975, freedom) * Math.sqrt(a + b);
  return { mean, sd, n, lo: mean - half, hi: mean + half };
}
