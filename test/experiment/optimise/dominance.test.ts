import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crowding } from '../../../src/experiment/optimise/crowding.ts';
import { goesBefore, type Judged, layersOf } from '../../../src/experiment/optimise/dominance.ts';

const judged = fc.record({
  // Few values, so that ties and equal places are common.
  goals: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }),
  violation: fc.constantFrom(0, 0, 0, 0.5, 2, Number.POSITIVE_INFINITY),
});

describe('layers of places', () => {
  it('are those of the definition: the first that none goes before, then the same of the rest', () => {
    fc.assert(
      fc.property(fc.array(judged, { maxLength: 25 }), (places) => {
        let rest = places.map((_, i) => i);
        for (const layer of layersOf(places)) {
          const best = rest.filter((i) => !rest.some((j) => goesBefore(places[j], places[i])));
          expect(layer).toEqual(best);
          rest = rest.filter((i) => !best.includes(i));
        }
        expect(rest).toEqual([]);
      }),
    );
  });

  it('put what keeps to the limits first, then what breaks them less, and what cannot run last', () => {
    const at = (violation: number, ...goals: number[]): Judged => ({ goals, violation });
    const places = [at(Number.POSITIVE_INFINITY), at(2, 0, 0), at(0.5, 9, 9), at(0, 5, 5), at(0, 4, 6)];
    expect(layersOf(places)).toEqual([[3, 4], [2], [1], [0]]);
  });
});

describe('crowding', () => {
  it('is the way between both neighbours over the range, added over goals, and endless at the ends', () => {
    const layer = [
      [0, 10],
      [4, 2],
      [1, 6],
      [10, 0],
    ];
    const found = crowding(layer);
    expect([found[0], found[3]]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect(found[1]).toBeCloseTo((10 - 1) / 10 + (6 - 0) / 10, 12);
    expect(found[2]).toBeCloseTo((4 - 0) / 10 + (10 - 2) / 10, 12);
  });

  it('is told of one place, of none, and of places that are all the same', () => {
    expect(crowding([])).toEqual([]);
    expect(crowding([[1, 2]])).toEqual([Number.POSITIVE_INFINITY]);
    expect(
      crowding([
        [1, 1],
        [1, 1],
        [1, 1],
      ])[1],
    ).toBe(0);
  });
});
