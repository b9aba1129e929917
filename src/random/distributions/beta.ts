import { logistic } from '../math.ts';
import { betaLogits } from '../special.ts';
import { type DistributionKind, numberOf } from './kind.ts';

/** The beta distribution on [0, 1]. */
export const beta: DistributionKind = {
  name: 'beta',
  doc: 'The beta distribution on [0, 1]; mean a/(a + b), the narrower the larger a + b.',
  parameters: [
    { name: 'a', doc: 'pull towards 1', exclusiveMin: 0, max: 1e6 },
    { name: 'b', doc: 'pull towards 0', exclusiveMin: 0, max: 1e6 },
  ],
  build(spec) {
    const a = numberOf(spec, 'a');
    const b = numberOf(spec, 'b');
    const sum = a + b;
    const logits = betaLogits(a, b);
    return {
      name: 'beta',
      mean: a / sum,
      variance: ((a / sum) * (b / sum)) / (sum + 1),
      min: 0,
      max: 1,
      quantile: (u) => logistic(logits(u, 1 - u)),
    };
  },
};
