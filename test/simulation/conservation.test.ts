import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Books, COMMISSIONER, OUTSIDE, officeParty } from '../../src/model/books.ts';
import { Status } from '../../src/model/service.ts';
import type { World } from '../../src/model/world.ts';
import { simulateReplicate } from '../../src/simulation/index.ts';
import { columnsOf } from '../support/columns.ts';
import { randomPatch } from '../support/randomScenario.ts';
import { openSmall, type Patch, runSmall } from '../support/smallScenario.ts';

const inUnit = (column: ArrayLike<number>): boolean => Array.from(column).every((x) => x >= 0 && x <= 1);

/** Where every client stands at the end of a week. */
function checkClients(world: World): void {
  const { service, people, caseworkers, names, step } = world;
  const { status, attachedAt, endedAt } = service;
  const attached: number[] = [];
  for (let row = 0; row < people.count; row++) {
    // Everybody who was referred is in exactly one status, and nobody before.
    expect(status[row] === Status.future).toBe(people.referredAt[row] > step);
    const left = status[row] === Status.droppedOut || status[row] === Status.completed;
    const joined = status[row] === Status.attached || left;
    expect(attachedAt[row]).toBe(joined ? people.referredAt[row] : -1);
    expect(endedAt[row] >= 0).toBe(left);
    if (status[row] === Status.attached) attached.push(row);
  }
  expect([...service.attached.subarray(0, service.attachedCount)]).toEqual(attached);
  names.roles.forEach((_, role) => {
    const loads = new Float64Array(caseworkers.count);
    for (const row of attached) if (service.worker[role][row] >= 0) loads[service.worker[role][row]]++;
    const from = caseworkers.firstOfRole[role];
    const to = caseworkers.firstOfRole[role + 1];
    expect(caseworkers.caseload.slice(from, to)).toEqual(loads.slice(from, to));
  });
}

function checkHours({ caseworkers, phase }: World): void {
  for (let worker = 0; worker < caseworkers.count; worker++) {
    const atHand = caseworkers.hoursAvailable[worker];
    expect(atHand).toBeLessThanOrEqual(phase.roles[caseworkers.role[worker]].contactHours);
    expect(caseworkers.hoursGiven[worker]).toBeGreaterThanOrEqual(0);
    // Clients' columns are single precision.
    expect(caseworkers.hoursGiven[worker]).toBeLessThanOrEqual(atHand * (1 + 1e-6));
  }
}

function checkNumbers(world: World): void {
  const { people, clients, twins, caseworkers, offices } = world;
  // A need that was never scored has no score.
  const { score: _score, ...service } = world.service;
  for (const [name, table] of Object.entries({ people, service, clients, twins, caseworkers, offices })) {
    for (const [path, column] of columnsOf(table))
      expect([`${name}.${path}`, Array.from(column).every(Number.isFinite)]).toEqual([
        `${name}.${path}`,
        true,
      ]);
  }
  for (const barrier of [...clients.barriers, ...twins.barriers]) expect(inUnit(barrier)).toBe(true);
  expect(inUnit(service.trust)).toBe(true);
  expect(inUnit(caseworkers.burnout)).toBe(true);
}

function near(a: number, b: number): void {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(a), Math.abs(b)));
}

/** What one pays another gets, by account, group, week and party. */
function checkMoney({ books, names, steps }: World): void {
  const accounts = books.accounts.map((_, account) => account);
  const parties = Array.from({ length: books.parties }, (_, party) => party);
  const total = (of: (account: number) => number): number => accounts.reduce((sum, a) => sum + of(a), 0);
  for (const account of accounts) {
    const flowed = parties.reduce(
      (sum, from) => sum + parties.reduce((s, to) => s + books.flow(account, from, to), 0),
      0,
    );
    const byGroup = [-1, ...names.groups.keys()].reduce(
      (sum, group) => sum + books.groupFlow(account, group),
      0,
    );
    const byWeek = Array.from({ length: steps }, (_, step) => books.stepFlow(account, step)).reduce(
      (a, b) => a + b,
      0,
    );
    near(flowed, byGroup);
    near(flowed, byWeek);
  }
  near(
    parties.reduce((sum, party) => sum + books.paidBy(party), 0),
    parties.reduce((sum, party) => sum + books.receivedBy(party), 0),
  );
  // The commissioner pays offices and the world outside, and nobody pays the commissioner but an office.
  const toOffices = names.offices.reduce(
    (sum, _, o) => sum + total((a) => books.flow(a, COMMISSIONER, officeParty(o))),
    0,
  );
  near(books.paidBy(COMMISSIONER), toOffices + total((a) => books.flow(a, COMMISSIONER, OUTSIDE)));
  expect(books.paidBy(OUTSIDE)).toBe(0);
}

const paid = (books: Books): number => books.paidBy(COMMISSIONER, 'fee');

describe('whole runs of random programmes', () => {
  it('conserve clients, hours and money, and never make a number that is none', () => {
    let worlds = 0;
    let people = 0;
    let fees = 0;
    fc.assert(
      fc.property(randomPatch, fc.constantFrom('scenario', 'equalTime', 'noService'), (patch, division) => {
        const world = runSmall(openSmall(patch), {
          division,
          look: (now) => {
            checkClients(now);
            checkHours(now);
          },
        });
        checkNumbers(world);
        checkMoney(world);
        worlds++;
        people += world.people.count;
        fees += paid(world.books);
        expect(world.service.attachedCount).toBe(0);
        if (division === 'noService') expect(paid(world.books)).toBeLessThanOrEqual(world.steps * 5000);
      }),
      { numRuns: 100, seed: 8 },
    );
    // The programmes that were tried were no empty ones.
    expect(people / worlds).toBeGreaterThan(10);
    expect(fees).toBeGreaterThan(0);
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
    for (const division of ['scenario', 'equalTime'] as const) runSmall(openSmall(), { division, look });
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
