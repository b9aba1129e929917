import { interval, LogRatios, Moments } from '../../src/statistics/index.ts';
import type { Estimate } from './band.ts';

const unknown = { mean: Number.NaN, lo: Number.NaN, hi: Number.NaN };

/**
 * The mean over replicates with its 95% t interval; of ratios the geometric mean, with the interval made on the
 * logarithm. Throws RangeError where the statistic is undefined in any replicate: leaving some out would choose among them.
 */
export function estimate(values: readonly number[], ratio = false): Estimate {
  const n = values.length;
  if (values.some((value) => !Number.isFinite(value) || (ratio && value <= 0)))
    throw new RangeError(`undefined in some replicate: ${values.join(', ')}`);
  if (ratio) {
    const logs = new LogRatios();
    for (const value of values) logs.push(value, 1);
    const found = logs.interval();
    return found === null ? { ...unknown, n } : { mean: found.ratio, lo: found.lo, hi: found.hi, n };
  }
  const moments = new Moments();
  for (const value of values) moments.push(value);
  const ends = interval(moments);
  return ends === null ? { ...unknown, n } : { mean: moments.mean, ...ends, n };
}
