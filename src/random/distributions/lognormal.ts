import { exp, expm1, log } from '../math.ts';
import { normalQuantile } from '../special.ts';
import { type DistributionKind, degenerate, numberOf } from './kind.ts';

/** A positive number whose logarithm is normal, given by its true mean. */
export const lognormal: DistributionKind = {
  name: 'lognormal',
  doc: 'A positive number whose logarithm is normal; `mean` is the mean of the number itself.',
  parameters: [
    { name: 'mean', doc: 'mean of the number itself (not of its logarithm)', exclusiveMin: 0 },
    { name: 'sigma', doc: 'standard deviation of its logarithm', min: 0, max: 20 },
  ],
  times: (spec, factor) => ({ ...spec, mean: factor * numberOf(spec, 'mean') }),
  build(spec) {
    const mean = numberOf(spec, 'mean');
    const sigma = numberOf(spec, 'sigma');
    if (sigma === 0) return degenerate('lognormal', mean);
    const mu = log(mean) - (sigma * sigma) / 2;
    return {
      name: 'lognormal',
      mean,
      variance: mean * mean * expm1(sigma * sigma),
      min: 0,
      max: Infinity,
      quantile: (u) => exp(mu + sigma * normalQuantile(u)),
    };
  },
};
