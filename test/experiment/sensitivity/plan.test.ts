import { describe, expect, it } from 'vitest';
import { conductSensitivity } from '../../../src/experiment/sensitivity/conductSensitivity.ts';
import { planSensitivity } from '../../../src/experiment/sensitivity/planSensitivity.ts';
import type { DesignValues, PointOutcome, PointRequest } from '../../../src/experiment/study/point.ts';
import type { MorrisIndex, SensitivityMethod } from '../../../src/tables/sensitivity.ts';
import { openSmall } from '../../support/smallScenario.ts';

const ranged = (value: number, ...range: number[]) => ({ value, source: 'assumed', range });
const loaded = openSmall({
  clients: { groups: { near: { share: ranged(0.6, 0.4, 0.8) } }, crisis: { onset: ranged(0.01, 0, 0.05) } },
  caseworkers: { roles: { broker: { posts: ranged(2, 1, 4) } } },
  designs: { base: {}, other: {} },
});
const morris: SensitivityMethod = { name: 'morris', trajectories: 8, levels: 4 };
const share = 'clients.groups.near.share';
const posts = 'caseworkers.roles.broker.posts';

describe('the points of a sensitivity analysis', () => {
  it('vary what carries a range, restricted by path, beginning or star', () => {
    const paths = (...patterns: string[]) =>
      planSensitivity(loaded, morris, patterns).varied.map(({ path }) => path);
    expect(paths(share)).toEqual([share]);
    expect(paths('clients.crisis')).toEqual(['clients.crisis.onset', 'clients.crisis.weeks']);
    expect(paths('*.broker.posts', share)).toEqual([share, posts]);
    expect(paths().length).toBeGreaterThan(50);
    expect(() => paths('clients.crisis.onst', 'measures')).toThrow(
      /no parameter with a range is called clients\.crisis\.onst\. Did you mean clients\.crisis\.onset\?\nmeasures\.\S+ cannot be varied: it says what is measured/,
    );
    // A name that only begins like another is not it.
    expect(() => paths('clients.cris')).toThrow(/no parameter/);
  });

  it('carry siblings of shares, whole numbers, and the place of what is used', () => {
    const plan = planSensitivity(loaded, morris, [share, posts]);
    expect(plan.points.length).toBe(8 * 3);
    for (const [i, settings] of plan.points.entries()) {
      expect(Number(settings[share]) + Number(settings['clients.groups.far.share'])).toBeCloseTo(1, 12);
      expect(Number.isInteger(settings[posts])).toBe(true);
      expect(plan.places[i][1]).toBe((Number(settings[posts]) - 1) / 3);
      expect(plan.places[i][0]).toBeCloseTo((Number(settings[share]) - 0.4) / 0.4, 12);
    }
    const sobol = planSensitivity(loaded, { name: 'sobol', rows: 4 }, [share, posts]);
    expect(sobol.points.length).toBe(4 * 4);
    expect(sobol.clusters).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3]);
  });
});

describe('the analysis', () => {
  /** Base: 10 + 4 × place of share − 3 × place of posts. Other: 12 throughout. */
  const valuesAt = ({ settings, replicates }: PointRequest): Record<string, DesignValues> => {
    const s = (Number(settings[share] ?? 0.6) - 0.4) / 0.4;
    const p = (Number(settings[posts] ?? 2) - 1) / 3;
    const runs = (value: number) => Array.from({ length: replicates }, (_, r) => value + r);
    return { base: { m: runs(10 + 4 * s - 3 * p) }, other: { m: runs(12) } };
  };
  const done = (point: PointRequest): PointOutcome => ({ state: 'done', designs: valuesAt(point) });
  const request = {
    plan: planSensitivity(loaded, morris, [share, posts]),
    measures: [
      { measure: 'm', better: 'higher' as const },
      { measure: 'nobodyHas', better: null },
    ],
    designs: ['base', 'other'],
    ranked: ['base', 'other'],
    replicates: 2,
    seed: 'x',
  };
  const stated = done({ id: 'stated', settings: {}, replicates: 2 });
  const mus = (indices: readonly unknown[]) =>
    (indices as MorrisIndex[]).map(({ mu }) => Math.round(mu.value! * 1e9) / 1e9);

  it('finds the effects over whole ranges, of every design and of the lead of the first', async () => {
    const { sensitivity, analysed, points } = await conductSensitivity(
      request,
      async (asked) => asked.map(done),
      stated,
    );
    expect(analysed).toEqual(['m']);
    expect(points.every(({ state }) => state === 'done')).toBe(true);
    const [{ designs, lead, hinges }] = sensitivity!.measures;
    expect(designs.map(({ design, found }) => [design, mus(found.indices)])).toEqual([
      ['base', [4, -3]],
      ['other', [0, 0]],
    ]);
    // At the file the base has 11 and the other 12.
    expect(lead).toMatchObject({ first: 'other', second: 'base', atFile: { value: 1, lo: 1, hi: 1 } });
    expect(mus(lead!.found.indices)).toEqual([-4, 3]);
    expect(hinges!.ranking).toEqual(['other', 'base']);
    expect(hinges!.parameters[0].turns!.value).toBeGreaterThan(0);
  });

  it('makes do with what is there: failed and missing points, a replicate without a value, no run of the file', async () => {
    const outcomes = (asked: readonly PointRequest[]): PointOutcome[] =>
      asked.map((point, i) => {
        if (i === 0) return { state: 'failed', why: 'no sound scenario' };
        if (i > 17) return { state: 'missing' };
        return i === 5
          ? { state: 'done', designs: { base: { m: [1, null] }, other: { m: [1, 2] } } }
          : done(point);
      });
    const { sensitivity, points, rows } = await conductSensitivity(
      request,
      async (asked) => outcomes(asked),
      undefined,
    );
    expect(points[0]).toMatchObject({ state: 'failed', why: 'no sound scenario' });
    expect(rows.some(({ point }) => point === 5)).toBe(true);
    const [{ designs, lead, hinges }] = sensitivity!.measures;
    expect([lead, hinges]).toEqual([undefined, undefined]);
    const base = designs[0].found.indices as MorrisIndex[];
    expect(mus(base)).toEqual([4, -3]);
    expect(base[0].n + base[1].n).toBeLessThan(12);
  });
});
