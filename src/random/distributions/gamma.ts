import { inverseIncompleteGamma } from '../special.ts';
import { type DistributionKind, numberOf } from './kind.ts';

/** The gamma distribution. */
export const gamma: DistributionKind = {
  name: 'gamma',
  doc: 'The gamma distribution; mean shape × scale.',
  parameters: [
    { name: 'shape', doc: 'shape: 1 is exponential, large is nearly normal', exclusiveMin: 0, max: 1e6 },
    { name: 'scale', doc: 'scale, in the unit of the number', exclusiveMin: 0 },
  ],
  times: (spec, factor) => ({ ...spec, scale: factor * numberOf(spec, 'scale') }),
  over: (spec, part) => ({ ...spec, shape: part * numberOf(spec, 'shape') }),
  build(spec) {
    const shape = numberOf(spec, 'shape');
    const scale = numberOf(spec, 'scale');
    return {
      name: 'gamma',
      mean: shape * scale,
      variance: shape * scale * scale,
      min: 0,
      max: Infinity,
      quantile: (u) => scale * inverseIncompleteGamma(u, shape),
    };
  },
};
