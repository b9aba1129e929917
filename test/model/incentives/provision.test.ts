import { describe, expect, test } from 'vitest';
import { COMMISSIONER, OUTSIDE, officeParty } from '../../../src/model/money/books.ts';
import { attachedNow, claimed, eventOf, instrumentOf } from './scheme.ts';

describe('free provision', () => {
  const free = { kind: 'freeProvision', activity: 'therapy', share: 0.8, places: 10 };

  test('bears its share as long as places last, office by office, and anew each week', () => {
    const { instrument } = instrumentOf(free);
    const take = (office: number, contacts: number) => {
      let borne = 0;
      for (let n = 0; n < contacts; n++) {
        borne += instrument.bearsCost!(0, office);
        if (instrument.bearsCost!(0, office) > 0) instrument.onProvision!(0, office, 0);
      }
      return borne;
    };
    // Office a has 7.5 places a week: 7, then 8. Office b has 2.5.
    expect([take(0, 20), take(1, 20)].map((each) => Math.round(each / 0.8))).toEqual([7, 2]);
    instrument.settle!({ step: 0, attachedByOffice: attachedNow() });
    expect([take(0, 20), take(1, 20)].map((each) => Math.round(each / 0.8))).toEqual([8, 3]);
    instrument.settle!({ step: 1, attachedByOffice: attachedNow() });
    instrument.settle!({ step: 2, attachedByOffice: attachedNow() });
    // Whole places that nobody took are gone.
    expect(Math.round(take(0, 20) / 0.8)).toBe(8);
  });

  test('bears all there is without a limit, and nothing without places or of other activities', () => {
    const unlimited = instrumentOf({ ...free, places: undefined }).instrument;
    for (let n = 0; n < 100; n++) unlimited.onProvision!(0, 0, 0);
    expect([unlimited.bearsCost!(0, 0), unlimited.bearsCost!(1, 0)]).toEqual([0.8, 0]);
    expect(instrumentOf({ ...free, places: 0 }).instrument.bearsCost!(0, 0)).toBe(0);
  });
});

describe('caseworker bonus', () => {
  const bonus = { kind: 'caseworkerBonus', event: 'jobStart', amount: 50, weight: 3 };

  test('goes from the commissioner to staff, who feel it more than money of the office', () => {
    const { instrument, setup } = instrumentOf(bonus);
    instrument.onEvent!(claimed('jobStart', 0));
    instrument.onEvent!(claimed('jobStart', 0, 1, false));
    expect(setup.books.flow(0, COMMISSIONER, OUTSIDE)).toBe(50);
    expect(setup.books.accounts).toEqual([{ name: 'fee', kind: 'fee', category: 'bonuses' }]);
    expect(setup.books.officeIncome(0, 0)).toBe(0);
    expect(instrument.believedPrice(eventOf('jobStart'), 0, 0, true)).toBe(150);
  });

  test('paid by the office it is a cost of the office and no fee', () => {
    const { instrument, setup } = instrumentOf({ ...bonus, payer: 'office' });
    instrument.onEvent!(claimed('jobStart', 2));
    expect(setup.books.paidBy(officeParty(1), 'cost')).toBe(50);
    expect(setup.books.accounts).toEqual([{ name: 'fee.office', kind: 'cost', category: 'bonuses' }]);
    expect(setup.books.paidBy(COMMISSIONER)).toBe(0);
  });
});

describe('slack', () => {
  test('sets a share of hours free, with a grant while clients are referred', () => {
    const { instrument, paid } = instrumentOf({ kind: 'slack', share: 0.2, amount: 40 });
    for (let step = 0; step < 20; step++) instrument.settle!({ step, attachedByOffice: attachedNow() });
    expect([paid(0), paid(1)]).toEqual([300, 100]);
    expect(instrument.slackShare!(0)).toBe(0.2);
  });
});

describe('progress payment', () => {
  const distance = { kind: 'progress', role: 'keyWorker', amount: 1000, believedFall: 0.1 };

  test('pays falls below the lowest score so far, and nothing for the first score or for ground regained', () => {
    const { instrument, setup, paid } = instrumentOf(distance);
    const score = (value: number, step: number) => {
      setup.record.score[0] = value;
      instrument.settle!({ step, attachedByOffice: attachedNow() });
      return Number(paid(0).toFixed(9));
    };
    expect([0.8, 0.75, 0.78, 0.76, 0.5].map(score)).toEqual([0, 50, 50, 50, 300]);
    expect(paid(1)).toBe(0);
  });

  test('a contact is worth the fall that is believed, and no more than what is left', () => {
    const { instrument, setup } = instrumentOf(distance);
    expect(instrument.believedPerContact!(0, 0, 0)).toBe(100);
    setup.record.score[0] = 0.04;
    instrument.settle!({ step: 0, attachedByOffice: attachedNow() });
    expect([0, 1].map((client) => instrument.believedPerContactOf!(0, client, 0))).toEqual([40, 100]);
    expect(instrument.believedPerContact!(1, 0, 0)).toBe(0);
  });

  test('where terms change the journey goes on from the lowest score', () => {
    const { instrument, setup } = instrumentOf(distance);
    setup.record.score[0] = 0.5;
    instrument.settle!({ step: 0, attachedByOffice: attachedNow() });
    const later = instrumentOf({ ...distance, amount: 100 }, {}, instrument);
    later.setup.record.score[0] = 0.4;
    later.instrument.settle!({ step: 1, attachedByOffice: attachedNow() });
    expect(later.paid()).toBeCloseTo(10, 9);
  });
});

describe('sanctions', () => {
  test('benefit withheld flows from the clients to the commissioner while sanctions last', () => {
    const { instrument, setup } = instrumentOf({ kind: 'sanctions', withheld: 75, chance: 0.25 });
    setup.record.sanctionedUntil.set([3, 2, -1]);
    for (let step = 0; step < 5; step++) instrument.settle!({ step, attachedByOffice: attachedNow() });
    expect(setup.books.flow(0, OUTSIDE, COMMISSIONER)).toBe((3 + 2) * 75);
    expect(setup.books.accounts[0].kind).toBe('benefit');
    expect(instrument.sanctions!(0)!.base).toBeCloseTo(-Math.log(3), 12);
  });
});
