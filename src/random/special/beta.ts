import { log, logistic } from '../math.ts';
import { normalQuantile } from './normal.ts';
import { binomialDensities } from './saddle.ts';
import { solveTail } from './solveTail.ts';

const MOST_TERMS = 100000;
const TINY = 1e-300;

/**
 * Regularised incomplete beta function I_x(a, b), for a, b > 0 and x in [0, 1]. `complement` is 1 − x; give it
 * where x is so close to 1 that the subtraction would lose digits.
 */
export function incompleteBeta(x: number, a: number, b: number, complement = 1 - x): number {
  if (!(a > 0 && b > 0) || !(x >= 0 && x <= 1)) return NaN;
  return valueAt(x, complement, a, b, densityOf(a, b)(x, complement), densityOf(b, a));
}

/** I_x(a, b) where the density at x is known, and that of the mirrored beta at any point. */
function valueAt(x: number, y: number, a: number, b: number, density: number, mirrored: Density): number {
  if (x === 0) return 0;
  if (y === 0) return 1;
  const value = x * (a + b + 2) < a + 1 ? lower(x, a, b, density) : 1 - lower(y, b, a, mirrored(y, x));
  return Math.max(0, value);
}

/** x^a y^b / B(a, b) for one a and b, y = 1 − x: the density on the scale of the logit. */
type Density = (x: number, y: number) => number;

function densityOf(a: number, b: number): Density {
  const size = (a * b) / (a + b);
  const binomial = binomialDensities(a, a + b);
  return (x, y) => size * binomial(x, y);
}

/** I_x(a, b) left of the mean, by the continued fraction (Lentz's method); `size` is the density at x. */
function lower(x: number, a: number, b: number, size: number): number {
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

/** `betaLogits` for a single p. */
export function inverseIncompleteBetaLogit(p: number, q: number, a: number, b: number): number {
  return betaLogits(a, b)(p, q);
}

/**
 * ln(x/(1 − x)) of the x with I_x(a, b) = p, for many p of one a and b; `q` is 1 − p, so that either tail keeps its
 * digits. Clients' attributes are drawn by it, so that what hangs on a and b alone is worked out once.
 */
export function betaLogits(a: number, b: number): (p: number, q: number) => number {
  if (!(a > 0 && b > 0)) return () => NaN;
  const left = tailLogits(a, b);
  const right = tailLogits(b, a);
  return (p, q) => {
    if (!(p >= 0 && q >= 0)) return NaN;
    if (p === 0) return -Infinity;
    if (q === 0) return Infinity;
    return p > q ? -right(q) : left(p);
  };
}

/** `betaLogits` for p of at most one half: that tail is log-concave in the logit, which `solveTail` needs. */
function tailLogits(a: number, b: number): (p: number) => number {
  const density = densityOf(a, b);
  const mirrored = densityOf(b, a);
  const middle = log(a / b);
  const spread = Math.sqrt(1 / a + 1 / b);
  const nearlyNormal = a > 0.5 && b > 0.5;
  // The tail needs the density too, which costs the most: each point's is kept for the step that follows.
  let here = 0;
  const tailAt = (t: number): number => {
    const x = logistic(t);
    const y = logistic(-t);
    here = density(x, y);
    return valueAt(x, y, a, b, here, mirrored);
  };
  const densityAt = (): number => here;
  return (p) => {
    // The logit of a beta number is nearly normal, with a variance of about 1/a + 1/b.
    const start = middle + (nearlyNormal ? normalQuantile(p) * spread : 0);
    return solveTail(start, log(p), 1, tailAt, densityAt);
  };
}
