import { describe, expect, it } from 'vitest';
import { areas } from '../../src/measures/areas.ts';
import type { AreaResult } from '../../src/model/areas/areaDemand.ts';
import type { World } from '../../src/model/world.ts';
import { normalCdf } from '../../src/random/special.ts';
import { measureKey } from '../../src/tables/rows.ts';

const result = (area: number, test: number, changes: Partial<AreaResult> = {}): AreaResult => ({
  area,
  test,
  baseline: 1000,
  demand: 900,
  twinBaseline: 1000,
  twinDemand: 980,
  passed: true,
  twinPassed: false,
  paid: 75,
  twinPaid: 0,
  threshold: 0.05,
  luck: 0.1,
  ...changes,
});

/** The rows of a world with these results, by key. */
function rowsOf(results: Record<string, AreaResult[]> | undefined) {
  const rewards = new Map(
    Object.entries(results ?? {}).map(([name, each]) => [name, { results: each, advances: [] }]),
  );
  const world = {
    areas: { names: ['hill', 'valley'] },
    demand: results && { rewards },
  } as unknown as World;
  const rows = areas.create({} as never).finish(world, {});
  return new Map(rows.map((row) => [measureKey(row.measure, row.slice), row]));
}

const two = {
  adults: [
    result(0, 0),
    result(1, 0, { baseline: 3000, demand: 3300, passed: false, paid: -10, luck: 0.02 }),
    result(0, 1, { demand: 800, twinDemand: 940, twinPassed: true, paid: 175, twinPaid: 35 }),
  ],
  youth: [result(1, 0, { threshold: 0.1, passed: false, paid: 0, demand: 950 })],
};

describe('measures of area rewards', () => {
  const rows = rowsOf(two);
  const of = (key: string) => rows.get(key)?.value;

  it('give each test, each area over its tests, each reward and the whole', () => {
    expect(of('areas.change[reward=adults,area=hill,test=1]')).toBeCloseTo(-0.1, 12);
    expect(of('areas.change[reward=adults,area=hill,test=2]')).toBeCloseTo(-0.2, 12);
    expect(of('areas.change[reward=adults,area=hill]')).toBeCloseTo(-0.15, 12);
    expect(of('areas.change[reward=adults]')).toBeCloseTo(0, 12);
    expect(of('areas.change')).toBeCloseTo(5950 / 6000 - 1, 12);
    expect([of('areas.passed[reward=adults]'), of('areas.passed')]).toEqual([2 / 3, 1 / 2]);
    expect([of('areas.reward'), of('areas.reward[reward=adults,area=valley,test=1]')]).toEqual([240, -10]);
  });

  it('tell what came anyway from what was added', () => {
    expect(of('areas.twinChange[reward=adults,area=hill]')).toBeCloseTo(-0.04, 12);
    expect(of('areas.added[reward=adults,area=hill]')).toBeCloseTo(-0.11, 12);
    expect(of('areas.twinPassed')).toBe(1 / 4);
    expect(of('areas.deadweight')).toBe(1 / 2);
    expect(of('areas.rewardAdded')).toBe(240 - 35);
    expect(rows.get('areas.deadweight[reward=youth]')).toMatchObject({
      value: null,
      why: 'no test was passed',
    });
  });

  it('say with what chance luck alone passes', () => {
    expect(of('areas.luckPass[reward=adults,area=hill]')).toBeCloseTo(normalCdf(-0.5), 12);
    expect(of('areas.luckPass[reward=adults,area=valley]')).toBeCloseTo(normalCdf(-2.5), 12);
    // With a change like this one: a fall of 10% against 5%, and a rise of 10%.
    expect(of('areas.chance[reward=adults,area=hill,test=1]')).toBeCloseTo(normalCdf(0.05 / 0.1), 12);
    expect(of('areas.chance[reward=adults,area=valley,test=1]')).toBeCloseTo(normalCdf(-0.15 / 0.02), 12);
    expect(of('areas.threshold[reward=youth]')).toBe(-0.1);
  });

  it('are undefined with a reason without a reward, a test or any demand', () => {
    for (const [results, why] of [
      [undefined, 'nothing is paid on the demand of areas'],
      [{ adults: [] }, 'the run completes no test'],
    ] as const) {
      const all = [...rowsOf(results as never).values()];
      expect(all.length).toBe(areas.measures.length);
      expect(new Set(all.map((row) => [row.slice, row.value, row.why].join()))).toEqual(
        new Set([`,,${why}`]),
      );
    }
    const none = { baseline: 0, demand: 0, twinBaseline: 0, twinDemand: 0, passed: false, luck: Number.NaN };
    const empty = rowsOf({ adults: [result(0, 0, none)] });
    for (const measure of ['areas.change', 'areas.luckPass', 'areas.luck', 'areas.added'])
      expect(empty.get(measure)).toMatchObject({ value: null, why: 'the baseline has no demand' });
    expect(empty.get('areas.passed')?.value).toBe(0);
  });
});
