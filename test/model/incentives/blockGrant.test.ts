import { expect, test } from 'vitest';
import { attachedNow, eventOf, instrumentOf } from './scheme.ts';

/** Settles the 20 steps of the run. */
function settleAll(instrument: ReturnType<typeof instrumentOf>['instrument']): void {
  for (let step = 0; step < 20; step++) instrument.settle!({ step, attachedByOffice: attachedNow() });
}

test('pays each week of referrals by share of referrals, and nothing after', () => {
  const { instrument, setup, paid } = instrumentOf({ kind: 'blockGrant', amount: 1000 });
  settleAll(instrument);
  expect([paid(0), paid(1)]).toEqual([7500, 2500]);
  expect(setup.books.officeIncome(0, 9)).toBe(750);
  expect(setup.books.officeIncome(0, 10)).toBe(0);
  expect(setup.books.groupFlow(0, -1)).toBe(10000);
});

test('a sum for the programme is spread evenly over the weeks of referrals', () => {
  const { instrument, setup, paid } = instrumentOf({ kind: 'blockGrant', amount: 8000, per: 'programme' });
  settleAll(instrument);
  expect(paid()).toBe(8000);
  expect(setup.books.stepFlow(0, 3)).toBe(800);
});

test('a grant of the run is paid in all weeks, a week or spread over them, and covers places by all of it', () => {
  const weekly = instrumentOf({ kind: 'blockGrant', amount: 1000, during: 'run' });
  settleAll(weekly.instrument);
  expect([weekly.paid(0), weekly.paid(1)]).toEqual([15000, 5000]);
  expect(weekly.instrument.coveredPerPlace!(0, 0)).toBe(20000 / 8);
  const spread = instrumentOf({ kind: 'blockGrant', amount: 8000, per: 'programme', during: 'run' });
  settleAll(spread.instrument);
  expect(spread.paid()).toBe(8000);
  expect(spread.setup.books.stepFlow(0, 19)).toBe(400);
  expect(spread.instrument.coveredPerPlace!(0, 0)).toBe(1000);
});

test('a grant of the run is paid where no week has referrals', () => {
  const { instrument, paid } = instrumentOf(
    { kind: 'blockGrant', amount: 1000, during: 'run' },
    { referralSteps: 0 },
  );
  settleAll(instrument);
  expect(paid()).toBe(20000);
});

test('is multiplied by scale', () => {
  const { instrument, paid } = instrumentOf({ kind: 'blockGrant', amount: 1000 }, { scale: 0.25 });
  settleAll(instrument);
  expect(paid()).toBe(2500);
});

test('covers places: those stated, or everybody who is referred', () => {
  const grant = { kind: 'blockGrant', amount: 1000 };
  expect(instrumentOf(grant).instrument.coveredPerPlace!(0, 0)).toBe(10000 / 8);
  expect(instrumentOf({ ...grant, places: 5 }).instrument.coveredPerPlace!(0, 1)).toBe(2000);
  // At another scale money and places shrink alike.
  expect(instrumentOf({ ...grant, places: 5 }, { scale: 0.5 }).instrument.coveredPerPlace!(0, 1)).toBe(2000);
});

test('no event is believed to bring money', () => {
  const { instrument } = instrumentOf({ kind: 'blockGrant', amount: 1000 });
  expect(instrument.believedPrice(eventOf('jobStart'), 0, 0, true)).toBe(0);
});

test('pays nothing where no week has referrals', () => {
  for (const per of ['week', 'programme']) {
    const { instrument, paid } = instrumentOf(
      { kind: 'blockGrant', amount: 1000, per },
      { referralSteps: 0 },
    );
    settleAll(instrument);
    expect(paid()).toBe(0);
    expect(instrument.coveredPerPlace!(0, 0)).toBe(0);
  }
});

test('follows the shares of referrals as they move, and what a review makes of it', () => {
  const { instrument, setup, paid } = instrumentOf({ kind: 'blockGrant', amount: 1000 });
  for (let step = 0; step < 10; step++) {
    if (step === 4) setup.market.shift(0, 1, 0.75);
    if (step === 8) instrument.adjust!({ what: 'price', office: 1, factor: 0.5 });
    instrument.settle!({ step, attachedByOffice: attachedNow() });
  }
  expect(paid(0)).toBe(4 * 750);
  expect(paid(1)).toBe(4 * 250 + 4 * 1000 + 2 * 500);
  // Its places are covered to half of what they were.
  expect(instrument.coveredPerPlace!(0, 1)).toBe(instrument.coveredPerPlace!(0, 0) / 2);
});
