import { type DistributionKind, degenerate, numberOf } from './kind.ts';

/** 1 with a given chance, else 0. */
export const bernoulli: DistributionKind = {
  name: 'bernoulli',
  doc: '1 with a given chance, else 0.',
  parameters: [{ name: 'p', doc: 'chance of 1', min: 0, max: 1 }],
  // What happens at most once falls into the part with this chance; in several parts it can happen twice.
  over: (spec, part) => ({ ...spec, p: part * numberOf(spec, 'p') }),
  build(spec) {
    const p = numberOf(spec, 'p');
    if (p === 0 || p === 1) return degenerate('bernoulli', p);
    return {
      name: 'bernoulli',
      mean: p,
      variance: p * (1 - p),
      min: 0,
      max: 1,
      quantile: (u) => (u > 1 - p ? 1 : 0),
    };
  },
};
