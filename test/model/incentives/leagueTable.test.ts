import { describe, expect, test } from 'vitest';
import type { Instrument } from '../../../src/model/incentives/instrument.ts';
import { attachedNow, claimed, eventOf, instrumentOf } from './scheme.ts';

const jobStart = eventOf('jobStart');
const table = { kind: 'leagueTable', event: 'jobStart', period: 2, bonus: 1000 };

/** Plays periods of two weeks with so many events in office a and b. */
function play(instrument: Instrument, periods: readonly [number, number][], attached = attachedNow()): void {
  periods.forEach(([a, b], period) => {
    for (let n = 0; n < a; n++) instrument.onEvent!(claimed('jobStart', 0, 2 * period));
    for (let n = 0; n < b; n++) instrument.onEvent!(claimed('jobStart', 2, 2 * period));
    for (const step of [2 * period, 2 * period + 1]) instrument.settle!({ step, attachedByOffice: attached });
  });
}

describe('league table', () => {
  test('ranks by events a client-week, not by events', () => {
    const { instrument, paid } = instrumentOf(table);
    play(instrument, [[3, 1]], attachedNow(8, 2));
    expect([paid(0), paid(1)]).toEqual([0, 1000]);
    // Rates of 3/16 and 1/4.
    expect([0, 1].map((office) => instrument.heldAgainst!(office))).toEqual([0.25, 0]);
  });

  test('equal offices share, and nothing moves between them', () => {
    const { instrument, setup, paid } = instrumentOf({ ...table, shareMoved: 0.1, endAfter: 1 });
    play(instrument, [[2, 2]]);
    expect([paid(0), paid(1)]).toEqual([500, 500]);
    expect([...setup.market.shares]).toEqual([0.75, 0.25]);
  });

  test('prizes by rank go to all but the last', () => {
    const { instrument, paid } = instrumentOf({ ...table, bonusTo: 'ranks' });
    play(instrument, [[2, 1]]);
    expect([paid(0), paid(1)]).toEqual([1000, 0]);
  });

  test('moves referrals after each table, and all of them after so many at the bottom in a row', () => {
    const { instrument, setup } = instrumentOf({ ...table, shareMoved: 0.05, endAfter: 3 });
    const shares = () => [...setup.market.shares].map((each) => Number(each.toFixed(9)));
    play(instrument, [[2, 1]]);
    expect(shares()).toEqual([0.8, 0.2]);
    play(instrument, [[2, 1]]);
    expect(shares()).toEqual([0.85, 0.15]);
    play(instrument, [[2, 1]]);
    expect(shares()).toEqual([1, 0]);
    // Who has no referrals left is ranked no more: nobody is held against anybody.
    play(instrument, [[2, 1]]);
    expect([0, 1].map((office) => instrument.heldAgainst!(office))).toEqual([0, 0]);
  });

  test('a better table in between begins the count at the bottom anew', () => {
    const { instrument, setup } = instrumentOf({ ...table, endAfter: 2 });
    play(instrument, [
      [2, 1],
      [1, 2],
      [2, 1],
    ]);
    expect([...setup.market.shares]).toEqual([0.75, 0.25]);
  });

  test('an event is worth most where ranks are close, and nothing before the first table', () => {
    const worth = (a: number, b: number) => {
      const { instrument } = instrumentOf(table);
      expect(instrument.believedPrice(jobStart, 0, 0, true)).toBe(0);
      play(instrument, [[a, b]]);
      return instrument.believedPrice(jobStart, 0, 1, true);
    };
    const close = worth(10, 9);
    expect(close).toBeCloseTo((1000 * Math.exp(-1 / 36)) / Math.sqrt(36 * Math.PI), 9);
    expect(worth(20, 9)).toBeLessThan(close / 10);
  });

  test('a share that moves is a stake by what referrals are worth', () => {
    const entry = { ...table, bonus: 0, shareMoved: 0.1, referralsWorth: 10000 };
    const { instrument } = instrumentOf(entry);
    play(instrument, [[9, 9]]);
    // Two offices: whoever changes places with the other wins what the other loses.
    const chance = 1 / Math.sqrt(36 * Math.PI);
    expect(instrument.believedPrice(jobStart, 0, 0, true)).toBeCloseTo(2 * 1000 * chance, 9);
  });

  test('makes no table after referrals', () => {
    const { instrument, paid } = instrumentOf(table, { referralSteps: 2 });
    play(instrument, [
      [2, 1],
      [2, 1],
    ]);
    expect(paid()).toBe(1000);
    expect(instrument.believedPrice(jobStart, 0, 0, true)).toBe(0);
  });
});
