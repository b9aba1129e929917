import { exp, log, log1p } from '../math.ts';
import { normalQuantile } from './normal.ts';
import { poissonDensity, stirlingError } from './saddle.ts';
import { solveTail } from './solveTail.ts';

const HALF_LOG_TWO_PI = 0.9189385332046728;
const MOST_TERMS = 100000;
const TINY = 1e-300;

/** ln Γ(x) for x > 0, absolute error about 1e-15 times the larger of 1 and the result. NaN for x ≤ 0. */
export function logGamma(x: number): number {
  if (!(x > 0)) return NaN;
  if (x === Infinity) return Infinity;
  if (x === 1 || x === 2) return 0;
  return (x - 0.5) * log(x) - x + HALF_LOG_TWO_PI + stirlingError(x);
}

/** x^a e^−x / Γ(a + 1): the size of the terms on both sides of the incomplete gamma function. */
function front(a: number, x: number): number {
  return poissonDensity(a, x);
}

/** Regularised lower incomplete gamma function P(a, x), for a > 0; 0 for x ≤ 0. */
export function incompleteGamma(a: number, x: number): number {
  if (!(a > 0) || Number.isNaN(x)) return NaN;
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  return x < a + 1 ? lowerBySeries(a, x) : 1 - upperByFraction(a, x);
}

/** Regularised upper incomplete gamma function Q(a, x) = 1 − P(a, x), with its own digits in the upper tail. */
export function upperIncompleteGamma(a: number, x: number): number {
  if (!(a > 0) || Number.isNaN(x)) return NaN;
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  return x < a + 1 ? 1 - lowerBySeries(a, x) : upperByFraction(a, x);
}

function lowerBySeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < MOST_TERMS; k++) {
    term *= x / (a + k);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return Math.min(1, front(a, x) * sum);
}

/** Legendre's continued fraction by Lentz's method. */
function upperByFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < MOST_TERMS; k++) {
    const numerator = -k * (k - a);
    b += 2;
    d = numerator * d + b;
    if (Math.abs(d) < TINY) d = TINY;
    c = b + numerator / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 2e-16) break;
  }
  return Math.min(1, front(a, x) * a * h);
}

/**
 * The x with P(a, x) = p, for a > 0: 0 at p = 0, Infinity at p = 1. Solved for t = ln x, in which both tails are
 * log-concave, as `solveTail` needs.
 */
export function inverseIncompleteGamma(p: number, a: number): number {
  if (!(a > 0) || !(p >= 0 && p <= 1)) return NaN;
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  const lower = p < 0.5;
  const t = solveTail(
    firstGuess(p, a),
    lower ? log(p) : log1p(-p),
    lower ? 1 : -1,
    (t) => (lower ? incompleteGamma(a, exp(t)) : upperIncompleteGamma(a, exp(t))),
    (t) => a * front(a, exp(t)),
  );
  return exp(t);
}

/** ln of Wilson and Hilferty's approximation, or of the series' first term where that falls short. */
function firstGuess(p: number, a: number): number {
  const root = 1 - 1 / (9 * a) + normalQuantile(p) / (3 * Math.sqrt(a));
  if (a > 0.5 && root > 0.1) return log(a * root * root * root);
  return (log(p) + logGamma(a + 1)) / a;
}
