import { describe, expect, it } from 'vitest';
import { buildPeople, clientId, writeClientId } from '../../../src/model/build/people.ts';
import type { People } from '../../../src/model/people/people.ts';
import { drawReferences } from '../../../src/model/people/references.ts';
import { buildDistribution, seedKey } from '../../../src/random/index.ts';
import { openSmall, type Patch } from '../../support/smallScenario.ts';

const key = seedKey('people');
const peopleOf = (...patches: Patch[]): People =>
  buildPeople(openSmall(...patches).designs[0].scenario, key, 0);
const large: Patch = { clients: { referrals: { value: 2000 } } };

/** All that is fixed of one client, by id. */
function portraits(people: People): Map<number, unknown> {
  return new Map(
    Array.from(people.id, (id, row) => [
      id,
      {
        referredAt: people.referredAt[row],
        group: people.group[row],
        office: people.office[row],
        barriers: people.barriers.map((column) => column[row]),
        latent: people.latent[row],
        motivation: people.motivation[row],
        errors: [people.motivationError[row], people.appearanceError[row], people.predictedNeed[row]],
        awkwardness: people.awkwardness[row],
      },
    ]),
  );
}
const moments = (values: ArrayLike<number>) => {
  const list = Array.from(values);
  const mean = list.reduce((a, b) => a + b, 0) / list.length;
  return {
    mean,
    sd: Math.sqrt(list.reduce((sum, x) => sum + (x - mean) ** 2, 0) / list.length),
    n: list.length,
  };
};

describe('who is referred', () => {
  it('has groups, offices and latent barriers in their shares', () => {
    const people = peopleOf(large, { offices: { north: { share: 0.7 }, south: { share: 0.3 } } });
    const share = (column: Uint8Array, of: number) => column.filter((value) => value === of).length;
    const near = [
      [share(people.group, 1), 0.4],
      [share(people.office, 1), 0.3],
      [share(people.latent, 1), 0.25],
    ];
    // Three looks at 4.6 standard errors: a false alarm in 80,000 seeds.
    for (const [count, p] of near) {
      const n = people.count;
      expect(Math.abs(count - n * p) / Math.sqrt(n * p * (1 - p))).toBeLessThan(4.6);
    }
  });

  it('has barriers of the stated logit mean, spread and shared part', () => {
    const people = peopleOf(large);
    const logit = (p: number) => Math.log(p / (1 - p));
    const rows = Array.from({ length: people.count }, (_, row) => row).filter(
      (row) => people.group[row] === 0,
    );
    const health = rows.map((row) => logit(people.barriers[0][row]) + 1);
    const skills = rows.map((row) => logit(people.barriers[1][row]) + 0.5);
    const n = rows.length;
    for (const { mean, sd } of [moments(health), moments(skills)]) {
      // Standard errors of a mean and of a standard deviation; five looks at 4.6: a false alarm in 50,000 seeds.
      expect(Math.abs(mean)).toBeLessThan((4.6 * 0.9) / Math.sqrt(n));
      expect(Math.abs(sd - 0.9)).toBeLessThan((4.6 * 0.9) / Math.sqrt(2 * n));
    }
    const correlation = moments(health.map((x, i) => x * skills[i])).mean / 0.81;
    expect(Math.abs(correlation - 0.4)).toBeLessThan(4.6 * Math.sqrt((1 + 0.4 ** 2) / n));
  });

  it('has motivation of its distribution, independent of need', () => {
    const people = peopleOf(large);
    const beta = buildDistribution({ dist: 'beta', a: 4, b: 4 });
    const { mean, sd, n } = moments(people.motivation);
    expect(Math.abs(mean - beta.mean)).toBeLessThan((4.4 * Math.sqrt(beta.variance)) / Math.sqrt(n));
    const need = moments(people.need);
    const product = moments(people.motivation.map((m, i) => (m - mean) * (people.need[i] - need.mean)));
    expect(Math.abs(product.mean / (sd * need.sd))).toBeLessThan(4.4 / Math.sqrt(n));
  });

  it('has fifths of equal size, ordered by need, and mid-ranks that average a half', () => {
    for (const count of [1000, 1003, 7]) {
      const people = peopleOf({ clients: { referrals: { value: count } }, clock: { referralWeeks: 1 } });
      const sizes = [0, 1, 2, 3, 4].map((fifth) => people.fifth.filter((each) => each === fifth).length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      expect(moments(people.needRank).mean).toBeCloseTo(0.5, 12);
      const byNeed = Array.from(people.need, (_, row) => row).sort((a, b) => people.need[a] - people.need[b]);
      for (let at = 1; at < count; at++)
        expect(people.fifth[byNeed[at]]).toBeGreaterThanOrEqual(people.fifth[byNeed[at - 1]]);
    }
  });

  it('has one rank where all have the same need', () => {
    const same: Patch = { clients: { barrierSpread: 0, groups: { far: null, near: { share: 1 } } } };
    const people = peopleOf(same);
    expect(new Set(people.needRank)).toEqual(new Set([0.5]));
    expect(new Set(people.fifth)).toEqual(new Set([2]));
  });

  it('never falls into a group or an office without a share, first or last', () => {
    for (const taken of ['near', 'far', 'other']) {
      const groups: Patch = {
        near: { share: 0 },
        far: { share: 0 },
        other: { share: 0 },
        [taken]: { share: 1 },
      };
      const people = peopleOf(large, { clients: { groups } });
      expect(new Set(people.group)).toEqual(new Set([Object.keys(groups).indexOf(taken)]));
    }
  });
});

describe('a client’s identity', () => {
  it('is unique, and says stream, step and number', () => {
    const people = peopleOf(large);
    expect(new Set(people.id).size).toBe(people.count);
    expect(writeClientId(clientId(17, 4))).toBe('c0-017-04');
    expect(writeClientId(clientId(17, 65536 + 4))).toBe('c1-017-04');
    expect(clientId(4095, 16 * 65536 - 1)).toBe(2 ** 32 - 1);
    expect(() => clientId(4096, 0)).toThrow(RangeError);
    expect(() => clientId(0, 16 * 65536)).toThrow(RangeError);
  });

  it('and all that belongs to it stays when more are referred: one referral more is exactly one life more', () => {
    const before = portraits(peopleOf({ clock: { referralWeeks: 1 } }));
    const after = portraits(peopleOf({ clock: { referralWeeks: 1 }, clients: { referrals: { value: 7 } } }));
    expect(after.size).toBe(before.size + 1);
    for (const [id, portrait] of before) expect(after.get(id)).toEqual(portrait);
  });

  it('stays at a smaller scale, where fewer of the same people come', () => {
    const whole = portraits(peopleOf(large));
    const tenth = portraits(
      peopleOf(large, {
        scale: 0.1,
        caseworkers: { roles: { adviser: { posts: 10 }, broker: { posts: 10 } } },
      }),
    );
    expect(tenth.size).toBe(whole.size / 10);
    for (const [id, portrait] of tenth) expect(whole.get(id)).toEqual(portrait);
  });

  it('stays when barriers are written in another order', () => {
    const turned: Patch = { clients: { barriers: { health: null, skills: null } } };
    const again: Patch = { clients: { barriers: { skills: { weight: 0.4 }, health: { weight: 0.6 } } } };
    const one = peopleOf();
    const other = peopleOf(turned, again);
    expect(other.barriers[0]).toEqual(one.barriers[1]);
    expect(other.barriers[1]).toEqual(one.barriers[0]);
  });

  it('differs between replicates and seeds', () => {
    const { scenario } = openSmall().designs[0];
    const one = buildPeople(scenario, key, 0);
    expect(buildPeople(scenario, key, 1).need).not.toEqual(one.need);
    expect(buildPeople(scenario, seedKey('other'), 0).need).not.toEqual(one.need);
    expect(buildPeople(scenario, key, 0).need).toEqual(one.need);
  });
});

describe('referrals', () => {
  it('come week by week, broken numbers carried over', () => {
    const people = peopleOf({ clients: { referrals: { value: 2.5 } }, clock: { referralWeeks: 6 } });
    const perWeek = Array.from(
      { length: 6 },
      (_, step) => people.firstOfStep[step + 1] - people.firstOfStep[step],
    );
    expect(perWeek).toEqual([2, 3, 2, 3, 2, 3]);
    expect(people.firstOfStep[46]).toBe(people.count);
  });

  it('may be none at all', () => {
    expect(peopleOf({ clients: { referrals: { value: 0 } } }).count).toBe(0);
    expect(peopleOf({ clock: { referralWeeks: 0 } }).count).toBe(0);
  });
});

describe('reference means', () => {
  it('come from clients alone: neither size, prices, caseworkers nor horizon move them', () => {
    const of = (...patches: Patch[]) => drawReferences(openSmall(...patches).designs[0].scenario, key);
    const one = of();
    expect(of({ scale: 3, clock: { referralWeeks: 3 }, incentives: { start: { amount: 9 } } })).toEqual(one);
    expect(of({ clients: { appearanceError: 0.2 } }).means.need).not.toBe(one.means.need);
  });

  it('are the means of a large sample of the same clients', () => {
    const patch: Patch = { clients: { latent: { share: 0 } } };
    const { scenario } = openSmall(large, patch).designs[0];
    const found = drawReferences(scenario, key);
    const people = buildPeople(scenario, key, 0);
    const apparent = Array.from(people.need, (need, row) =>
      Math.min(1, Math.max(0, need + people.appearanceError[row] + (people.group[row] === 1 ? 0.05 : 0))),
    );
    const { mean, sd } = moments(apparent);
    // 4.4 standard errors of the difference of two means of 4,096 and 24,000.
    expect(Math.abs(found.means.need - mean)).toBeLessThan(4.4 * sd * Math.sqrt(1 / 4096 + 1 / people.count));
  });
});
