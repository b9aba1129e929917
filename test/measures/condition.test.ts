import { describe, expect, it } from 'vitest';
import { openSmall, type Patch } from '../support/smallScenario.ts';
import { observed } from './observed.ts';

const measured = (condition: Patch, more: Patch = {}) =>
  observed({ measures: { condition }, ...more }, ['condition', 'hours']);

/** Φ(z), by Abramowitz and Stegun 26.2.17. */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    series.reduce((sum, coefficient, power) => sum + coefficient * t ** (power + 1), 0);
  return z > 0 ? 1 - tail : tail;
}

describe('a condition that cuts across groups', () => {
  it('is not measured unless a barrier is named', () => {
    expect(measured({}).rows.filter(({ measure }) => measure.startsWith('condition.'))).toEqual([]);
  });

  it('is as common in each group as the distribution of its barrier says', () => {
    const from = 0.6;
    const many = { clients: { referrals: { dist: 'constant', value: 300 } } };
    const { of, world } = measured({ barrier: 'health', from, groups: { far: true } }, many);
    const logit = Math.log(from / (1 - from));
    const means = { near: -1, far: 1 };
    const having = Object.entries(means).map(([name, mean], group) => {
      const n = world.people.group.filter((each) => each === group).length;
      const expected = normal((mean - logit) / 0.9);
      const rate = of(`condition.rate[group=${name}]`)!;
      // Five standard errors: a false alarm in about a million.
      expect(Math.abs(rate - expected)).toBeLessThan(5 * Math.sqrt((expected * (1 - expected)) / n));
      return rate * n;
    });
    expect(of('condition.rate')).toBeCloseTo((having[0] + having[1]) / world.people.count, 12);
    expect(of('condition.inGroups')).toBeCloseTo(having[1] / (having[0] + having[1]), 12);
  });

  it('divides the hours of each group and of all between those with it and those without', () => {
    const { of, world } = measured({ barrier: 'health', from: 0.5 });
    for (const slice of ['', '[group=near]', '[group=far]']) {
      const own = slice.slice(1, -1);
      const sides = ['yes', 'no'].map((has) => of(`condition.hours[has=${has}${own && `,${own}`}]`)!);
      const all = of(`hours.perClientWeek${slice}`)!;
      expect(Math.min(...sides)).toBeLessThanOrEqual(all);
      expect(Math.max(...sides)).toBeGreaterThanOrEqual(all);
    }
    expect(world.people.count).toBeGreaterThan(0);
    const everybody = measured({ barrier: 'health', from: 0 });
    for (const group of ['near', 'far'])
      expect(everybody.of(`condition.hours[has=yes,group=${group}]`)).toBe(
        everybody.of(`hours.perClientWeek[group=${group}]`),
      );
    expect(everybody.of('condition.hours[has=no]')).toBeNull();
    expect(everybody.of('condition.inGroups')).toBe(1);
  });

  it('has a barrier and groups that there are', () => {
    const opening = (condition: Patch) => () => openSmall({ measures: { condition } });
    expect(opening({ barrier: 'helth' })).toThrow(
      /measures\.condition\.barrier[\s\S]*no barrier called "helth"[\s\S]*health/,
    );
    expect(opening({ barrier: 'health', groups: { neer: true } })).toThrow(
      /measures\.condition\.groups\.neer[\s\S]*no group called "neer"[\s\S]*near/,
    );
  });
});
