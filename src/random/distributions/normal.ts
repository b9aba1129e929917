import { normalQuantile } from '../special.ts';
import { type DistributionKind, degenerate, numberOf } from './kind.ts';

/** The normal distribution. */
export const normal: DistributionKind = {
  name: 'normal',
  doc: 'The normal (bell-shaped) distribution.',
  parameters: [
    { name: 'mean', doc: 'mean' },
    { name: 'sd', doc: 'standard deviation', min: 0 },
  ],
  times: (spec, factor) => ({
    ...spec,
    mean: factor * numberOf(spec, 'mean'),
    sd: factor * numberOf(spec, 'sd'),
  }),
  over: (spec, part) => ({
    ...spec,
    mean: part * numberOf(spec, 'mean'),
    sd: Math.sqrt(part) * numberOf(spec, 'sd'),
  }),
  build(spec) {
    const mean = numberOf(spec, 'mean');
    const sd = numberOf(spec, 'sd');
    if (sd === 0) return degenerate('normal', mean);
    return {
      name: 'normal',
      mean,
      variance: sd * sd,
      min: -Infinity,
      max: Infinity,
      quantile: (u) => mean + sd * normalQuantile(u),
    };
  },
};
