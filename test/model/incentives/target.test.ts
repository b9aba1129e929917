import { describe, expect, test } from 'vitest';
import type { Instrument } from '../../../src/model/incentives/instrument.ts';
import { attachedNow, claimed, eventOf, instrumentOf } from './scheme.ts';

const jobStart = eventOf('jobStart');
/** Offices of 75% and 25%: thresholds of 3 and 1 events in five weeks, bonuses of 750 and 250. */
const target = { kind: 'target', event: 'jobStart', period: 5, threshold: 4, bonus: 1000 };
const worth = (instrument: Instrument, office = 0) => instrument.believedPrice(jobStart, 0, office, true);

/** Plays one step in which office a (clients 0, 1, 4, 5) has this many first events. */
function play(instrument: Instrument, step: number, events: number, attached = attachedNow()): void {
  const clients = [0, 1, 4, 5];
  for (let n = 0; n < events; n++) instrument.onEvent!(claimed('jobStart', clients[n % 4], step));
  instrument.settle!({ step, attachedByOffice: attached });
}

describe('bonus', () => {
  test('is paid in the step that reaches the threshold, once a period', () => {
    const { instrument, setup, paid } = instrumentOf(target);
    for (const [step, events] of [2, 0, 1, 2, 3].entries()) play(instrument, step, events);
    expect([paid(0), paid(1)]).toEqual([750, 0]);
    expect(setup.books.officeIncome(0, 2)).toBe(750);
    expect(setup.books.groupFlow(0, -1)).toBe(750);
  });

  test('is not paid one event below the threshold, nor do events of one period count in the next', () => {
    const { instrument, paid } = instrumentOf(target);
    for (const [step, events] of [0, 0, 0, 0, 2, 1, 0, 0, 0, 0].entries()) play(instrument, step, events);
    expect(paid()).toBe(0);
  });

  test('is paid again in each period that reaches it', () => {
    const { instrument, paid } = instrumentOf(target);
    for (let step = 0; step < 10; step++) play(instrument, step, step % 5 === 4 ? 3 : 0);
    expect(paid()).toBe(1500);
  });

  test('has no period that begins after referrals, unless it runs to the end', () => {
    const run = (during: string) => {
      const { instrument, paid } = instrumentOf({ ...target, during });
      for (let step = 0; step < 20; step++) play(instrument, step, step >= 10 ? 1 : 0);
      return [paid(), worth(instrument), instrument.heldAgainst!(0)];
    };
    expect(run('referrals')).toEqual([0, 0, 0]);
    expect(run('run')).toEqual([1500, 0, 0]);
  });

  test('counts the first event of a client only, unless once is off', () => {
    const repeated = (once: boolean) => {
      const { instrument, paid } = instrumentOf({ ...target, once });
      for (let n = 0; n < 3; n++) instrument.onEvent!(claimed('jobStart', 0, 0, n === 0));
      instrument.settle!({ step: 0, attachedByOffice: attachedNow() });
      return paid();
    };
    expect(repeated(true)).toBe(0);
    expect(repeated(false)).toBe(750);
  });

  test('thresholds in events and bonuses follow scale', () => {
    const { instrument, paid } = instrumentOf(target, { scale: 2 });
    play(instrument, 0, 5);
    expect(paid()).toBe(0);
    play(instrument, 1, 1);
    expect(paid()).toBe(1500);
  });

  test('a period that the run cuts short asks and pays in proportion', () => {
    // Steps 5 and 6 are two fifths of a period: 1.2 events, bonus 300.
    const { instrument, paid } = instrumentOf({ ...target, period: 5 }, { steps: 7, referralSteps: 7 });
    for (let step = 0; step < 5; step++) play(instrument, step, 0);
    play(instrument, 5, 1);
    expect(paid()).toBe(0);
    play(instrument, 6, 1);
    expect(paid()).toBeCloseTo(300, 10);
  });

  test('a threshold of 0 asks nothing and pays nothing', () => {
    const { instrument, paid } = instrumentOf({ ...target, threshold: 0 });
    play(instrument, 0, 3);
    expect([paid(), worth(instrument), instrument.heldAgainst!(0)]).toEqual([0, 0, 0]);
  });
});

describe('thresholds as shares', () => {
  test('of attached clients are judged on the mean of the period when it ends', () => {
    // Attached in office a: 2, 4, 6, 8, 10, mean 6; half of it is 3 events.
    const outcome = (events: number) => {
      const { instrument, setup, paid } = instrumentOf({ ...target, of: 'attached', threshold: 0.5 });
      for (let step = 0; step < 5; step++)
        play(instrument, step, step === 0 ? events : 0, attachedNow(2 + 2 * step, 0));
      return [paid(), setup.books.officeIncome(0, 4)];
    };
    expect(outcome(2)).toEqual([0, 0]);
    expect(outcome(3)).toEqual([750, 750]);
  });

  test('of expected clients follow the referrals of the office', () => {
    // 8 people in 10 weeks, 75% to office a: 3 expected in five weeks, so half is 1.5 events.
    const { instrument, paid } = instrumentOf({ ...target, of: 'expected', threshold: 0.5 });
    play(instrument, 0, 1);
    expect(paid()).toBe(0);
    play(instrument, 1, 1);
    expect(paid()).toBe(750);
  });

  test('of attached clients ask nothing where nobody is attached', () => {
    const { instrument, paid } = instrumentOf({ ...target, of: 'attached', threshold: 0.5 });
    for (let step = 0; step < 5; step++) play(instrument, step, 0, attachedNow(0, 0));
    expect([paid(), worth(instrument), instrument.heldAgainst!(0)]).toEqual([0, 0, 0]);
  });
});

describe('what one more event is believed to bring', () => {
  test('is bonus × the chance to be the event that reaches the threshold', () => {
    const { instrument } = instrumentOf(target);
    // Three missing, three expected: 750 × P(2 others) = 750 · e⁻³ · 3²/2.
    expect(worth(instrument)).toBeCloseTo(750 * Math.E ** -3 * 4.5, 8);
    // One missing and one expected in the small office: 250 · e⁻¹.
    expect(worth(instrument, 1)).toBeCloseTo(250 / Math.E, 8);
  });

  test('follows the count, the time left and the rate seen', () => {
    const { instrument } = instrumentOf(target);
    play(instrument, 0, 1);
    play(instrument, 1, 1);
    // One is missing; rate (2 seen + 3 by the target) / (2 + 5 weeks), three weeks left.
    expect(worth(instrument)).toBeCloseTo(750 * Math.E ** ((-3 * 5) / 7), 8);
  });

  test('is 0 from the step after the threshold until the next period begins', () => {
    const { instrument } = instrumentOf(target);
    play(instrument, 0, 3);
    for (let step = 1; step < 5; step++) {
      expect(worth(instrument)).toBe(0);
      expect(worth(instrument, 1)).toBeGreaterThan(0);
      play(instrument, step, step);
    }
    expect(worth(instrument)).toBeGreaterThan(0);
  });

  test('is nearly all of the bonus when one event is missing in the last week, and next to nothing when many are', () => {
    const last = (events: number) => {
      const { instrument } = instrumentOf({ ...target, threshold: 40 }, { steps: 200, referralSteps: 200 });
      for (let step = 0; step < 4; step++) play(instrument, step, step === 0 ? events : 0);
      return worth(instrument);
    };
    expect(last(29)).toBeGreaterThan(100 * last(9));
  });

  test('is 0 for a repeated event where only first ones count, and for other events', () => {
    const { instrument } = instrumentOf(target);
    expect(instrument.believedPrice(jobStart, 0, 0, false)).toBe(0);
    expect(instrument.believedPrice(eventOf('attached'), 0, 0, true)).toBe(0);
  });
});

describe('price of each event', () => {
  const priced = { ...target, bonus: 0, amount: 100, byGroup: { esa: 300 }, cap: 4 };

  test('is paid up to the cap, with group prices, and believed so', () => {
    // A cap of 4 for all is 3 for office a.
    const { instrument, paid } = instrumentOf(priced);
    expect([0, 1].map((group) => instrument.believedPrice(jobStart, group, 0, true))).toEqual([100, 300]);
    play(instrument, 0, 2);
    expect(paid()).toBe(400);
    play(instrument, 1, 2);
    expect(paid()).toBe(500);
    expect(worth(instrument)).toBe(0);
  });

  test('has no limit without a cap, and stops after the last period', () => {
    const { instrument, paid } = instrumentOf({ ...priced, cap: undefined, byGroup: {} });
    play(instrument, 0, 9);
    expect(paid()).toBe(900);
    for (let step = 1; step < 10; step++) play(instrument, step, 0);
    play(instrument, 10, 3);
    expect(paid()).toBe(900);
  });

  test('may be a formula, paid and believed by client', () => {
    const { instrument, paid } = instrumentOf({ ...target, amount: '800 * predictedNeed' });
    const shadow = instrument.believedPriceOf!(jobStart, 0, 0, true);
    expect(instrument.believedPriceOf!(jobStart, 4, 0, true)).toBeCloseTo(shadow + 400, 9);
    expect(instrument.believedPrice(jobStart, 0, 0, true)).toBeCloseTo(shadow + 300, 9);
    instrument.onEvent!(claimed('jobStart', 4));
    expect(paid()).toBe(400);
  });
});

describe('what is held against the office', () => {
  test('is what lacks of the pro-rata target, as a share of the whole', () => {
    const { instrument } = instrumentOf(target);
    expect(instrument.heldAgainst!(0)).toBe(0);
    play(instrument, 0, 0);
    expect(instrument.heldAgainst!(0)).toBeCloseTo(1 / 5, 12);
    play(instrument, 1, 1);
    expect(instrument.heldAgainst!(0)).toBeCloseTo(2 / 5 - 1 / 3, 12);
    play(instrument, 2, 1);
    expect(instrument.heldAgainst!(0)).toBe(0);
  });

  test('is the whole target when a period ends without any event, then begins anew', () => {
    const { instrument } = instrumentOf(target);
    for (let step = 0; step < 5; step++) play(instrument, step, 0);
    expect(instrument.heldAgainst!(0)).toBe(1);
    play(instrument, 5, 0);
    expect(instrument.heldAgainst!(0)).toBeCloseTo(1 / 5, 12);
  });

  test('is weighed by the scenario', () => {
    const { instrument } = instrumentOf({ ...target, heldAgainst: 0.5 });
    for (let step = 0; step < 5; step++) play(instrument, step, 0);
    expect(instrument.heldAgainst!(0)).toBe(0.5);
  });
});

describe('a change of terms', () => {
  test('goes on with the period under way and does not pay its bonus again', () => {
    const before = instrumentOf(target);
    play(before.instrument, 0, 2);
    const after = instrumentOf({ ...target, bonus: 2000 }, { startStep: 1 }, before.instrument);
    play(after.instrument, 1, 1);
    expect(after.paid()).toBe(1500);
    const again = instrumentOf({ ...target, threshold: 8 }, { startStep: 2 }, after.instrument);
    // Below the new threshold, but the bonus of this period is gone.
    expect(worth(again.instrument)).toBe(0);
    play(again.instrument, 2, 9);
    expect(again.paid()).toBe(0);
  });

  test('does not count the weeks in which no period ran', () => {
    const before = instrumentOf(target);
    for (let step = 0; step < 12; step++) play(before.instrument, step, 0);
    const after = instrumentOf({ ...target, during: 'run' }, { startStep: 12 }, before.instrument);
    // Steps 12 to 16 are a whole period; with the idle steps 10 and 11 it would end after step 14.
    for (let step = 12; step < 17; step++) play(after.instrument, step, step > 13 ? 1 : 0);
    expect(after.paid()).toBe(750);
  });

  test('lets a target that begins later count its first period from its first step', () => {
    const { instrument, paid } = instrumentOf(target, { startStep: 3 });
    for (let step = 3; step < 8; step++) play(instrument, step, step === 7 ? 3 : 0);
    expect(paid()).toBe(750);
  });
});

test('a share of referrals that moves moves thresholds and bonus from the next period on', () => {
  const { instrument, setup, paid } = instrumentOf(target);
  play(instrument, 0, 0);
  setup.market.shift(1, 0, 0.25);
  for (let step = 1; step < 5; step++) play(instrument, step, step === 4 ? 3 : 0);
  // Three events were asked of the first office in the period in which the share moved, four in the next.
  expect(paid(0)).toBe(750);
  for (let step = 5; step < 9; step++) play(instrument, step, step === 5 ? 3 : 0);
  expect(paid(0)).toBe(750);
  expect(instrument.heldAgainst!(1)).toBe(0);
  play(instrument, 9, 1);
  expect(paid(0)).toBe(1750);
});
