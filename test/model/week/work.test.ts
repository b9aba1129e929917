import { describe, expect, it } from 'vitest';
import { appearanceOf, openEyes } from '../../../src/model/people/appearance.ts';
import { Contact } from '../../../src/model/service.ts';
import type { World } from '../../../src/model/world.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

/** A week of referrals and a long look at them; nobody moves or leaves. */
const still: Patch = {
  clock: { referralWeeks: 1, followUp: 120 },
  clients: { crisis: { onset: 0 } },
  pathway: {
    transitions: { findsWork: { hazard: 0 }, losesWork: { hazard: 0 } },
    programme: { uptake: 1, dropOut: 0, stay: 500 },
  },
};
const noCaseworkers: Patch = { caseworkers: { roles: { adviser: { posts: 0 }, broker: { posts: 0 } } } };

/** Runs and notes down what is looked at each week for one client. */
function follow(patches: Patch[], look: (world: World) => number): { world: World; seen: number[] } {
  const seen: number[] = [];
  const world = runSmall(openSmall(still, ...patches), { look: (now) => seen.push(look(now)) });
  return { world, seen };
}

describe('barriers', () => {
  it('end without help at (drift × start + wear) / (drift + wear), for client and twin', () => {
    const change = { drift: 0.15, wear: 0.05, help: 0.002 };
    const { world } = follow([noCaseworkers, { clients: { change } }], () => 0);
    for (const lives of [world.clients, world.twins]) {
      for (const [k, now] of lives.barriers.entries()) {
        now.forEach((barrier, row) => {
          const startedAt = world.people.barriers[k][row];
          const end = (change.drift * startedAt + change.wear) / (change.drift + change.wear);
          expect(barrier).toBeCloseTo(end, 9);
        });
      }
    }
  });

  it('approach that end by the factor 1 − drift − wear a week', () => {
    const change = { drift: 0.03, wear: 0.01 };
    const { world, seen } = follow(
      [noCaseworkers, { clients: { change } }],
      (now) => now.clients.barriers[1][2],
    );
    const first = world.people.barriers[1][2];
    const end = (change.drift * first + change.wear) / (change.drift + change.wear);
    seen.forEach((barrier, week) => {
      expect(barrier).toBeCloseTo(end + (first - end) * (1 - change.drift - change.wear) ** (week + 1), 12);
    });
  });

  it('fall in one contact by help × effect × skill × ln(1 + h·group/τ) × (½ + ½ trust)', () => {
    const before: number[] = [];
    const patch: Patch = {
      clients: {
        change: { drift: 0, wear: 0, help: 0.05, hidden: 0.25 },
        latent: { share: 0 },
        trust: { start: 0.4 },
      },
      activities: { course: null, coaching: { effects: { health: 1, skills: 0.5 }, groupSize: 3 } },
      caseworkers: { allocation: { tau: 0.25 } },
    };
    const world = runSmall(openSmall(still, { clock: { followUp: 30 } }, patch), {
      look: (now) => {
        if (now.step > 0) return;
        for (let row = 0; row < now.people.count; row++) {
          const hours = now.service.hours[0][row];
          const skill = now.caseworkers.skill[now.service.worker[0][row]];
          const reach = hours > 0 ? 0.05 * skill * Math.log(1 + (3 * hours) / 0.25) * (0.5 + 0.5 * 0.4) : 0;
          before.push(hours);
          expect(now.clients.barriers[0][row]).toBeCloseTo((1 - reach) * now.people.barriers[0][row], 12);
          expect(now.clients.barriers[1][row]).toBeCloseTo(
            (1 - 0.5 * reach) * now.people.barriers[1][row],
            12,
          );
          expect(now.twins.barriers[0][row]).toBe(now.people.barriers[0][row]);
        }
      },
    });
    expect(before.some((hours) => hours > 0)).toBe(true);
    expect(world.people.count).toBe(6);
  });

  it('stay within 0 and 1 however strong the help', () => {
    const { world } = follow([{ clients: { change: { help: 50 } } }], () => 0);
    for (const now of world.clients.barriers)
      for (const barrier of now) expect(barrier >= 0 && barrier <= 1).toBe(true);
  });
});

describe('trust', () => {
  it('grows with weekly contact to 1 − (1 − start)(1 − growth)^weeks', () => {
    // Hours enough for everybody every week, given alike.
    const plenty: Patch = {
      caseworkers: {
        roles: {
          adviser: {
            posts: 4,
            hoursPerWeek: 100,
            fullLoad: 0.5,
            mix: { entrepreneur: 0, equal: 1, caregiver: 0 },
          },
        },
        dispositions: { equal: {} },
        allocation: { noise: 'constant(0)' },
      },
      clients: { trust: { start: 0.3, growth: 0.18, decay: 0.008 } },
    };
    const { seen, world } = follow([plenty], (now) => now.service.trust[3]);
    expect(world.service.contactHours[3]).toBeGreaterThan(100);
    seen.slice(0, 100).forEach((trust, week) => {
      expect(trust).toBeCloseTo(1 - 0.7 * 0.82 ** (week + 1), 12);
    });
  });

  it('falls without contact to start × (1 − decay)^weeks, and stays put for who never joined', () => {
    const { seen } = follow([noCaseworkers], (now) => now.service.trust[3]);
    seen.slice(0, 100).forEach((trust, week) => {
      expect(trust).toBeCloseTo(0.3 * 0.992 ** (week + 1), 12);
    });
    const nobody: Patch = { pathway: { programme: { uptake: 0 } } };
    expect(follow([nobody], (now) => now.service.trust[3]).seen.at(-1)).toBe(0.3);
  });
});

describe('recent contact', () => {
  it('is the exponential average of the hours, and fades after leaving', () => {
    const hours: number[] = [];
    const { seen, world } = follow([{ pathway: { programme: { stay: 40 } } }], (now) => {
      hours.push(
        now.service.status[1] === 5 && now.service.endedAt[1] < now.step ? 0 : now.service.hours[0][1],
      );
      return now.service.recent[0][1];
    });
    expect(world.service.endedAt[1]).toBe(39);
    let expected = 0;
    seen.forEach((recent, week) => {
      expected += 0.12 * (hours[week] - expected);
      expect(recent).toBeCloseTo(expected, 12);
    });
    expect(hours.some((each) => each > 0)).toBe(true);
    expect(seen[100]).toBeCloseTo(seen[40] * 0.88 ** 60, 12);
  });
});

describe('appearance', () => {
  it('fades with contact hours to the truth plus the bias of the group', () => {
    const { world } = follow([{ clients: { latent: { share: 0 }, appearanceLearning: 4 } }], () => 0);
    const eyes = openEyes(world);
    const { people, service, clients } = world;
    let farFromEnds = 0;
    for (let row = 0; row < people.count; row++) {
      const need = 0.6 * clients.barriers[0][row] + 0.4 * clients.barriers[1][row];
      const bias = people.group[row] === 1 ? 0.05 : 0;
      for (const hours of [0, 4, 1e9]) {
        service.contactHours[row] = hours;
        const expected = need + bias + people.appearanceError[row] / (1 + hours / 4);
        if (expected > 0 && expected < 1) farFromEnds++;
        expect(appearanceOf(world, row, eyes)).toBeCloseTo(Math.min(1, Math.max(0, expected)), 8);
      }
    }
    expect(farFromEnds).toBeGreaterThan(10);
  });

  it('misses the unseen part of a latent barrier until it is found', () => {
    const loaded = openSmall(still, { clients: { latent: { share: 1, unseen: 0.5 }, appearanceError: 0 } });
    const world = runSmall(loaded, { replicate: 1 });
    const eyes = openEyes(world);
    const row = world.people.group.indexOf(0);
    const health = 0.6 * world.clients.barriers[0][row];
    const skills = 0.4 * world.clients.barriers[1][row];
    world.service.found[row] = 0;
    expect(appearanceOf(world, row, eyes)).toBeCloseTo(0.5 * health + skills, 12);
    world.service.found[row] = 1;
    expect(appearanceOf(world, row, eyes)).toBeCloseTo(health + skills, 12);
  });

  it('finds a latent barrier with chance 1 − exp(−rate × hours)', () => {
    const hours: number[] = [];
    const found: number[] = [];
    const many: Patch = {
      clients: { referrals: { value: 3000 }, latent: { share: 1, discovery: 0.4 } },
      caseworkers: { roles: { adviser: { posts: 2000, hoursPerWeek: 37, fullLoad: 1 } } },
    };
    runSmall(openSmall(still, { clock: { followUp: 30 } }, many), {
      look: (now) => {
        if (now.step > 0) return;
        hours.push(...now.service.hours[0]);
        found.push(...now.service.found);
      },
    });
    const chance = hours.map((each) => 1 - Math.exp(-0.4 * each));
    const mean = chance.reduce((a, b) => a + b, 0);
    const variance = chance.reduce((sum, p) => sum + p * (1 - p), 0);
    expect(variance).toBeGreaterThan(20);
    // 4.4 standard errors: a false alarm in 100,000 seeds.
    expect(Math.abs(found.reduce((a, b) => a + b, 0) - mean)).toBeLessThan(4.4 * Math.sqrt(variance));
  });
});

describe('kinds of contact', () => {
  it('are a holding pattern where a barrier needs help and the activity touches none of these', () => {
    const kinds = new Set<number>();
    const onlyCourse: Patch = {
      activities: { coaching: null },
      clients: { latent: { share: 0 }, change: { help: 0 }, referrals: { value: 30 } },
    };
    runSmall(openSmall(still, { clock: { followUp: 30 } }, onlyCourse), {
      look: (now) => {
        for (let row = 0; row < now.people.count; row++) {
          const contact = now.service.contact[0][row];
          if (contact === Contact.none) continue;
          const [health, skills] = now.clients.barriers.map((barrier) => barrier[row] >= now.phase.matchFrom);
          expect(contact).toBe(health && !skills ? Contact.holding : Contact.matched);
          kinds.add(contact);
        }
      },
    });
    expect([...kinds].sort()).toEqual([Contact.matched, Contact.holding]);
  });
});
