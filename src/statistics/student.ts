import { exp } from '../random/math.ts';
import { incompleteBeta, inverseIncompleteBetaLogit, normalQuantile } from '../random/special.ts';

/** From here on the t distribution is the normal one to all digits that a double holds at usual levels. */
const NORMAL_FROM = 1e15;

/** Probability that Student's t with `df` > 0 degrees of freedom (whole or not) is at most t. */
export function tCdf(t: number, df: number): number {
  if (!(df > 0)) return Number.NaN;
  if (t === 0) return 0.5;
  const square = t * t;
  const outer =
    square < df
      ? 1 - incompleteBeta(square / (df + square), 0.5, df / 2, df / (df + square))
      : incompleteBeta(df / (df + square), df / 2, 0.5, square / (df + square));
  return t < 0 ? outer / 2 : 1 - outer / 2;
}

/**
 * Quantile of Student's t with `df` > 0 degrees of freedom (whole or not), relative error about 1e-13.
 * p = 0 and 1 give ∓Infinity; p outside [0, 1] or df ≤ 0 give NaN.
 */
export function tQuantile(p: number, df: number): number {
  if (!(df > 0) || !(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0.5) return 0;
  if (df > NORMAL_FROM) return normalQuantile(p);
  // df/(df + t²) follows a beta distribution: its logit is ln(df/t²).
  const tail = p < 0.5 ? p : 1 - p;
  const logit = inverseIncompleteBetaLogit(2 * tail, 2 * (0.5 - tail), df / 2, 0.5);
  const size = Math.sqrt(df) * exp(-logit / 2);
  return p < 0.5 ? -size : size;
}
