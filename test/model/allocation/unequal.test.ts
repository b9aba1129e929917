import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatches } from '../../../src/model/allocation/items.ts';
import { divideOnTop } from '../../../src/model/allocation/onTop.ts';
import { sum } from './divide.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const cases = fc.record({
  claimants: fc.array(
    fc.record({
      appeal: fc.oneof(fc.constantFrom(0, 1), number(1e-3, 30)),
      shortest: fc.oneof(fc.constantFrom(0.5, 3), number(0.05, 6)),
    }),
    { maxLength: 8 },
  ),
  hours: number(0, 12),
  tau: number(0.05, 1),
});
type Claimant = { appeal: number; shortest: number };

/** Hours of each, and the line that they were divided on. */
function divideOnLine(
  claimants: readonly Claimant[],
  hours: number,
  tau: number,
): { given: number[]; lambda: number } {
  const n = claimants.length;
  const out = new Float64Array(n).fill(99);
  const shortest = Float64Array.from(claimants, (each) => each.shortest);
  const ties = Uint32Array.from(claimants, (_, i) => i);
  const appeal = Float64Array.from(claimants, (each) => each.appeal);
  const lambda = divideOnTop(appeal, ties, n, undefined, createBatches(1), hours, tau, shortest, out);
  return { given: [...out], lambda };
}

const divide = (claimants: readonly Claimant[], hours: number, tau: number): number[] =>
  divideOnLine(claimants, hours, tau).given;

/** λ of a set, and whether all its members reach their shortest appointments on it; `slack` eases or tightens that. */
function lineOf(set: readonly Claimant[], hours: number, tau: number): number {
  return sum(set.map(({ appeal }) => appeal)) / (hours + set.length * tau);
}
function feasible(set: readonly Claimant[], hours: number, tau: number, slack = 0): boolean {
  const lambda = lineOf(set, hours, tau);
  return set.every(({ appeal, shortest }) => appeal > 0 && appeal >= lambda * (tau + shortest) * (1 - slack));
}

/** All sets of claimants as lists of their places. */
const subsets = (n: number): number[][] =>
  Array.from({ length: 2 ** n }, (_, bits) =>
    Array.from({ length: n }, (_, i) => i).filter((i) => (bits >> i) & 1),
  );

describe('the waterline with shortest appointments of one’s own', () => {
  it('serves the first feasible set in the order of appeal per hour of the shortest appointment', () => {
    fc.assert(
      fc.property(cases, ({ claimants, hours, tau }) => {
        const n = claimants.length;
        const rank = claimants.map(({ appeal, shortest }) => appeal / (tau + shortest));
        const order = [...claimants.keys()].sort((a, b) => rank[b] - rank[a] || a - b);
        const pick = (set: number[]) => set.map((i) => claimants[i]);
        // Where a set hangs on the last bits both are right.
        fc.pre(
          subsets(n).every(
            (set) => feasible(pick(set), hours, tau, 1e-9) === feasible(pick(set), hours, tau, -1e-9),
          ),
        );
        const word = (set: number[]) => order.map((i) => (set.includes(i) ? '1' : '0')).join('');
        const best = subsets(n)
          .filter((set) => feasible(pick(set), hours, tau))
          .sort((a, b) => (word(a) < word(b) ? 1 : -1))[0];
        const given = divide(claimants, hours, tau);
        const lambda = lineOf(pick(best), hours, tau);
        given.forEach((each, i) => {
          const expected = best.includes(i) ? claimants[i].appeal / lambda - tau : 0;
          expect(each).toBeCloseTo(expected, 8);
        });
      }),
      { numRuns: 600, seed: 11 },
    );
  });

  it('is the best division among those served, gives all hours away, and nobody could be added', () => {
    fc.assert(
      fc.property(cases, ({ claimants, hours, tau }) => {
        const { given, lambda } = divideOnLine(claimants, hours, tau);
        const served = claimants.filter((_, i) => given[i] > 0);
        if (served.length > 0) {
          expect(sum(given)).toBeCloseTo(hours, 8);
          expect(lambda / lineOf(served, hours, tau)).toBeCloseTo(1, 8);
        } else expect(lambda).toBe(Number.POSITIVE_INFINITY);
        claimants.forEach((each, i) => {
          if (given[i] > 0) {
            expect(given[i]).toBeGreaterThanOrEqual(each.shortest - 1e-9);
            // Karush–Kuhn–Tucker: one price of an hour for all who are served.
            expect(each.appeal / (given[i] + tau) / lineOf(served, hours, tau)).toBeCloseTo(1, 8);
          } else {
            expect(feasible([...served, each], hours, tau, -1e-9)).toBe(false);
          }
        });
      }),
      { numRuns: 1000, seed: 12 },
    );
  });

  it('leaves a feasible set where anybody is taken out of one, which is why going through them once is enough', () => {
    fc.assert(
      fc.property(cases, ({ claimants, hours, tau }) => {
        for (const set of subsets(claimants.length)) {
          const members = set.map((i) => claimants[i]);
          if (!feasible(members, hours, tau, -1e-9)) continue;
          for (const out of members)
            expect(
              feasible(
                members.filter((each) => each !== out),
                hours,
                tau,
                1e-9,
              ),
            ).toBe(true);
        }
      }),
      { numRuns: 200, seed: 13 },
    );
  });

  it('passes over a long appointment that does not fit and serves a short one after it', () => {
    const given = divide(
      [
        { appeal: 1, shortest: 0.5 },
        { appeal: 4.2, shortest: 3 },
        { appeal: 0.9, shortest: 0.5 },
      ],
      2,
      0.25,
    );
    expect(given[1]).toBe(0);
    expect(given[0]).toBeGreaterThan(0.5);
    expect(given[2]).toBeGreaterThan(0.5);
  });
});
