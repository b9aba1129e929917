import { describe, expect, it } from 'vitest';
import { Status } from '../../../src/model/service.ts';
import type { World } from '../../../src/model/world.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

const everybodyStays: Patch = {
  clock: { referralWeeks: 8, followUp: 30 },
  pathway: { programme: { uptake: 1, dropOut: 0, stay: 500 } },
};
const accepted = (world: World): boolean[] => Array.from(world.service.attachedAt, (week) => week >= 0);
const count = (flags: boolean[]): number => flags.filter(Boolean).length;
const refusing = (amount: number, more: Patch = {}): Patch[] => [
  {
    clients: { referrals: { value: 60 } },
    clock: { referralWeeks: 3, followUp: 30 },
    pathway: { programme: { uptake: 1, refusal: { on: true, base: 0.5 } } },
    incentives: { joining: { amount } },
  },
  more,
];
const blockGrant = (amount: number): Patch => ({
  incentives: { joining: null, start: null, lasting: null, grant: { kind: 'blockGrant', amount } },
});

describe('the choice of a caseworker', () => {
  it('takes the one of the office with fewest clients', () => {
    runSmall(openSmall(everybodyStays), {
      look: ({ caseworkers, people, service, step }) => {
        if (step >= 8) return;
        for (const role of [0, 1]) {
          for (const office of [0, 1]) {
            const loads = [...caseworkers.caseload].filter(
              (_, row) => caseworkers.role[row] === role && caseworkers.office[row] === office,
            );
            // Nobody leaves while referrals come, so caseloads differ by one at most.
            expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
          }
          for (let at = 0; at < service.attachedCount; at++) {
            const row = service.attached[at];
            const worker = service.worker[role][row];
            expect(caseworkers.office[worker]).toBe(people.office[row]);
            expect(caseworkers.role[worker]).toBe(role);
          }
        }
      },
    });
  });

  it('hangs on nobody else where it is keyed', () => {
    const keyed: Patch = { caseworkers: { assignment: 'keyed' } };
    const byId = (world: World) =>
      new Map(Array.from(world.people.id, (id, row) => [id, world.service.worker[0][row]]));
    const few = runSmall(openSmall(everybodyStays, keyed, { clients: { referrals: { value: 3 } } }), {
      prepare: stopBeforeLeaving,
    });
    const many = runSmall(openSmall(everybodyStays, keyed), { prepare: stopBeforeLeaving });
    const workers = byId(many);
    const found = [...byId(few)];
    expect(found.length).toBe(24);
    for (const [id, worker] of found) expect(workers.get(id)).toBe(worker);
    expect(new Set(workers.values()).size).toBe(4);
  });

  it('leaves clients without caseworker where there is none, attached and with nothing given', () => {
    const nobody: Patch = { caseworkers: { roles: { adviser: { posts: 0 }, broker: { posts: 0 } } } };
    const world = runSmall(openSmall(everybodyStays, nobody));
    expect(count(accepted(world))).toBe(48);
    expect([...world.service.contactHours]).toEqual(Array(48).fill(0));
  });
});

/** Keeps the last weeks' columns: who is followed to the end is completed in the very last week. */
function stopBeforeLeaving(world: World): void {
  (world as { steps: number }).steps = 8;
}

describe('joining', () => {
  it('is asked of the client first: nobody is refused who did not want the place', () => {
    const world = runSmall(openSmall(...refusing(0), { pathway: { programme: { uptake: 0 } } }));
    expect(new Set(world.service.status)).toEqual(new Set([Status.declined]));
    const declined = world.clients.firstEvent[world.names.events.indexOf('declined')];
    expect([...declined]).toEqual([...world.people.referredAt]);
  });

  it('keeps the events of the door where the twins are shared', () => {
    const loaded = openSmall(...refusing(0), { pathway: { programme: { uptake: 0.6 } } });
    const twins = runSmall(loaded).twins;
    const world = runSmall(loaded, { shared: { twins } });
    world.service.status.forEach((status, row) => {
      for (const [name, kind] of Object.entries({ declined: Status.declined, refused: Status.refused })) {
        const happened = world.clients.firstEvent[world.names.events.indexOf(name)][row];
        expect(happened).toBe(status === kind ? world.people.referredAt[row] : -1);
      }
    });
    expect(new Set(world.service.status).size).toBeGreaterThan(2);
  });
});

describe('refusal', () => {
  it('falls with every pound of the fee for a place, client by client', () => {
    const prices = [0, 200, 400, 800, 1600];
    const runs = prices.map((amount) => accepted(runSmall(openSmall(...refusing(amount)))));
    for (let at = 1; at < runs.length; at++) {
      // Caseloads differ with who was refused before, so only those who meet the same caseworker's weights compare.
      expect(count(runs[at])).toBeGreaterThanOrEqual(count(runs[at - 1]));
    }
    expect(count(runs[4]) - count(runs[0])).toBeGreaterThan(10);
    const one: Patch = { caseworkers: { roles: { adviser: { mix: { entrepreneur: 1, caregiver: 0 } } } } };
    const alike = prices.map((amount) => accepted(runSmall(openSmall(...refusing(amount, one)))));
    for (let at = 1; at < alike.length; at++) {
      alike[at - 1].forEach((before, row) => {
        if (before) expect(alike[at][row]).toBe(true);
      });
    }
  });

  it('is rarer where money that comes anyway covers the place, and as the base says where it covers all', () => {
    const uncovered = count(accepted(runSmall(openSmall(...refusing(0, blockGrant(0))))));
    const covered = count(accepted(runSmall(openSmall(...refusing(0, blockGrant(1e9))))));
    expect(covered).toBeGreaterThan(uncovered + 10);
    // Covered whole, only need moves the logit beyond the base; without the need motive exactly the base is left.
    const noNeed: Patch = { caseworkers: { motives: { need: 0 } } };
    const n = 180;
    const base = 1 / (1 + Math.exp(-0.5));
    const found = count(accepted(runSmall(openSmall(...refusing(0, blockGrant(1e9)), noNeed))));
    // 4.4 standard errors: a false alarm in 100,000 seeds.
    expect(Math.abs(found - n * base)).toBeLessThan(4.4 * Math.sqrt(n * base * (1 - base)));
  });

  it('does not hang on fees where payoff counts nothing', () => {
    const off: Patch = {
      caseworkers: { motives: { payoff: 0 } },
      offices: { north: { pressure: { response: 0 } }, south: { pressure: { response: 0 } } },
    };
    const none = runSmall(openSmall(...refusing(0, off)));
    const much = runSmall(openSmall(...refusing(1e6, off)));
    expect(accepted(much)).toEqual(accepted(none));
    expect(count(accepted(none))).toBeLessThan(180);
  });

  it('sees at the door what a belief may name: the week and a crisis as they are', () => {
    const beliefs = (believed: string): Patch => ({ pathway: { transitions: { findsWork: { believed } } } });
    const late = openSmall(...refusing(0, beliefs('0.05 * (week >= 2)')));
    const never = openSmall(...refusing(0, beliefs('0')));
    const [a, b] = [late, never].map((loaded) => runSmall(loaded));
    const inWeek = (world: World, week: number) =>
      accepted(world).filter((_, row) => world.people.referredAt[row] === week);
    expect(inWeek(a, 0)).toEqual(inWeek(b, 0));
    expect(count(inWeek(a, 2))).toBeGreaterThan(count(inWeek(b, 2)));
  });
});
