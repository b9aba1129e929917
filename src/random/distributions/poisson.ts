import { poissonDensity } from '../special/saddle.ts';
import { countDistribution } from './countTable.ts';
import { type DistributionKind, degenerate, numberOf } from './kind.ts';

/** Counts of independent events, such as arrivals in a week. */
export const poisson: DistributionKind = {
  name: 'poisson',
  doc: 'Counts of independent events, such as arrivals in a week.',
  parameters: [{ name: 'mean', doc: 'mean count', min: 0, max: 1e7 }],
  over: (spec, part) => ({ ...spec, mean: part * numberOf(spec, 'mean') }),
  build(spec) {
    const mean = numberOf(spec, 'mean');
    if (mean === 0) return degenerate('poisson', 0);
    return countDistribution('poisson', mean, mean, Infinity, (count) => poissonDensity(count, mean));
  },
};
