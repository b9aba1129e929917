import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Books, COMMISSIONER, OUTSIDE } from '../../src/model/money/books.ts';
import type { World } from '../../src/model/world.ts';
import { simulateReplicate } from '../../src/simulation/index.ts';
import { checkClients, checkHours, checkMoney, checkNumbers, checkRecords } from '../support/conserved.ts';
import { randomPatch } from '../support/randomScenario.ts';
import { openSmall, type Patch, runSmall } from '../support/smallScenario.ts';

const paid = (books: Books): number => books.paidBy(COMMISSIONER, 'fee');

describe('whole runs of random programmes', () => {
  it('conserve clients, hours and money, and never make a number that is none', () => {
    let worlds = 0;
    let people = 0;
    let fees = 0;
    const met = { partners: 0, pools: 0, fallen: 0, together: 0, ended: 0, practice: 0 };
    fc.assert(
      fc.property(
        randomPatch,
        fc.constantFrom('scenario', 'equalTime', 'needFirst', 'noService'),
        (patch, division) => {
          const world = runSmall(openSmall(patch), {
            division,
            look: (now) => {
              checkClients(now);
              checkHours(now);
              checkRecords(now);
            },
          });
          checkNumbers(world);
          checkMoney(world);
          // Nobody pays the commissioner but an office.
          expect(world.books.paidBy(OUTSIDE)).toBe(0);
          worlds++;
          people += world.people.count;
          fees += paid(world.books);
          countWhat(world, met);
          expect(world.service.attachedCount).toBe(0);
          if (division === 'noService') expect(paid(world.books)).toBeLessThanOrEqual(world.steps * 5000);
        },
      ),
      { numRuns: 100, seed: 8 },
    );
    // The programmes that were tried were no empty ones.
    expect(people / worlds).toBeGreaterThan(10);
    expect(fees).toBeGreaterThan(0);
    for (const [what, count] of Object.entries(met)) expect(count, what).toBeGreaterThan(0);
  });

  it('have measures that are numbers, or undefined with a reason', () => {
    fc.assert(
      fc.property(randomPatch, (patch) => {
        const result = simulateReplicate(openSmall(patch), 0, {
          references: ['equalTime', 'noService'],
          clientTable: true,
        });
        for (const { rows, weekly } of result.designs) {
          for (const { measure, slice, value, why } of rows) {
            const told = value === null ? why !== undefined && why !== '' : Number.isFinite(value);
            expect([measure, slice, value, told]).toEqual([measure, slice, value, true]);
          }
          for (const { series, values } of weekly)
            expect([series, values.every(Number.isFinite)]).toEqual([series, true]);
        }
      }),
      { numRuns: 30, seed: 9 },
    );
  });
});

describe('hours', () => {
  it('are all given while anybody claims them', () => {
    let given = 0;
    const look = ({ caseworkers }: World) => {
      for (let worker = 0; worker < caseworkers.count; worker++) {
        if (caseworkers.hoursAvailable[worker] < 0.5) continue;
        given++;
        expect(caseworkers.hoursGiven[worker]).toBeCloseTo(caseworkers.hoursAvailable[worker], 5);
      }
    };
    for (const division of ['scenario', 'equalTime', 'needFirst'] as const)
      runSmall(openSmall(), { division, look });
    expect(given).toBeGreaterThan(200);
  });

  it('are at hand in proportion to the caseload below full load', () => {
    const before: number[] = [];
    runSmall(openSmall({ pathway: { programme: { dropOut: 0 } } }), {
      look: ({ caseworkers, step }) => {
        if (step > 8) return;
        for (let worker = 0; worker < caseworkers.count; worker++) {
          const [hours, full] = caseworkers.role[worker] === 0 ? [10 * 0.6, 8] : [8 * 0.6, 15];
          const load = caseworkers.caseload[worker];
          expect(caseworkers.hoursAvailable[worker]).toBeCloseTo(hours * Math.min(1, load / full), 12);
          before.push(load);
        }
      },
    });
    expect(Math.max(...before)).toBeGreaterThan(8);
  });
});

describe('the smallest programmes', () => {
  const cases: Record<string, Patch> = {
    'no caseworkers': { caseworkers: { roles: { adviser: { posts: 0 }, broker: { posts: 0 } } } },
    'no weeks of referrals': { clock: { referralWeeks: 0 } },
    'no referrals': { clients: { referrals: { value: 0 } } },
    'one client': { clients: { referrals: { value: 1 } }, clock: { referralWeeks: 1 } },
    'an empty group': { clients: { groups: { near: { share: 1 }, far: { share: 0 } } } },
    'no hours': { caseworkers: { roles: { adviser: { hoursPerWeek: 0 }, broker: { hoursPerWeek: 0 } } } },
    'no activities': { activities: { coaching: null, course: null } },
    'no incentives': { incentives: { joining: null, start: null, lasting: null } },
    'no cost of caseworkers': {
      caseworkers: { roles: { adviser: { weeklyCost: 0 }, broker: { weeklyCost: 0 } } },
    },
  };
  for (const [title, patch] of Object.entries(cases)) {
    it(`give defined results: ${title}`, () => {
      const loaded = openSmall(patch);
      checkNumbers(runSmall(loaded));
      const { designs } = simulateReplicate(loaded, 0, {
        references: ['equalTime', 'noService'],
        clientTable: true,
      });
      for (const { measure, slice, value, why } of designs[0].rows) {
        if (value === null) expect([measure, slice, typeof why]).toEqual([measure, slice, 'string']);
        else expect([measure, slice, Number.isFinite(value)]).toEqual([measure, slice, true]);
      }
    });
  }
});

/** Counts the worlds in which something happened that only some random programmes have. */
function countWhat(
  { caseworkers, interventions, partnership, phase }: World,
  met: Record<string, number>,
): void {
  const any = (columns: Iterable<ArrayLike<number>>, least: number): number =>
    Number([...columns].some((column) => Array.from(column).some((value) => value >= least)));
  met.partners += Number(partnership !== undefined);
  met.pools += any([partnership?.budgets ?? []], 2);
  met.fallen += any([partnership?.collapses ?? []], 1);
  met.together += any(interventions?.adoptedAt.slice(1, 2) ?? [], 0);
  met.ended += any(interventions?.ended ?? [], 1);
  met.practice += Number(phase.scenario.caseworkers.practice.weight > 0 && caseworkers.count > 0);
}
