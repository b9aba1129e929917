import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priority, sum } from './divide.ts';

/** The rule by a plain sort. */
function bySort(appeal: number[], needed: number[], hours: number, ties: number[]): number[] {
  const out = appeal.map(() => 0);
  let left = hours;
  const order = appeal.map((_, i) => i).sort((a, b) => appeal[b] - appeal[a] || ties[a] - ties[b]);
  for (const i of order) {
    out[i] = Math.min(left, needed[i]);
    left -= out[i];
  }
  return out;
}

const claimants = fc.array(
  fc.record({
    appeal: fc.oneof(fc.constantFrom(0, 1, 2), fc.double({ min: -5, max: 5, noNaN: true })),
    // Eighths of hours add up without rounding, so that the reference and the rule must agree to the last bit.
    needed: fc.integer({ min: 0, max: 24 }).map((eighths) => eighths / 8),
    tie: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  }),
  { maxLength: 60 },
);

describe('the priority rule', () => {
  it('equals a plain sort by appeal and key', () => {
    fc.assert(
      fc.property(claimants, fc.integer({ min: 0, max: 400 }), (list, eighths) => {
        const ties = [...new Set(list.map((each) => each.tie))];
        fc.pre(ties.length === list.length);
        const appeal = list.map((each) => each.appeal);
        const needed = list.map((each) => each.needed);
        const found = priority(appeal, needed, eighths / 8, ties);
        expect(found.hours).toEqual(bySort(appeal, needed, eighths / 8, ties));
        expect(sum(found.hours)).toBe(Math.min(eighths / 8, sum(needed)));
      }),
      { numRuns: 1500, seed: 5 },
    );
  });

  it('gives the last one what is left, and says where the line lies', () => {
    const { hours, line } = priority([1, 4, 3, 2], [1, 1, 1, 1], 2.25);
    expect(hours).toEqual([0, 1, 1, 0.25]);
    expect(line).toEqual({ served: 3, lambda: 2 });
  });

  it('serves nobody without hours or claimants', () => {
    expect(priority([1, 2], [1, 1], 0)).toMatchObject({ hours: [0, 0], line: { served: 0 } });
    expect(priority([], [], 5).line).toEqual({ served: 0, lambda: Number.POSITIVE_INFINITY });
  });
});
