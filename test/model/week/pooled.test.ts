import { describe, expect, it } from 'vitest';
import { Contact } from '../../../src/model/service.ts';
import type { World } from '../../../src/model/world.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

const pooled: Patch = { caseworkers: { assignment: 'pooled' } };

/** What must hold in every step of a world whose clients belong to teams. */
function checkStep(world: World): void {
  const { service, caseworkers, names, people, step } = world;
  names.roles.forEach((_, role) => {
    const seenBy = new Float64Array(caseworkers.count);
    for (let row = world.windowFrom; row < world.windowTo; row++) {
      const hours = service.hours[role][row];
      if (hours === 0) continue;
      const worker = service.worker[role][row];
      // Who left in this very step has nobody any more.
      if (worker < 0) {
        expect(service.endedAt[row]).toBe(step);
        continue;
      }
      expect(caseworkers.office[worker]).toBe(service.office[row]);
      expect(caseworkers.role[worker]).toBe(role);
      seenBy[worker] += hours;
    }
    for (let worker = 0; worker < caseworkers.count; worker++) {
      if (caseworkers.role[worker] !== role) continue;
      expect(seenBy[worker]).toBeLessThanOrEqual(caseworkers.hoursGiven[worker] + 1e-6);
      expect(caseworkers.hoursGiven[worker]).toBeLessThanOrEqual(caseworkers.hoursAvailable[worker] + 1e-5);
    }
  });
  expect(people.count).toBeGreaterThan(0);
}

describe('clients of a team', () => {
  it('are seen by the caseworkers of their office within these’ hours', () => {
    const world = runSmall(openSmall(pooled), { look: checkStep });
    expect(world.caseworkers.hoursGiven.length).toBe(6);
  });

  it('keep to the same hours with required and token contacts, screening, staff that changes, and day steps', () => {
    const patch: Patch = {
      clock: { step: 'day' },
      rules: { visits: { role: 'adviser', every: 1 } },
      caseworkers: {
        roles: { adviser: { formOnly: 0.3, screening: { on: true, bar: 0.4 } } },
        staffing: { turnover: { base: 2 }, hiring: { lag: 3 } },
        beliefs: { recasting: 0.3 },
      },
    };
    let tokens = 0;
    const world = runSmall(openSmall(pooled, patch), {
      look: (now) => {
        checkStep(now);
        for (let row = now.windowFrom; row < now.windowTo; row++)
          if (now.service.contact[0][row] === Contact.token) tokens++;
      },
    });
    expect(tokens).toBeGreaterThan(0);
    expect(world.caseworkers.leavers.reduce((a, b) => a + b, 0)).toBeGreaterThan(0);
  });

  it('share the load evenly, so that hours follow the clients of the office', () => {
    runSmall(openSmall(pooled), {
      look: ({ service, caseworkers, names, offices }) => {
        const clients = new Float64Array(offices.count);
        for (let at = 0; at < service.attachedCount; at++) clients[service.office[service.attached[at]]]++;
        for (let worker = 0; worker < caseworkers.count; worker++) {
          const team = caseworkers.role[worker] === 0 ? 2 : 1;
          expect(caseworkers.caseload[worker]).toBe(clients[caseworkers.office[worker]] / team);
        }
        expect(names.offices).toHaveLength(2);
      },
    });
  });

  it('belong to nobody before they are seen, and then to who saw them last', () => {
    const seen = new Set<number>();
    const before = new Map<number, number>();
    let changed = 0;
    runSmall(openSmall(pooled, { caseworkers: { motives: { turn: 1 } } }), {
      look: ({ service, people, step }) => {
        for (let at = 0; at < service.attachedCount; at++) {
          const row = service.attached[at];
          const worker = service.worker[0][row];
          if (service.lastRealOfRole[0][row] >= service.attachedAt[row]) seen.add(row);
          expect(worker >= 0).toBe(seen.has(row));
          if (service.lastRealOfRole[0][row] !== step) expect(worker).toBe(before.get(row) ?? -1);
          if (before.has(row) && before.get(row) !== worker && before.get(row) !== -1) changed++;
          before.set(row, worker);
        }
        expect(people.count).toBe(72);
      },
    });
    expect(changed).toBeGreaterThan(50);
  });

  it('are divided in an order that changes from step to step', () => {
    const first = new Set<number>();
    // So many clients' worth of hours that who goes first sees all.
    runSmall(
      openSmall(pooled, {
        caseworkers: { roles: { adviser: { hoursPerWeek: 160, fullLoad: 0.1, shortestAppointment: 0.01 } } },
      }),
      {
        look: ({ caseworkers }) => {
          for (let worker = 0; worker < 4; worker++)
            if (caseworkers.hoursGiven[worker] > 0) first.add(worker);
        },
      },
    );
    expect(first).toEqual(new Set([0, 1, 2, 3]));
  });

  it('of one caseworker are divided as by a caseworker of their own', () => {
    const alone: Patch = { caseworkers: { roles: { adviser: { posts: 2 } } } };
    const hours = (patch: Patch): number[] => {
      const sums: number[] = [];
      runSmall(openSmall(alone, patch, { caseworkers: { chemistry: 0 } }), {
        look: ({ service }) => {
          sums.push(...service.hours[0]);
        },
      });
      return sums;
    };
    expect(hours(pooled)).toEqual(hours({}));
  });
});
