import { expect } from 'vitest';
import { type Books, COMMISSIONER, OUTSIDE, officeParty } from '../../src/model/money/books.ts';
import { Status } from '../../src/model/service.ts';
import type { World } from '../../src/model/world.ts';
import { columnsOf } from './columns.ts';

/** Two numbers that are equal but for rounding, against the greatest of them, `scale` and 1. */
export const near = (a: number, b: number, scale = 0): void =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(a), Math.abs(b), scale));

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
const inUnit = (column: ArrayLike<number>): boolean => Array.from(column).every((x) => x >= 0 && x <= 1);

/** Where every client stands at the end of a step: in exactly one status, and with one caseworker a role at most. */
export function checkClients(world: World): void {
  const { service, people, caseworkers, names, offices, phase, step } = world;
  const { status, attachedAt, endedAt } = service;
  const attached: number[] = [];
  for (let row = 0; row < people.count; row++) {
    // Nobody is in another status before referral.
    expect(status[row] === Status.future).toBe(people.referredAt[row] > step);
    const left = status[row] === Status.droppedOut || status[row] === Status.completed;
    const joined = status[row] === Status.attached || left;
    expect(attachedAt[row]).toBe(joined ? people.referredAt[row] : -1);
    expect(endedAt[row] >= 0).toBe(left);
    if (status[row] === Status.attached) attached.push(row);
  }
  expect([...service.attached.subarray(0, service.attachedCount)]).toEqual(attached);
  expect(sum(offices.attached)).toBe(attached.length);
  near(sum(offices.referralShare), sum(offices.share));
  if (phase.pooled) return;
  names.roles.forEach((_, role) => {
    const loads = new Float64Array(caseworkers.count);
    for (const row of attached) if (service.worker[role][row] >= 0) loads[service.worker[role][row]]++;
    const from = caseworkers.firstOfRole[role];
    const to = caseworkers.firstOfRole[role + 1];
    expect(caseworkers.caseload.slice(from, to)).toEqual(loads.slice(from, to));
  });
}

/**
 * Hours at hand are those of contact, of contacts in form only, of duties, and lost ones; none is lost that is not
 * there. Clients' columns are single precision.
 */
export function checkHours({ caseworkers, dutyHours, phase }: World): void {
  for (let worker = 0; worker < caseworkers.count; worker++) {
    const atHand = caseworkers.hoursAvailable[worker];
    const most = phase.roles[caseworkers.role[worker]].contactHours * caseworkers.hoursFactor[worker];
    expect(atHand).toBeLessThanOrEqual(most);
    const given = caseworkers.hoursGiven[worker];
    expect(given).toBeGreaterThanOrEqual(0);
    const duties = dutyHours.step.reduce((total, hours) => total + hours[worker], 0);
    const spent = given + dutyHours.token[worker] + duties;
    expect(spent).toBeLessThanOrEqual(atHand * (1 + 1e-6) + 1e-9);
    expect(spent + dutyHours.lost[worker]).toBeCloseTo(atHand, 5);
  }
}

/** Whatever happened is on record, lost, or waits in exactly one queue. */
export function checkRecords({ record, names, service }: World): void {
  const { counts, queue } = record;
  const made = sum(counts.contactsMade) + sum(counts.happened.map(sum));
  const settled =
    sum(counts.contactsRecorded) +
    sum(counts.contactsLost) +
    sum([...counts.recorded, ...counts.lost].map(sum));
  const struck = names.roles.reduce((found, _, role) => found + (record.struckAt[role] ? 1 : 0), 0);
  const waiting = record.inventedNow.reduce(
    (total, now) => total + (now?.reduce((n, each) => n + (each === 2 ? 1 : 0), 0) ?? 0),
    0,
  );
  // True events that took the place of invented ones, and contacts that were struck, are on no other list.
  const elsewhere = made - settled - (queue.count - waiting);
  expect(elsewhere).toBeGreaterThanOrEqual(0);
  expect(elsewhere).toBeLessThanOrEqual(
    sum(counts.invented.map(sum)) + (struck > 0 ? sum(counts.foundContacts) : 0),
  );
  for (const hours of queue.hours) expect(hours).toBeGreaterThanOrEqual(-1e-9);
  for (const claimed of service.claimedFirst) expect(claimed.every((step) => step >= -1)).toBe(true);
}

/** Every number of the world is one, and shares are shares. */
export function checkNumbers(world: World): void {
  const { people, service, clients, twins, caseworkers, offices, dutyHours } = world;
  // A need that was never scored has no score.
  const { score, ...scored } = service;
  expect(score.every((each) => Number.isNaN(each) || (each >= 0 && each <= 1))).toBe(true);
  const tables = { people, service: scored, clients, twins, caseworkers, offices, dutyHours };
  for (const [name, table] of Object.entries(tables)) {
    for (const [path, column] of columnsOf(table))
      expect([`${name}.${path}`, Array.from(column).every(Number.isFinite)]).toEqual([
        `${name}.${path}`,
        true,
      ]);
  }
  for (const barrier of [...clients.barriers, ...twins.barriers]) expect(inUnit(barrier)).toBe(true);
  expect(inUnit(service.trust)).toBe(true);
  expect(inUnit(caseworkers.burnout)).toBe(true);
  expect(inUnit(offices.partnerTrust)).toBe(true);
}

/** What flowed in all accounts from each party to each other. */
function flows(books: Books): number[][] {
  return Array.from({ length: books.parties }, (_, from) =>
    Array.from({ length: books.parties }, (_, to) =>
      books.accounts.reduce((total, _, account) => total + books.flow(account, from, to), 0),
    ),
  );
}

/** Money is nobody's but what somebody else gave: party by party, account by account, by group and by step. */
export function checkMoney({ books, names, steps }: World): void {
  const all = flows(books);
  const volume = all.flat().reduce((total, flow) => total + Math.abs(flow), 0);
  let nets = 0;
  for (let party = 0; party < books.parties; party++) {
    const paid = sum(all[party]);
    const got = all.reduce((total, row) => total + row[party], 0);
    near(books.paidBy(party), paid, volume);
    near(books.receivedBy(party), got, volume);
    nets += got - paid;
  }
  near(nets, 0, volume);
  // All that the commissioner pays goes to offices and third parties; penalties stand on the same lines, below 0.
  const toOffices = names.offices.reduce((total, _, o) => total + all[COMMISSIONER][officeParty(o)], 0);
  near(books.paidBy(COMMISSIONER), toOffices + all[COMMISSIONER][OUTSIDE], volume);
  for (let account = 0; account < books.accounts.length; account++) {
    let flowed = 0;
    for (let from = 0; from < books.parties; from++)
      for (let to = 0; to < books.parties; to++) flowed += books.flow(account, from, to);
    const byStep = sum(Array.from({ length: steps }, (_, step) => books.stepFlow(account, step)));
    const byGroup = sum([-1, ...names.groups.keys()].map((group) => books.groupFlow(account, group)));
    near(byStep, flowed, volume);
    near(byGroup, flowed, volume);
  }
}
