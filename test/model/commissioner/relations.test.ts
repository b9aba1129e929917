import { describe, expect, it } from 'vitest';
import { ageRelations, TRANSACTION_ACCOUNT } from '../../../src/model/commissioner/relations.ts';
import type { World } from '../../../src/model/world.ts';
import { exp } from '../../../src/random/index.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';
import { pictures, reviewed, threeOffices } from './programme.ts';

const board = (aim: number, every = 4): Patch[] =>
  reviewed({ kind: 'push', event: 'jobStart', aim, response: 0, first: 20, every });
const relations = (terms: Patch): Patch => ({ commissioner: { relations: terms } });
const start = (trust: number): Patch => ({
  offices: Object.fromEntries(['north', 'south', 'west'].map((name) => [name, { commissionerTrust: trust }])),
});
const trustsOf = (world: World): number[] => [...world.commissioner.trust].slice(0, 3);

describe('trust of the commissioner', () => {
  it('grows with kept promises and falls with broken ones, review by review', () => {
    // Reviews after weeks 20, 24, 28, 32, 36, 40.
    const kept = runSmall(openSmall(...board(1e-6), relations({ growth: 0.2, loss: 0.5 })));
    expect(kept.commissioner.held).toHaveLength(6);
    for (const trust of trustsOf(kept)) expect(trust).toBeCloseTo(1 - 0.8 ** 6, 12);
    expect(kept.commissioner.trust[3]).toBe(0);
    const broken = runSmall(openSmall(...board(50), relations({ growth: 0.2, loss: 0.5 }), start(0.8)));
    for (const trust of trustsOf(broken)) expect(trust).toBeCloseTo(0.8 * 0.5 ** 6, 12);
  });

  it('is by the office’s own figure, and by evidence where contracts are renewed', () => {
    const mixed = runSmall(openSmall(...board(0.6), relations({ growth: 0.2, loss: 0.2 }), start(0.5)));
    expect(new Set(trustsOf(mixed)).size).toBeGreaterThan(1);
    const renewal = { kind: 'renew', bar: -0.5, successor: 'reserve' };
    const renewed = runSmall(
      openSmall(...reviewed(renewal), relations({ growth: 0.2, loss: 0.2 }), start(0.5)),
    );
    const [held] = renewed.commissioner.held;
    held.offices.forEach((office, place) => {
      expect(renewed.commissioner.trust[office]).toBeCloseTo(held.evidence[place] >= -0.5 ? 0.6 : 0.4, 12);
    });
    expect(renewed.commissioner.trust[held.ended?.office as number]).toBeCloseTo(0.4, 12);
  });

  it('goes on over a change of phase that changes its terms', () => {
    const timeline = { warmer: { at: 25, set: { commissioner: { relations: { growth: 0.5 } } } } };
    const world = runSmall(openSmall(...board(1e-6), relations({ growth: 0.2 }), { timeline }));
    for (const trust of trustsOf(world)) expect(trust).toBeCloseTo(1 - 0.8 ** 2 * 0.5 ** 4, 12);
  });

  it('falls with what audits find, by the share of clients, and the office’s size says nothing of itself', () => {
    runSmall(openSmall(threeOffices, relations({ found: 2 }), start(0.6)), {
      look: (world) => {
        if (world.step !== 20) return;
        const { commissioner, offices } = world;
        commissioner.found.set([offices.attached[0] / 4, offices.attached[1] / 2, 0, 0]);
        ageRelations(world);
        expect(commissioner.trust[0]).toBeCloseTo(0.6 * exp(-0.5), 12);
        expect(commissioner.trust[1]).toBeCloseTo(0.6 * exp(-1), 12);
        expect(commissioner.trust[2]).toBe(0.6);
        expect([...commissioner.found]).toEqual([0, 0, 0, 0]);
      },
    });
  });

  it('goes with the commissioner who leaves, at the same time in every design and by the same chance in days', () => {
    const leaving = relations({ turnover: 0.03, reset: 0.5 });
    const one = runSmall(openSmall(threeOffices, leaving, start(0.8)));
    const other = runSmall(
      openSmall(threeOffices, leaving, start(0.8), { incentives: { start: { amount: 0 } } }),
    );
    expect(one.commissioner.turnovers).toBeGreaterThan(0);
    expect(other.commissioner.turnovers).toBe(one.commissioner.turnovers);
    for (const trust of trustsOf(one)) expect(trust).toBeCloseTo(0.8 * 0.5 ** one.commissioner.turnovers, 12);
    // Seventy weeks with a chance of 3% each: 2.1 are expected in a run. The bounds are four standard errors of 12 runs.
    const counts = Array.from({ length: 12 }, (_, replicate) => {
      const days: Patch = { clock: { step: 'day' }, clients: { referrals: { value: 0.1 } }, scale: 1 };
      return runSmall(openSmall(threeOffices, leaving, days), { replicate }).commissioner.turnovers;
    });
    const mean = counts.reduce((a, b) => a + b) / counts.length;
    expect(Math.abs(mean - 2.1)).toBeLessThan(4 * Math.sqrt(2.1 / 12));
  });
});

describe('what trust does', () => {
  const paid = (world: World): number => {
    const { books } = world;
    const account = books.accounts.findIndex(({ name }) => name === TRANSACTION_ACCOUNT);
    return account < 0 ? 0 : books.flow(account, 0, 1);
  };

  it('saves costs of reviews and contracts in proportion, which the commissioner pays', () => {
    const costs = { reviewCost: 100, contractCost: 1000 };
    expect(paid(runSmall(openSmall(...board(50), relations(costs))))).toBeCloseTo(6 * 3 * 100, 8);
    expect(paid(runSmall(openSmall(...board(50), relations(costs), start(0.75))))).toBeCloseTo(450, 8);
    const renewal = { kind: 'renew', bar: -0.5, successor: 'reserve' };
    const ended = runSmall(openSmall(...reviewed(renewal), relations(costs), start(0.75), { scale: 2 }));
    // A new contract with an office that nobody knows.
    expect(paid(ended)).toBeCloseTo(2 * (0.25 * 300 + 1000), 8);
    expect(ended.books.balance(0) + ended.books.balance(1)).toBeLessThan(0);
    // It is of no group of clients.
    const account = ended.books.accounts.findIndex(({ name }) => name === TRANSACTION_ACCOUNT);
    for (const group of ended.names.groups.keys()) expect(ended.books.groupFlow(account, group)).toBe(0);
  });

  it('spares scrutiny: fewer false records are found, of the same ones, and fewest in house', () => {
    const tokens: Patch = {
      caseworkers: { roles: { adviser: { compliance: 1, formOnly: 0.9, integrity: 0.1 } } },
      rules: { seen: { role: 'adviser', every: 3 } },
      commissioner: { audit: { share: 0.8, strike: false } },
    };
    const found = (...patches: Patch[]) =>
      runSmall(openSmall(threeOffices, tokens, ...patches)).record.counts.foundContacts[0];
    const strangers = found(relations({ scrutiny: 0.5 }));
    expect(strangers).toBeGreaterThan(30);
    expect(found()).toBe(strangers);
    const friends = found(relations({ scrutiny: 0.5 }), start(0.8));
    // The share looked at falls to 60% of it, and nothing else changes: bounds of four standard errors.
    expect(friends / strangers).toBeGreaterThan(0.6 - 4 * Math.sqrt(0.24 / strangers));
    expect(friends / strangers).toBeLessThan(0.6 + 4 * Math.sqrt(0.24 / strangers));
    const inHouse = Object.fromEntries(
      ['north', 'south', 'west'].map((name) => [name, { inHouse: { audit: 0 } }]),
    );
    expect(found({ offices: inHouse })).toBe(0);
  });

  it('keeps a rival out of a tender that a stranger would lose', () => {
    const retender = { kind: 'tender', advantage: 0.5 };
    const endedWith = (entry: number, trust: number) =>
      runSmall(openSmall(...reviewed(retender), relations({ entry }), start(trust))).commissioner.held[0]
        .ended;
    expect(endedWith(0, 0.9)).toBeDefined();
    expect(endedWith(3, 0)).toEqual(endedWith(0, 0));
    expect(endedWith(3, 0.9)).toBeUndefined();
  });

  it('leaves no trace where relations are off', () => {
    expect(pictures([...board(50), start(0.7)])).toEqual(pictures(board(50)));
    const off = relations({ reset: 0.3 });
    expect(pictures([...board(50), off])).toEqual(pictures(board(50)));
  });
});
