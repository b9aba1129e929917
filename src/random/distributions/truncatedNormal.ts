import { exp } from '../math.ts';
import { normalCdf, normalQuantile } from '../special.ts';
import { type DistributionKind, type DistributionSpec, degenerate, numberOf } from './kind.ts';

/** A normal distribution of which only the part between two ends is kept. */
export const truncatedNormal: DistributionKind = {
  name: 'truncatedNormal',
  doc: 'A normal distribution of which only the part between two ends is kept.',
  parameters: [
    { name: 'mean', doc: 'mean before cutting' },
    { name: 'sd', doc: 'standard deviation before cutting', min: 0 },
    { name: 'min', doc: 'lower end' },
    { name: 'max', doc: 'upper end' },
  ],
  check(spec) {
    const { mean, sd, min, max } = numbers(spec);
    if (min > max) return `min (${min}) lies above max (${max})`;
    const away = Math.max(min - mean, mean - max);
    return away > 30 * sd && sd > 0
      ? `the interval lies more than 30 standard deviations from the mean (${mean}), so hardly anything is left`
      : undefined;
  },
  times(spec, factor) {
    const { mean, sd, min, max } = numbers(spec);
    return { ...spec, mean: factor * mean, sd: factor * sd, min: factor * min, max: factor * max };
  },
  build(spec) {
    const { mean, sd, min, max } = numbers(spec);
    if (sd === 0 || min === max) {
      return degenerate('truncatedNormal', Math.min(max, Math.max(min, mean)));
    }
    const low = (min - mean) / sd;
    const high = (max - mean) / sd;
    // Work in the lower tail, where probabilities keep their digits: mirror when the interval lies above.
    const mirrored = low > 0;
    const from = normalCdf(mirrored ? -high : low);
    const share = normalCdf(mirrored ? -low : high) - from;
    const moments = momentsBetween(low, high);
    return {
      name: 'truncatedNormal',
      mean: mean + sd * moments.mean,
      variance: sd * sd * moments.variance,
      min,
      max,
      quantile(u) {
        const z = mirrored ? -normalQuantile(from + (1 - u) * share) : normalQuantile(from + u * share);
        return Math.min(max, Math.max(min, mean + sd * z));
      },
    };
  },
};

function numbers(spec: DistributionSpec) {
  return {
    mean: numberOf(spec, 'mean'),
    sd: numberOf(spec, 'sd'),
    min: numberOf(spec, 'min'),
    max: numberOf(spec, 'max'),
  };
}

/**
 * Mean and variance of a standard normal kept between low and high, by Simpson's rule over the part that
 * matters: the closed formula cancels badly for narrow intervals and far tails, this does not.
 */
function momentsBetween(low: number, high: number): { mean: number; variance: number } {
  const peak = Math.min(high, Math.max(low, 0));
  const reach = Math.min(9, 40 / Math.max(1, Math.abs(peak)));
  const from = Math.max(low, peak - reach);
  const width = Math.min(high, peak + reach) - from;
  const steps = 1000;
  let mass = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i <= steps; i++) {
    const z = from + (width * i) / steps;
    const away = z - peak;
    const weight = (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * exp(-0.5 * away * (z + peak));
    mass += weight;
    first += weight * away;
    second += weight * away * away;
  }
  const shift = first / mass;
  return { mean: peak + shift, variance: Math.max(0, second / mass - shift * shift) };
}
