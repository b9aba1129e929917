import { describe, expect, it } from 'vitest';
import {
  latinHypercube,
  placeOf,
  pointSettings,
  pointValues,
  rangedParameters,
  sharesThatSumToOne,
  valueAt,
} from '../../../src/experiment/sampling/index.ts';
import { seedKey } from '../../../src/random/index.ts';
import { openScenario } from '../../../src/simulation/index.ts';
import { openSmall, type Patch, smallText } from '../../support/smallScenario.ts';

const ranged = (value: number, ...range: number[]): Patch => ({ value, source: 'assumed', range });

describe('a place in a range', () => {
  it('becomes a value in proportion', () => {
    expect(valueAt(0.25, { lo: -2, hi: 2, whole: false })).toBe(-1);
    expect(valueAt(1, { lo: 0.1, hi: 0.3, whole: false })).toBe(0.3);
    expect(placeOf(-1, { lo: -2, hi: 2 })).toBe(0.25);
    expect(placeOf(3, { lo: 3, hi: 3 })).toBe(0);
  });

  it('makes every whole number equally likely, the ends too', () => {
    const counts = new Map<number, number>();
    for (const [place] of latinHypercube(700, 1, seedKey('whole'))) {
      const value = valueAt(place, { lo: -2.5, hi: 4.9, whole: true });
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    expect([...counts].sort(([a], [b]) => a - b)).toEqual(
      [-2, -1, 0, 1, 2, 3, 4].map((value) => [value, 100]),
    );
    expect(valueAt(0, { lo: 1, hi: 3, whole: true })).toBe(1);
    expect(valueAt(1, { lo: 1, hi: 3, whole: true })).toBe(3);
  });
});

describe('shares that sum to 1', () => {
  const base = { a: 0.5, b: 0.3, c: 0.2 };
  const sum = (shares: Record<string, number>) => Object.values(shares).reduce((all, one) => all + one, 0);

  it('leave what was sampled and divide the rest as it was divided', () => {
    const shares = sharesThatSumToOne(base, { a: 0.2 });
    expect(shares.a).toBe(0.2);
    expect(shares.b).toBeCloseTo(0.48, 12);
    expect(shares.c).toBeCloseTo(0.32, 12);
  });

  it('are scaled where nobody is left to make up the sum, and the base values give themselves', () => {
    expect(sharesThatSumToOne(base, { a: 0.2, b: 0.2, c: 0.4 })).toEqual({ a: 0.25, b: 0.25, c: 0.5 });
    expect(sharesThatSumToOne(base, base)).toEqual(base);
    expect(sharesThatSumToOne(base, { a: 0, b: 0, c: 0 })).toEqual(base);
  });

  it('leave nothing for others where the sampled ones are too many, without a leap on the way there', () => {
    expect(sharesThatSumToOne(base, { a: 0.75, b: 0.75 })).toEqual({ a: 0.5, b: 0.5, c: 0 });
    const near = sharesThatSumToOne(base, { a: 0.6, b: 0.4 - 1e-9 });
    expect(near.c).toBeLessThan(1e-8);
  });

  it('are divided equally among others that all were 0', () => {
    expect(sharesThatSumToOne({ a: 1, b: 0, c: 0 }, { a: 0.5 })).toEqual({ a: 0.5, b: 0.25, c: 0.25 });
  });

  it('sum to 1 whatever was drawn, and none is below 0', () => {
    for (const [a, b, c] of latinHypercube(200, 3, seedKey('shares')))
      for (const sampled of [{ a }, { a, b }, { a, b, c }] as Record<string, number>[]) {
        const shares = sharesThatSumToOne(base, sampled);
        expect(sum(shares)).toBeCloseTo(1, 12);
        expect(Math.min(...Object.values(shares))).toBeGreaterThanOrEqual(0);
      }
  });
});

describe('the values of a point', () => {
  it('carry their siblings along: groups, offices, barriers, mixes, influence of partners', () => {
    const partner = { effortCost: 100 };
    const loaded = openSmall({
      partners: {
        x: { ...partner, share: 0.7, influence: 0.5 },
        y: { ...partner, share: 0.3, influence: 0.5 },
      },
    });
    const sampled = new Map([
      ['clients.groups.near.share', 0.75],
      ['offices.south.share', 0.25],
      ['clients.barriers.health.weight', 0.5],
      ['caseworkers.roles.adviser.mix.caregiver', 1],
      ['partners.x.influence', 0.125],
      ['clients.crisis.onset', 0.02],
    ]);
    const values = pointValues(loaded.designs[0].scenario, sampled);
    expect(Object.fromEntries(values)).toEqual({
      ...Object.fromEntries(sampled),
      'clients.groups.far.share': 0.25,
      'offices.north.share': 0.75,
      'clients.barriers.skills.weight': 0.5,
      'caseworkers.roles.adviser.mix.entrepreneur': 0,
      'partners.y.influence': 0.875,
    });
  });

  it('open as settings of the file, in which every sum is 1', () => {
    const { designs } = openSmall();
    const set = pointSettings(
      designs[0].scenario,
      new Map([
        ['clients.groups.near.share', 0.123],
        ['caseworkers.roles.adviser.mix.caregiver', 1 / 3],
      ]),
    );
    const point = openScenario({ file: 'small.yaml', text: smallText(), extended: {}, set });
    const { clients, caseworkers } = point.designs[0].scenario;
    expect(clients.groups.far.share).toBe(0.877);
    expect(caseworkers.roles.adviser.mix).toEqual({ entrepreneur: 1 - 1 / 3, caregiver: 1 / 3 });
  });
});

describe('parameters with ranges', () => {
  const patch: Patch = {
    clients: {
      referrals: { dist: 'constant', value: ranged(6, 4, 8) },
      crisis: { onset: ranged(0.01, 0, 0.05), weeks: 4 },
      groups: { near: { share: ranged(0.6, 0.4, 0.8) } },
    },
    offices: { north: { posts: { adviser: ranged(2, 1, 3) } }, south: { posts: { adviser: 2 } } },
    caseworkers: { roles: { broker: { posts: ranged(2, 1, 4), fullLoad: ranged(15, -3, 20) } } },
    incentives: { start: { amount: ranged(1500, 1000, 2000) } },
    timeline: {
      later: { at: ranged(6, 2, 10), set: { incentives: { joining: { amount: ranged(200, 0, 300) } } } },
    },
    designs: { base: { set: { caseworkers: { chemistry: ranged(0.2, 0, 0.3) } } }, other: {} },
  };
  const loaded = openSmall(patch);
  const { varied, fixed } = rangedParameters(loaded);
  const one = (path: string) => varied.find((parameter) => parameter.path === path);
  const reason = (path: string) => fixed.find((parameter) => parameter.path === path)?.reason;

  it('are listed with range, unit, meaning and source, those of distributions and changes included', () => {
    expect(one('clients.crisis.onset')).toMatchObject({
      lo: 0,
      hi: 0.05,
      value: 0.01,
      whole: false,
      unit: 'per week',
    });
    expect(one('clients.crisis.onset')?.doc).toBeTruthy();
    expect(one('clients.referrals.value')).toMatchObject({ lo: 4, hi: 8, whole: false });
    expect(one('incentives.start.amount')).toMatchObject({ lo: 1000, hi: 2000 });
    expect(one('timeline.later.at')).toMatchObject({ lo: 2, hi: 10 });
    expect(one('timeline.later.set.incentives.joining.amount')).toMatchObject({ lo: 0, hi: 300 });
    expect(one('clients.groups.near.share')).toMatchObject({ lo: 0.4, hi: 0.8 });
    expect(one('clients.latent.unseen')?.source).toMatch(/^default: /);
  });

  it('are whole numbers where they must be', () => {
    expect(one('caseworkers.roles.broker.posts')?.whole).toBe(true);
    expect(one('clients.crisis.weeks')?.whole).toBe(true);
    expect(one('clients.crisis.onset')?.whole).toBe(false);
  });

  it('stay as they are where they cannot be varied, with the reason', () => {
    expect(reason('measures.parkedAfter')).toMatch(/what is measured/);
    expect(reason('caseworkers.chemistry')).toMatch(/“base” sets it itself/);
    expect(reason('caseworkers.roles.broker.fullLoad')).toMatch(/-3, an end of its range, is not allowed/);
    expect(reason('offices.north.posts.adviser')).toMatch(
      /at 1, caseworkers\.roles\.adviser\.posts: offices state/,
    );
  });

  it('open at both ends, one at a time', () => {
    for (const { path, lo, hi } of varied.slice(0, 25))
      for (const end of [lo, hi]) {
        const set = pointSettings(loaded.designs[0].scenario, new Map([[path, end]]));
        expect(() =>
          openScenario({ file: 'small.yaml', text: smallText(patch), extended: {}, set }),
        ).not.toThrow();
      }
  });
});
