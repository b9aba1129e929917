import { type DistributionKind, numberOf } from './kind.ts';

/** Every value between two ends is equally likely. */
export const uniform: DistributionKind = {
  name: 'uniform',
  doc: 'Every value between two ends is equally likely.',
  parameters: [
    { name: 'min', doc: 'lower end' },
    { name: 'max', doc: 'upper end' },
  ],
  check(spec) {
    const min = numberOf(spec, 'min');
    const max = numberOf(spec, 'max');
    return min <= max ? undefined : `min (${min}) lies above max (${max})`;
  },
  times: (spec, factor) => ({
    ...spec,
    min: factor * numberOf(spec, 'min'),
    max: factor * numberOf(spec, 'max'),
  }),
  build(spec) {
    const min = numberOf(spec, 'min');
    const max = numberOf(spec, 'max');
    const width = max - min;
    return {
      name: 'uniform',
      mean: min + width / 2,
      variance: (width * width) / 12,
      min,
      max,
      quantile: (u) => Math.min(max, min + width * u),
    };
  },
};
