import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum, waterline } from './divide.ts';

/** Appeals as they come: many alike, some zero, some far apart. */
const appeals = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(0, 0.5, 1, 2) },
    { weight: 3, arbitrary: fc.double({ min: 1e-3, max: 50, noNaN: true }) },
  ),
  { maxLength: 40 },
);
const cases = fc.record({
  appeal: appeals,
  hours: fc.double({ min: 0, max: 40, noNaN: true }),
  tau: fc.double({ min: 0.05, max: 1, noNaN: true }),
  shortest: fc.oneof(fc.constant(0), fc.double({ min: 0.05, max: 2, noNaN: true })),
});

/**
 * The rule by brute force: sort, try every number of places k from the most down, and take the first in which
 * the least of the k would reach the shortest appointment.
 */
function byTrial(appeal: readonly number[], hours: number, tau: number, shortest: number) {
  const order = appeal.map((_, i) => i).filter((i) => appeal[i] > 0);
  order.sort((a, b) => appeal[b] - appeal[a] || a - b);
  for (let k = order.length; k > 0; k--) {
    const places = order.slice(0, k);
    const lambda = sum(places.map((i) => appeal[i])) / (hours + k * tau);
    if (appeal[order[k - 1]] / lambda - tau < shortest - 1e-12) continue;
    const out = appeal.map(() => 0);
    for (const i of places) out[i] = Math.max(0, appeal[i] / lambda - tau);
    return { places, out };
  }
  return { places: [], out: appeal.map(() => 0) };
}

/** Whether a claimant more or less hangs on the last bits: then both numbers of places are right. */
function onTheEdge(appeal: readonly number[], hours: number, tau: number, shortest: number): boolean {
  const sorted = appeal.filter((u) => u > 0).sort((a, b) => b - a);
  let above = 0;
  return sorted.some((u, at) => {
    above += u;
    const reach = u * (hours + (at + 1) * tau);
    return Math.abs(reach - (tau + shortest) * above) < 1e-9 * reach;
  });
}

describe('the waterline', () => {
  it('equals the division by trial of every number of places', () => {
    fc.assert(
      fc.property(cases, ({ appeal, hours, tau, shortest }) => {
        fc.pre(!onTheEdge(appeal, hours, tau, shortest));
        const expected = byTrial(appeal, hours, tau, shortest);
        const found = waterline({ appeal, hours, tau, shortest });
        found.hours.forEach((given, i) => {
          expect(given).toBeCloseTo(expected.out[i], 9);
        });
        expect([...found.served].sort()).toEqual([...expected.places].sort());
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  it('gives all hours away as soon as somebody is served, and nobody less than the shortest appointment', () => {
    fc.assert(
      fc.property(cases, ({ appeal, hours, tau, shortest }) => {
        const found = waterline({ appeal, hours, tau, shortest });
        const given = sum(found.hours);
        if (found.line.served > 0) expect(Math.abs(given - hours)).toBeLessThan(1e-9 * (1 + hours));
        else expect(given).toBe(0);
        for (const each of found.hours) if (each > 0) expect(each).toBeGreaterThanOrEqual(shortest - 1e-9);
      }),
      { numRuns: 1000, seed: 2 },
    );
  });

  it('is the best division without a shortest appointment (Karush–Kuhn–Tucker)', () => {
    fc.assert(
      fc.property(cases, ({ appeal, hours, tau }) => {
        const { hours: given, line } = waterline({ appeal, hours, tau, shortest: 0 });
        appeal.forEach((u, i) => {
          // The marginal worth of an hour, u/(h + τ), is λ for whoever is served and at most λ for the others.
          const margin = u / (given[i] + tau);
          if (given[i] > 0) expect(Math.abs(margin / line.lambda - 1)).toBeLessThan(1e-9);
          else expect(margin).toBeLessThanOrEqual(line.lambda * (1 + 1e-9));
        });
      }),
      { numRuns: 1000, seed: 3 },
    );
  });

  it('gives more to whoever appeals more, and the same to equals who are both served', () => {
    fc.assert(
      fc.property(cases, ({ appeal, hours, tau, shortest }) => {
        const { hours: given, served } = waterline({ appeal, hours, tau, shortest });
        for (const i of served) {
          for (let j = 0; j < appeal.length; j++) {
            if (appeal[i] > appeal[j]) expect(given[i]).toBeGreaterThanOrEqual(given[j]);
            if (appeal[i] === appeal[j] && served.includes(j)) expect(given[i]).toBe(given[j]);
            if (appeal[j] > appeal[i]) expect(served).toContain(j);
          }
        }
      }),
      { numRuns: 1000, seed: 4 },
    );
  });

  it('gives equal hours for equal appeal where they reach everybody', () => {
    const { hours, line } = waterline({ appeal: Array(17).fill(3), hours: 12 });
    expect(line.served).toBe(17);
    for (const given of hours) expect(given).toBeCloseTo(12 / 17, 12);
  });

  it('still serves as many equals as the hours allow where they do not reach everybody', () => {
    // 100 equals, 22.2 hours, appointments of half an hour: 44 places, not none.
    const { hours, line } = waterline({ appeal: Array(100).fill(1), hours: 22.2 });
    expect(line.served).toBe(44);
    expect(hours.filter((given) => given > 0)).toHaveLength(44);
    expect(sum(hours)).toBeCloseTo(22.2, 9);
  });

  it('chooses among equals at the margin by their keys, smallest first, wherever they stand', () => {
    const ties = [50, 10, 40, 30, 20];
    const { served } = waterline({ appeal: Array(5).fill(1), hours: 1, ties });
    expect(served.sort()).toEqual([1, 4]);
  });

  it('serves nobody when the hours do not make one shortest appointment', () => {
    const { hours, line } = waterline({ appeal: [5, 1, 1], hours: 0.49 });
    expect(hours).toEqual([0, 0, 0]);
    expect(line).toEqual({ served: 0, lambda: Number.POSITIVE_INFINITY });
  });

  it('never gives time to appeal of zero or less, and divides nothing among nobody', () => {
    expect(waterline({ appeal: [0, -1, 2], hours: 10 }).hours).toEqual([0, 0, 10]);
    expect(waterline({ appeal: [0, 0], hours: 10 }).line.served).toBe(0);
    expect(waterline({ appeal: [], hours: 10 }).line.served).toBe(0);
  });
});
