import type { SobolIndex } from '../../tables/sensitivity.ts';
import { type Bootstrap, resamples, undefinedFor, withBootstrap } from './bootstrap.ts';

/** The indices of all parameters with what they rest on. */
export interface SobolAnalysis {
  /** Rows in which every point has an output, and rows left out. */
  rows: number;
  dropped: number;
  /** Variance of the output over the sample; null where there are fewer than two rows. */
  variance: number | null;
  indices: SobolIndex[];
}

/** Outputs that differ by no more than this part of their size differ by rounding. */
const ROUNDING = 1e-12;

/**
 * First-order indices by Saltelli and others (2010), Computer Physics Communications 181, 259–270, and total ones by Jansen
 * (1999), from the outputs at the points of `sobolDesign`. Intervals are bootstrapped over rows, as if these were drawn
 * independently; those of a Sobol’ sequence are more even, so that the intervals are rather too wide. Estimates may
 * lie a little below 0 or above 1. A row with an output missing is left out whole.
 */
export function sobolIndices(
  parameters: readonly string[],
  outputs: readonly (number | null)[],
  bootstrap: Bootstrap,
): SobolAnalysis {
  const k = parameters.length;
  const width = k + 2;
  const all = Math.floor(outputs.length / width);
  const complete: number[] = [];
  for (let row = 0; row < all; row++)
    if (outputs.slice(row * width, (row + 1) * width).every((output) => output !== null)) complete.push(row);
  const rows = complete.length;
  const dropped = all - rows;
  const column = (at: number) => Float64Array.from(complete, (row) => outputs[row * width + at] as number);
  const [a, b] = [column(0), column(1)];
  const why = reasonAgainst(a, b);
  const without = (variance: number | null, reason: string): SobolAnalysis => ({
    rows,
    dropped,
    variance,
    indices: parameters.map((parameter) => ({
      parameter,
      first: undefinedFor(reason),
      total: undefinedFor(reason),
    })),
  });
  if (why !== undefined) return without(rows < 2 ? null : 0, why);
  const middle = meanOf(a, b);
  const centred = (values: Float64Array) => values.map((value) => value - middle);
  const [ca, cb] = [centred(a), centred(b)];
  const drawn = resamples(rows, bootstrap);
  const variance = varianceOf(ca, cb, undefined);
  const variances = drawn.map((chosen) => varianceOf(ca, cb, chosen));
  // A resample of one row many times over may not vary at all: it says nothing.
  const usable = drawn.flatMap((chosen, i) => (variances[i] > 0 ? [{ chosen, variance: variances[i] }] : []));
  return {
    rows,
    dropped,
    variance,
    indices: parameters.map((parameter, i) => {
      const mixed = centred(column(i + 2));
      const estimate = (sum: typeof firstOrder) =>
        withBootstrap(
          sum(ca, cb, mixed, undefined) / variance,
          usable.map((one) => sum(ca, cb, mixed, one.chosen) / one.variance),
          rows,
        );
      return { parameter, first: estimate(firstOrder), total: estimate(totalOrder) };
    }),
  };
}

function reasonAgainst(a: Float64Array, b: Float64Array): string | undefined {
  if (a.length < 2) return 'fewer than two rows of points have all their outputs';
  let [lo, hi] = [a[0], a[0]];
  for (const values of [a, b])
    for (const value of values) [lo, hi] = [Math.min(lo, value), Math.max(hi, value)];
  return hi - lo <= ROUNDING * Math.max(Math.abs(lo), Math.abs(hi))
    ? 'the measure is the same at every point'
    : undefined;
}

function meanOf(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] + b[i];
  return sum / (2 * a.length);
}

/** Variance of A and B together, over all rows or over drawn ones. */
function varianceOf(a: Float64Array, b: Float64Array, chosen: Uint32Array | undefined): number {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < a.length; i++) {
    const row = chosen ? chosen[i] : i;
    sum += a[row] + b[row];
    squares += a[row] * a[row] + b[row] * b[row];
  }
  const mean = sum / (2 * a.length);
  return squares / (2 * a.length) - mean * mean;
}

/** Variance due to one parameter alone: mean of f(B)·(f(A with it from B) − f(A)). */
function firstOrder(
  a: Float64Array,
  b: Float64Array,
  mixed: Float64Array,
  chosen: Uint32Array | undefined,
): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    const row = chosen ? chosen[i] : i;
    sum += b[row] * (mixed[row] - a[row]);
  }
  return sum / a.length;
}

/** Variance in which one parameter has a part: half the mean square of f(A) − f(A with it from B). */
function totalOrder(
  a: Float64Array,
  _b: Float64Array,
  mixed: Float64Array,
  chosen: Uint32Array | undefined,
): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    const row = chosen ? chosen[i] : i;
    const change = a[row] - mixed[row];
    sum += change * change;
  }
  return sum / (2 * a.length);
}
