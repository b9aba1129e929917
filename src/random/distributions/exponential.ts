import { log1p } from '../math.ts';
import { type DistributionKind, degenerate, numberOf } from './kind.ts';

/** Waiting time for something that is equally likely at every moment. */
export const exponential: DistributionKind = {
  name: 'exponential',
  doc: 'Waiting time for something that is equally likely at every moment.',
  parameters: [{ name: 'mean', doc: 'mean waiting time', min: 0 }],
  times: (spec, factor) => ({ ...spec, mean: factor * numberOf(spec, 'mean') }),
  // An exponential amount is a gamma of shape 1, and parts of that are gammas.
  over(spec, part) {
    const mean = numberOf(spec, 'mean');
    return mean === 0 ? spec : { dist: 'gamma', shape: part, scale: mean };
  },
  build(spec) {
    const mean = numberOf(spec, 'mean');
    if (mean === 0) return degenerate('exponential', 0);
    return {
      name: 'exponential',
      mean,
      variance: mean * mean,
      min: 0,
      max: Infinity,
      quantile: (u) => -mean * log1p(-u),
    };
  },
};
