import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Books, COMMISSIONER, OUTSIDE, officeParty } from '../../src/model/books.ts';
import { instrumentKinds } from '../../src/model/incentives/registry.ts';
import { Status } from '../../src/model/service.ts';
import type { World } from '../../src/model/world.ts';
import { columnsOf } from '../support/columns.ts';
import { randomPatch } from '../support/randomScenario.ts';
import { oneOfEach, randomScheme, randomTerms } from '../support/randomScheme.ts';
import { openSmall, type Patch, runSmall } from '../support/smallScenario.ts';

const near = (a: number, b: number, scale = 0): void =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(a), Math.abs(b), scale));

/** What flowed in all accounts from each party to each other. */
function flows(books: Books): number[][] {
  return Array.from({ length: books.parties }, (_, from) =>
    Array.from({ length: books.parties }, (_, to) =>
      books.accounts.reduce((sum, _, account) => sum + books.flow(account, from, to), 0),
    ),
  );
}

/** Money is nobody's but what somebody else gave: party by party, account by account. */
function checkMoney({ books, names, steps }: World): void {
  const all = flows(books);
  const volume = all.flat().reduce((sum, flow) => sum + Math.abs(flow), 0);
  let nets = 0;
  for (let party = 0; party < books.parties; party++) {
    const paid = all[party].reduce((sum, flow) => sum + flow, 0);
    const got = all.reduce((sum, row) => sum + row[party], 0);
    near(books.paidBy(party), paid, volume);
    near(books.receivedBy(party), got, volume);
    nets += got - paid;
  }
  near(nets, 0, volume);
  // All that the commissioner pays goes to offices and third parties; penalties stand on the same lines, below 0.
  const toOffices = names.offices.reduce((sum, _, o) => sum + all[COMMISSIONER][officeParty(o)], 0);
  near(books.paidBy(COMMISSIONER), toOffices + all[COMMISSIONER][OUTSIDE], volume);
  for (let account = 0; account < books.accounts.length; account++) {
    let flowed = 0;
    for (let from = 0; from < books.parties; from++)
      for (let to = 0; to < books.parties; to++) flowed += books.flow(account, from, to);
    let byStep = 0;
    for (let step = 0; step < steps; step++) byStep += books.stepFlow(account, step);
    let byGroup = books.groupFlow(account, -1);
    for (let group = 0; group < names.groups.length; group++) byGroup += books.groupFlow(account, group);
    near(byStep, flowed, volume);
    near(byGroup, flowed, volume);
  }
}

function checkClientsAndHours(world: World): void {
  const { service, people, caseworkers, phase, offices, step } = world;
  let attached = 0;
  for (let row = 0; row < people.count; row++) {
    expect(service.status[row] === Status.future).toBe(people.referredAt[row] > step);
    if (service.status[row] === Status.attached) attached++;
  }
  expect(service.attachedCount).toBe(attached);
  expect(offices.attached.reduce((a, b) => a + b, 0)).toBe(attached);
  near(
    offices.referralShare.reduce((a, b) => a + b, 0),
    offices.share.reduce((a, b) => a + b, 0),
  );
  for (let worker = 0; worker < caseworkers.count; worker++) {
    expect(caseworkers.hoursAvailable[worker]).toBeLessThanOrEqual(
      phase.roles[caseworkers.role[worker]].contactHours,
    );
    expect(caseworkers.hoursGiven[worker]).toBeLessThanOrEqual(
      caseworkers.hoursAvailable[worker] * (1 + 1e-6),
    );
  }
  for (const each of world.instruments)
    for (let office = 0; office < offices.count; office++) {
      const held = each.heldAgainst?.(office) ?? 0;
      expect([each.name, held >= 0 && held <= 1]).toEqual([each.name, true]);
    }
}

function checkNumbers(world: World): void {
  const { people, service, clients, twins, caseworkers, offices } = world;
  // A need that was never scored has no score.
  const { score, ...scored } = service;
  expect(score.every((each) => Number.isNaN(each) || (each >= 0 && each <= 1))).toBe(true);
  for (const [name, table] of Object.entries({
    people,
    service: scored,
    clients,
    twins,
    caseworkers,
    offices,
  })) {
    for (const [path, column] of columnsOf(table))
      expect([`${name}.${path}`, Array.from(column).every(Number.isFinite)]).toEqual([
        `${name}.${path}`,
        true,
      ]);
  }
}

/** Need is scored often, and hazards look at sanctions. */
const scored: Patch = {
  commissioner: { scoring: { role: 'adviser', every: 3, gaming: 0.2 } },
  pathway: { programme: { dropOut: '0.01 + 0.2 * sanctioned' } },
};

/** Reviews of every kind, a board that hears stories, shocks, and a limit on an activity. */
const reviewed: Patch = {
  commissioner: {
    evidence: { monitoring: { figures: { attached: { per: 'referred' } }, stories: 1, money: 0.5 } },
    coupling: { understood: 0.4, stories: 0.5 },
    reviews: {
      ratchets: {
        kind: 'ratchet',
        first: 3,
        every: 3,
        lag: 0,
        window: 3,
        event: 'attached',
        per: 'count',
        aim: 2,
      },
      weights: {
        kind: 'reweight',
        first: 3,
        every: 4,
        lag: 1,
        window: 6,
        event: 'jobStart',
        aim: 0.5,
        prices: { start: 1 },
      },
      shares: { kind: 'shiftShares', first: 2, every: 2, lag: 0, window: 4, share: 0.3, during: 'run' },
      pushes: {
        kind: 'push',
        first: 1,
        every: 1,
        lag: 0,
        window: 3,
        event: 'jobStart',
        aim: 0.5,
        during: 'run',
      },
      board: {
        kind: 'prioritise',
        first: 2,
        every: 2,
        lag: 0,
        window: 3,
        event: 'jobStart',
        aim: 0.5,
        during: 'run',
      },
      tenders: { kind: 'tender', first: 9, every: 0, lag: 0, window: 9, advantage: 0.1, during: 'run' },
      renewals: { kind: 'renew', first: 7, every: 0, lag: 0, window: 7, bar: -0.9, during: 'run' },
    },
  },
  world: { shocks: { slump: { chance: 0.2, weeks: 2, openings: 0.5 } }, closure: { course: 0.3 } },
};

describe('all instruments together', () => {
  it('are every kind that there is', () => {
    expect(Object.keys(randomTerms).sort()).toEqual(Object.keys(instrumentKinds).sort());
  });

  it('conserve money, hours and clients in random programmes, and make no number that is none', () => {
    const used = new Map<string, number>();
    let ended = 0;
    fc.assert(
      fc.property(randomPatch, randomScheme, (patch, scheme) => {
        const incentives = { ...(patch.incentives as Patch), ...scheme };
        const world = runSmall(openSmall({ ...patch, incentives }, scored, reviewed), {
          look: checkClientsAndHours,
        });
        checkMoney(world);
        checkNumbers(world);
        ended += world.commissioner.held.filter((review) => review.ended !== undefined).length;
        for (const { kind } of Object.values(scheme) as { kind: string }[])
          used.set(kind, (used.get(kind) ?? 0) + 1);
      }),
      { numRuns: 80, seed: 31 },
    );
    expect(ended).toBeGreaterThan(5);
    for (const kind of Object.keys(instrumentKinds)) expect(used.get(kind) ?? 0, kind).toBeGreaterThan(20);
  });
});

describe('no instrument knows another', () => {
  /** Nobody acts on money: payoff counts nothing, pressure answers to nothing, referrals stay where they are. */
  const deaf: Patch = {
    caseworkers: { motives: { payoff: 0 } },
    offices: { north: { pressure: { response: 0 } }, south: { pressure: { response: 0 } } },
    incentives: { joining: null, start: null, lasting: null },
  };
  const postings = ({ books, steps }: World): Record<string, number[]> =>
    Object.fromEntries(
      books.accounts.map(({ name }, account) => [
        name,
        Array.from({ length: steps }, (_, step) => books.stepFlow(account, step)),
      ]),
    );

  /** Read the ledger by their terms: what all others paid in a week. */
  const readers = ['ownUpfront', 'ownArrears'];
  /** What would change lives whatever anybody thinks of money. */
  const harmless: Patch = {
    incentives: {
      ownLeagueTable: { shareMoved: 0, endAfter: null },
      ownSanctions: { chance: 0.2, withheld: 50, trustLoss: 0 },
      ownSlack: { share: 0 },
    },
    pathway: { programme: { dropOut: 0.01 } },
  };

  it('taking one out leaves what all others post as it was, where nobody acts on it', () => {
    const incentives = oneOfEach(5);
    const all = postings(runSmall(openSmall(deaf, { incentives }, scored, harmless)));
    const moved = Object.values(all).filter((flow) => flow.some((amount) => amount !== 0));
    expect(moved.length).toBeGreaterThan(Object.keys(incentives).length * 0.7);
    for (const name of Object.keys(incentives)) {
      const without: Patch = { incentives: { [name]: null } };
      const rest = postings(runSmall(openSmall(deaf, { incentives }, scored, harmless, without)));
      for (const [account, flow] of Object.entries(rest)) {
        // Wages and the like are no instrument's; free provision moves who pays for activities.
        if (!account.startsWith('own')) continue;
        if (readers.includes(account) && !readers.includes(name)) continue;
        expect([name, account, flow]).toEqual([name, account, all[account]]);
      }
    }
  });
});
