import { type DistributionKind, degenerate, numberOf } from './kind.ts';

/** Always the same value. */
export const constant: DistributionKind = {
  name: 'constant',
  doc: 'Always the same value.',
  parameters: [{ name: 'value', doc: 'the value' }],
  times: (spec, factor) => ({ ...spec, value: factor * numberOf(spec, 'value') }),
  build: (spec) => degenerate('constant', numberOf(spec, 'value')),
};
