import { exp, log, log1p } from '../math.ts';

const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * What Stirling's formula leaves of ln Γ(n + 1): ln Γ(n+1) − (n + ½) ln n + n − ½ ln 2π, for n > 0.
 * A positive number of about 1/(12 n), so that densities built on it keep their digits (Loader 2000).
 */
export function stirlingError(n: number): number {
  // Below 16 climb by δ(n) = δ(n+1) + (n + ½) ln(1 + 1/n) − 1; the increments are small and positive.
  let climbed = 0;
  while (n < 16) {
    climbed += stirlingStep(n);
    n += 1;
  }
  const s = 1 / (n * n);
  return (
    climbed +
    (1 / 12 -
      s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s / 156)))))) /
      n
  );
}

/** (n + ½) ln(1 + 1/n) − 1 = Σ z^(2j)/(2j + 1) with z = 1/(2n + 1): no cancellation. */
function stirlingStep(n: number): number {
  if (n < 1) return (n + 0.5) * (log1p(n) - log(n)) - 1;
  const square = 1 / ((2 * n + 1) * (2 * n + 1));
  let power = square;
  let sum = 0;
  for (let odd = 3; power > 1e-19; odd += 2) {
    sum += power / odd;
    power *= square;
  }
  return sum;
}

/** x ln(x/mean) + mean − x ≥ 0 without cancellation when x is close to mean; mean > 0, x ≥ 0. */
function deviance(x: number, mean: number): number {
  if (x === 0) return mean;
  const difference = x - mean;
  if (Math.abs(difference) < 0.1 * (x + mean)) {
    const v = difference / (x + mean);
    const square = v * v;
    let sum = difference * v;
    let term = 2 * x * v;
    for (let odd = 3; odd < 200; odd += 2) {
      term *= square;
      const next = sum + term / odd;
      if (next === sum) break;
      sum = next;
    }
    return sum;
  }
  return x * log(x / mean) - difference;
}

/** mean^x e^−mean / Γ(x + 1), for real x ≥ 0 and mean > 0: the Poisson probability where x is whole. */
export function poissonDensity(x: number, mean: number): number {
  if (x === 0) return exp(-mean);
  return exp(-stirlingError(x) - deviance(x, mean) - HALF_LOG_TWO_PI - 0.5 * log(x));
}

/**
 * Γ(n+1)/(Γ(x+1)Γ(n−x+1)) p^x q^(n−x) for real 0 ≤ x ≤ n: the binomial probability where both are whole.
 * `q` is 1 − p, given apart so that neither loses digits.
 */
export function binomialDensity(x: number, n: number, p: number, q: number): number {
  return binomialDensities(x, n)(p, q);
}

/** `binomialDensity` for one x and n and many p: what hangs on x and n alone is worked out once. */
export function binomialDensities(x: number, n: number): (p: number, q: number) => number {
  const rest = n - x;
  const errors = stirlingError(n) - stirlingError(x) - stirlingError(rest);
  const halfLogs = 0.5 * (log(x) + log1p(-x / n));
  return (p, q) => {
    if (n === 0) return 1;
    if (p === 0) return x === 0 ? 1 : 0;
    if (q === 0) return x === n ? 1 : 0;
    if (x === 0) return exp(n * (p < 0.5 ? log1p(-p) : log(q)));
    if (x === n) return exp(n * (q < 0.5 ? log1p(-q) : log(p)));
    const distance = deviance(x, n * p) + deviance(rest, n * q);
    return exp(errors - distance - HALF_LOG_TWO_PI - halfLogs);
  };
}
