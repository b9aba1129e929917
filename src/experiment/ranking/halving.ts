import { tQuantile } from '../../statistics/index.ts';

/** Half width of a 95% t interval of n runs, in standard deviations of one run. */
const halfWidth = (n: number): number => tQuantile(0.975, n - 1) / Math.sqrt(n);

/**
 * How many more replicates make a 95% t interval half as wide, the standard deviation being what it is: the smallest m
 * with t(m − 1)/√m ≤ ½·t(n − 1)/√n, less n. About 3n, and fewer where n is small, since t falls too. Null for n < 2.
 */
export function moreToHalve(n: number): number | null {
  if (n < 2) return null;
  const wanted = halfWidth(n) / 2;
  let [tooFew, enough] = [n, 4 * n];
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (halfWidth(middle) <= wanted) enough = middle;
    else tooFew = middle;
  }
  return enough - n;
}
