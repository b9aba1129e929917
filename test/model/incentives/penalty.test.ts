import { describe, expect, test } from 'vitest';
import { neededChance, pivotalChance } from '../../../src/model/incentives/pivotalChance.ts';
import { attachedNow, claimed, eventOf, instrumentOf } from './scheme.ts';

const jobStart = eventOf('jobStart');
const jobLoss = eventOf('jobLoss');

describe('penalty for events', () => {
  const penalty = { kind: 'penalty', event: 'jobLoss', amount: 200, byGroup: { esa: 50 } };

  test('takes money from the office for each such event, and is believed to', () => {
    const { instrument, setup, paid } = instrumentOf(penalty);
    instrument.onEvent!(claimed('jobLoss', 0, 3));
    instrument.onEvent!(claimed('jobLoss', 0, 4, false));
    instrument.onEvent!(claimed('jobLoss', 3, 4));
    instrument.onEvent!(claimed('jobStart', 0, 4));
    expect([paid(0), paid(1)]).toEqual([-400, -50]);
    expect(setup.books.officeIncome(0, 3)).toBe(-200);
    expect([0, 1].map((group) => instrument.believedPrice(jobLoss, group, 0, true))).toEqual([-200, -50]);
    expect(instrument.heldAgainst).toBeUndefined();
  });

  test('counts first events only where once is on', () => {
    const { instrument, paid } = instrumentOf({ ...penalty, once: true });
    instrument.onEvent!(claimed('jobLoss', 0, 3));
    instrument.onEvent!(claimed('jobLoss', 0, 4, false));
    expect(paid()).toBe(-200);
    expect(instrument.believedPrice(jobLoss, 0, 0, false)).toBe(0);
  });
});

describe('penalty for too few events', () => {
  // Offices of 75% and 25%: thresholds of 3 and 1 events in five weeks.
  const short = { kind: 'penalty', event: 'jobStart', amount: 100, threshold: 4, period: 5 };

  test('charges what is missing when the period ends, each period anew', () => {
    const { instrument, setup, paid } = instrumentOf(short);
    for (let step = 0; step < 10; step++) {
      if (step === 1) instrument.onEvent!(claimed('jobStart', 0, step));
      if (step === 2) for (const client of [2, 3, 6]) instrument.onEvent!(claimed('jobStart', client, step));
      instrument.settle!({ step, attachedByOffice: attachedNow() });
    }
    expect([paid(0), paid(1)]).toEqual([-(200 + 300), -100]);
    expect([4, 9].map((step) => setup.books.officeIncome(0, step))).toEqual([-200, -300]);
  });

  test('makes an event worth the charge times the chance that it is needed', () => {
    const { instrument } = instrumentOf(short);
    // Three events are missing; three come of themselves if the target is about right.
    expect(instrument.believedPrice(jobStart, 0, 0, true)).toBeCloseTo(100 * neededChance(3, 3), 12);
    for (const client of [0, 1, 4]) instrument.onEvent!(claimed('jobStart', client));
    instrument.settle!({ step: 0, attachedByOffice: attachedNow() });
    expect(instrument.believedPrice(jobStart, 0, 0, true)).toBe(0);
    expect(instrument.heldAgainst!(0)).toBe(0);
    expect(instrument.heldAgainst!(1)).toBeCloseTo(0.2, 12);
  });

  test('an event is needed for sure where the threshold is out of reach', () => {
    expect(neededChance(60, 3)).toBeCloseTo(1, 12);
    expect(neededChance(0, 3)).toBe(0);
    // Where they are too many to be added, by the incomplete gamma function: the same where both can be had.
    for (const mean of [99_000, 100_000, 101_000])
      expect(neededChance(100_001, mean) - pivotalChance(100_001, mean)).toBeCloseTo(
        neededChance(100_000, mean),
        9,
      );
    expect([neededChance(7e16, 3), neededChance(7e16, 0), neededChance(7e16, 8e16)]).toEqual([1, 1, 0]);
    expect(neededChance(2, 3)).toBeCloseTo(pivotalChance(1, 3) + pivotalChance(2, 3), 15);
  });
});
