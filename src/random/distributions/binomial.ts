import { binomialDensity } from '../special/saddle.ts';
import { countDistribution } from './countTable.ts';
import { type DistributionKind, degenerate, numberOf } from './kind.ts';

/** How many of n independent tries succeed. */
export const binomial: DistributionKind = {
  name: 'binomial',
  doc: 'How many of n independent tries succeed.',
  parameters: [
    { name: 'n', doc: 'number of tries', min: 0, max: 1e8, integer: true },
    { name: 'p', doc: 'chance of each', min: 0, max: 1 },
  ],
  // Every try falls into the part with this chance; parts then no longer add up to at most n.
  over: (spec, part) => ({ ...spec, p: part * numberOf(spec, 'p') }),
  build(spec) {
    const n = numberOf(spec, 'n');
    const p = numberOf(spec, 'p');
    if (n === 0 || p === 0 || p === 1) return degenerate('binomial', n * p);
    return countDistribution('binomial', n * p, n * p * (1 - p), n, (count) =>
      binomialDensity(count, n, p, 1 - p),
    );
  },
};
