import { type DistributionKind, degenerate, numberOf } from './kind.ts';

/** Rises in a straight line from the lower end to the mode and falls to the upper end. */
export const triangular: DistributionKind = {
  name: 'triangular',
  doc: 'Rises in a straight line from the lower end to the mode and falls to the upper end.',
  parameters: [
    { name: 'min', doc: 'lower end' },
    { name: 'mode', doc: 'likeliest value' },
    { name: 'max', doc: 'upper end' },
  ],
  check(spec) {
    const [min, mode, max] = [numberOf(spec, 'min'), numberOf(spec, 'mode'), numberOf(spec, 'max')];
    return min <= mode && mode <= max
      ? undefined
      : `min ≤ mode ≤ max does not hold (${min}, ${mode}, ${max})`;
  },
  times: (spec, factor) => ({
    ...spec,
    min: factor * numberOf(spec, 'min'),
    mode: factor * numberOf(spec, 'mode'),
    max: factor * numberOf(spec, 'max'),
  }),
  build(spec) {
    const [min, mode, max] = [numberOf(spec, 'min'), numberOf(spec, 'mode'), numberOf(spec, 'max')];
    if (min === max) return degenerate('triangular', min);
    const width = max - min;
    const rise = mode - min;
    const fall = max - mode;
    const turn = rise / width;
    return {
      name: 'triangular',
      mean: min + (width + rise) / 3,
      variance: (width * width - rise * fall) / 18,
      min,
      max,
      quantile: (u) =>
        u < turn ? min + Math.sqrt(u * width * rise) : max - Math.sqrt((1 - u) * width * fall),
    };
  },
};
