import { describe, expect, it } from 'vitest';
import { chooseMembers, flatteryOf, standingOf } from '../../../src/experiment/optimise/checkFront.ts';
import { type Aims, type AimValues, chanceToKeep, clarity } from '../../../src/experiment/optimise/luck.ts';

const aims: Aims = {
  goals: [
    { measure: 'added', better: 'higher' },
    { measure: 'spent', better: 'lower' },
  ],
  limits: [{ measure: 'parked', is: 'atMost', value: 0.3 }],
};
const at = (added: number[], spent: number, parked = [0.1, 0.1, 0.1]): AimValues => ({
  goals: [added, added.map(() => spent)],
  limits: [parked],
});

describe('points that are told again', () => {
  const good = { point: 0, values: at([10, 11, 12], 5) };
  const noisy = { point: 1, values: at([8, 13, 9], 6) };
  const bad = { point: 2, values: at([1, 2, 3], 6) };
  const same = { point: 3, values: at([10, 11, 12], 5) };
  const cheap = { point: 4, values: at([1, 2, 3], 1) };
  const parks = { point: 5, values: at([20, 21, 22], 5, [0.2, 0.3, 0.5]) };
  const clearlyParks = { point: 6, values: at([20, 21, 22], 5, [0.5, 0.5, 0.5]) };

  it('are the front, and those that luck cannot tell from it', () => {
    const { front, near } = chooseMembers(aims, [good, noisy, bad, same, cheap, parks, clearlyParks]);
    expect(front.map(({ point, alike }) => [point, alike])).toEqual([
      [0, 1],
      [4, 0],
    ]);
    // One that may be better, and one that breaks the limit by its mean alone.
    expect(near.map(({ point }) => point).sort()).toEqual([1, 5]);
  });

  it('are at most twelve beside the front, the hardest to tell first', () => {
    const many = Array.from({ length: 20 }, (_, i) => ({
      point: i + 1,
      values: at([10.4 - i / 50, 11.4 - i / 50, 11 - i / 50], 5.01),
    }));
    const { near, leftOut } = chooseMembers(aims, [good, ...many]);
    expect(near.map(({ point }) => point)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    expect(leftOut).toBe(8);
  });

  it('are also those that keep to the limits more surely than the front', () => {
    // The best just keeps to the limit; behind it stand, clearly beaten, two that surely do.
    const edge = { point: 1, values: at([20, 21, 22], 5, [0.1, 0.3, 0.49]) };
    const safe = { point: 2, values: at([19, 20, 21], 5.1) };
    const behind = { point: 3, values: at([18, 19, 20], 5.2) };
    const { front, near } = chooseMembers(aims, [edge, safe, behind]);
    expect(front.map(({ point }) => point)).toEqual([1]);
    expect(near.map(({ point }) => point)).toEqual([2]);
    const { near: unlimited } = chooseMembers({ ...aims, limits: [] }, [edge, safe, behind]);
    expect(unlimited).toEqual([]);
  });

  it('are no front where none keeps to the limits, and those that may keep to them', () => {
    const { front, near } = chooseMembers(aims, [parks, clearlyParks]);
    expect(front).toEqual([]);
    expect(near.map(({ point }) => point)).toEqual([5]);
  });
});

describe('how clear a difference is', () => {
  it('is the least t over goals, and goals that never differ do not count', () => {
    // Differences 1, 2, 3: mean 2, standard error 1/√3.
    expect(clarity(aims, at([11, 12, 13], 5), at([10, 10, 10], 5))).toBeCloseTo(2 * Math.sqrt(3), 12);
    expect(clarity(aims, at([1, 2, 3], 5), at([1, 2, 3], 5))).toBe(Number.POSITIVE_INFINITY);
    expect(clarity(aims, at([1, 2, 3], 5), at([1, 2, 3], 4))).toBe(Number.NEGATIVE_INFINITY);
  });

  it('gives the probability that a limit is kept', () => {
    const [limit] = aims.limits;
    expect(chanceToKeep(limit, [0.3, 0.2, 0.4])).toBeCloseTo(0.5, 12);
    expect(chanceToKeep({ ...limit, is: 'atLeast' }, [0.5, 0.5])).toBe(1);
    expect(chanceToKeep(limit, [0.3, 0.3])).toBe(1);
    expect(chanceToKeep(limit, [0.2])).toBe(null);
    // t = −√3 with two degrees of freedom: (1 − 3/√15)/2, by the closed form of that distribution.
    expect(chanceToKeep(limit, [0.3, 0.4, 0.5])).toBeCloseTo((1 - Math.sqrt(3) / Math.sqrt(5)) / 2, 12);
  });
});

describe('where a point stands', () => {
  const front = [
    { values: at([10, 11, 12], 5), name: 2 },
    { values: at([10, 10, 10], 1), name: 1 },
  ];

  it('is on the front, beaten clearly or perhaps, beyond a limit, or unknown', () => {
    expect(standingOf(aims, at([12, 13, 14], 6), front)).toEqual({ is: 'front' });
    expect(standingOf(aims, at([1, 2, 3], 7), front)).toEqual({ is: 'beaten', by: [2, 1], clearly: true });
    expect(standingOf(aims, at([7, 12, 11], 5), front)).toEqual({ is: 'beaten', by: [2, 1], clearly: false });
    expect(standingOf(aims, at([1, 2, 3], 0, [0.3, 0.3, 0.4]), front)).toEqual({
      is: 'breaks',
      limits: ['parked'],
      clearly: false,
    });
    expect(standingOf(aims, undefined, front)).toEqual({ is: 'unknown' });
  });

  it('names only what clearly beats it, and only the limit that it clearly breaks, where there is one', () => {
    const unsure = { values: at([1, 12, 11], 5), name: 3 };
    expect(standingOf(aims, at([1, 2, 3], 7), [...front, unsure])).toEqual({
      is: 'beaten',
      by: [2, 1],
      clearly: true,
    });
    const limits = [...aims.limits, { measure: 'ill', is: 'atMost' as const, value: 1 }];
    const both = {
      ...at([1, 2, 3], 0, [0.1, 0.5, 0.6]),
      limits: [
        [0.1, 0.5, 0.6],
        [2, 2, 2],
      ],
    };
    expect(standingOf({ ...aims, limits }, both, front)).toEqual({
      is: 'breaks',
      limits: ['ill'],
      clearly: true,
    });
  });
});

describe('how far a front was flattered', () => {
  it('is the lead over the file in one luck less that in the other, turned so that above 0 is flattered', () => {
    const file = { search: at([10, 12, 14], 5), checked: at([9, 11, 10, 10], 5) };
    const members = [
      { search: at([14, 15, 19], 3), checked: at([10, 13, 11, 12], 4) },
      { search: at([12, 15, 17], 4), checked: at([10, 11, 11, 12], 4) },
    ];
    const [added, spent] = flatteryOf(aims, members, file);
    // Leads of the two on average: 3, 3 and 4 in the search; 1, 1, 1 and 2 afterwards.
    expect(added).toMatchObject({ measure: 'added', points: 2, mean: expect.closeTo(10 / 3 - 5 / 4, 12) });
    expect(added.lo!).toBeLessThan(added.mean!);
    expect(spent.mean).toBeCloseTo(1.5 - 1, 12);
    expect(flatteryOf(aims, [], file)).toEqual([]);
  });
});
