import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascendingOrder } from '../../src/statistics/order.ts';

describe('ascending order', () => {
  it('is the stable order of the values, for every length', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 70 }), (values) => {
        const expected = values.map((_, i) => i).sort((a, b) => values[a] - values[b] || a - b);
        expect([...ascendingOrder(values)]).toEqual(expected);
      }),
      { numRuns: 500, seed: 11 },
    );
  });

  it('is empty for no values', () => {
    expect(ascendingOrder(new Float64Array(0))).toHaveLength(0);
  });
});
