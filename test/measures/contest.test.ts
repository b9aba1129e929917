import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contest } from '../../src/measures/contest.ts';
import type { MeasuredValues } from '../../src/measures/contrast.ts';
import type { Scenario } from '../../src/model/schema/scenario.ts';
import { measureKey } from '../../src/tables/rows.ts';

type Settings = Scenario['measures'];

const settings = (points: object, limits: object = {}): Settings =>
  ({ contest: { points, limits, mayChange: [] } }) as unknown as Settings;

const values =
  (of: Record<string, number | null>): MeasuredValues =>
  (key) =>
    key in of
      ? { measure: key, slice: '', value: of[key], ...(of[key] === null && { why: 'nobody came' }) }
      : undefined;

const term = (measure: string, per: number, points: number) => ({ title: '', measure, per, points });

const read = (own: MeasuredValues, base: MeasuredValues, asked: Settings): Record<string, number | null> =>
  Object.fromEntries(
    contest.rows(own, base, asked).map(({ measure, slice, value }) => [measureKey(measure, slice), value]),
  );

describe('points of a contest', () => {
  it('are steps from the base times their points, added over the terms', () => {
    const asked = settings({ jobs: term('jobs', 0.01, 20), parked: term('parked', 0.02, -3) });
    const found = read(values({ jobs: 0.35, parked: 0.2 }), values({ jobs: 0.3, parked: 0.1 }), asked);
    expect(found['contest.points[term=jobs]']).toBeCloseTo(100, 9);
    expect(found['contest.points[term=parked]']).toBeCloseTo(-15, 9);
    expect(found['contest.points']).toBeCloseTo(85, 9);
  });

  it('are 0 for the base, whatever is valued', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
            fc.double({ min: -1e3, max: 1e3, noNaN: true }),
          ),
          {
            minLength: 1,
            maxLength: 5,
          },
        ),
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        (terms, value) => {
          const asked = settings(
            Object.fromEntries(terms.map(([per, points], at) => [`t${at}`, term('m', per, points)])),
          );
          const base = values({ m: value });
          for (const found of Object.values(read(base, base, asked))) expect(found).toBe(0);
        },
      ),
    );
  });

  it('are undefined, with the reason, where a measure is so in either design', () => {
    const asked = settings({ jobs: term('jobs', 0.01, 20), other: term('other', 1, 1) });
    const rows = contest.rows(values({ jobs: null, other: 2 }), values({ jobs: 0.3, other: 1 }), asked);
    expect(rows[0]).toMatchObject({ measure: 'contest.points', value: null });
    expect(rows[0].why).toContain('nobody came');
    expect(rows[2]).toMatchObject({ slice: 'term=other', value: 1 });
    const lacking = contest.rows(values({ other: 1 }), values({ other: 1 }), asked);
    expect(lacking[1].why).toBe('jobs is not measured');
  });

  it('leave room to a limit on the side that is allowed', () => {
    const limit = (is: string, value: number) => ({ title: '', measure: 'money', is, value });
    const asked = settings(
      { money: term('money', 1, 1) },
      { most: limit('atMost', 10), least: limit('atLeast', 4) },
    );
    const found = read(values({ money: 12 }), values({ money: 8 }), asked);
    expect(found['contest.room[limit=most]']).toBe(-2);
    expect(found['contest.room[limit=least]']).toBe(8);
  });

  it('are not counted where the scenario is no contest', () => {
    expect(contest.rows(values({}), values({}), settings({}))).toEqual([]);
  });
});
