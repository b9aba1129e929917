import { log, logistic } from '../math.ts';
import { normalQuantile } from './normal.ts';
import { binomialDensity } from './saddle.ts';
import { solveTail } from './solveTail.ts';

const MOST_TERMS = 100000;
const TINY = 1e-300;

/**
 * Regularised incomplete beta function I_x(a, b), for a, b > 0 and x in [0, 1]. `complement` is 1 − x; give it
 * where x is so close to 1 that the subtraction would lose digits.
 */
export function incompleteBeta(x: number, a: number, b: number, complement = 1 - x): number {
  if (!(a > 0 && b > 0) || !(x >= 0 && x <= 1)) return NaN;
  if (x === 0) return 0;
  if (complement === 0) return 1;
  const value = x * (a + b + 2) < a + 1 ? lower(x, complement, a, b) : 1 - lower(complement, x, b, a);
  return Math.max(0, value);
}

/** x^a y^b / B(a, b), y = 1 − x. */
function front(x: number, y: number, a: number, b: number): number {
  return ((a * b) / (a + b)) * binomialDensity(a, a + b, x, y);
}

/** I_x(a, b) left of the mean, by the continued fraction (Lentz's method). */
function lower(x: number, y: number, a: number, b: number): number {
  const size = front(x, y, a, b);
  if (size === 0) return 0;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  if (Math.abs(d) < TINY) d = TINY;
  d = 1 / d;
  let h = d;
  for (let m = 1; m < MOST_TERMS; m++) {
    const m2 = 2 * m;
    const even = (m * (b - m) * x) / ((a + m2 - 1) * (a + m2));
    d = 1 + even * d;
    if (Math.abs(d) < TINY) d = TINY;
    c = 1 + even / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + m2) * (a + m2 + 1));
    d = 1 + odd * d;
    if (Math.abs(d) < TINY) d = TINY;
    c = 1 + odd / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 2e-16) break;
  }
  return Math.min(1, (size * h) / a);
}

/** The x with I_x(a, b) = p, for a, b > 0 and p in [0, 1]. */
export function inverseIncompleteBeta(p: number, a: number, b: number): number {
  return logistic(inverseIncompleteBetaLogit(p, 1 - p, a, b));
}

/**
 * ln(x/(1 − x)) of the x with I_x(a, b) = p; `q` is 1 − p, so that either tail keeps its digits. The smaller tail
 * is log-concave in the logit, which `solveTail` needs.
 */
export function inverseIncompleteBetaLogit(p: number, q: number, a: number, b: number): number {
  if (!(a > 0 && b > 0) || !(p >= 0 && q >= 0)) return NaN;
  if (p === 0) return -Infinity;
  if (q === 0) return Infinity;
  if (p > q) return -inverseIncompleteBetaLogit(q, p, b, a);
  // The logit of a beta number is nearly normal, with a variance of about 1/a + 1/b.
  const start = log(a / b) + (a > 0.5 && b > 0.5 ? normalQuantile(p) * Math.sqrt(1 / a + 1 / b) : 0);
  return solveTail(
    start,
    log(p),
    1,
    (t) => incompleteBeta(logistic(t), a, b, logistic(-t)),
    (t) => front(logistic(t), logistic(-t), a, b),
  );
}
