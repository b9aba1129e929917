import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { instrumentKinds } from '../../../src/model/incentives/registry.ts';
import { attachedNow, claimed, contact, eventOf, instrumentOf } from './scheme.ts';

const jobStart = eventOf('jobStart');

describe('a review', () => {
  test.each([
    [{ kind: 'milestoneFee', event: 'jobStart', amount: 100 }, 'jobStart'],
    [{ kind: 'attachmentFee', amount: 100 }, 'attached'],
    [{ kind: 'sustainmentFee', event: 'sustained26', amount: 100 }, 'sustained26'],
    [{ kind: 'activityFee', event: 'training', amount: 100 }, 'training'],
    [{ kind: 'milestoneFee', event: 'jobStart', amount: '800 * predictedNeed' }, 'jobStart'],
  ])('multiplies the price of one office: %o', (entry, event) => {
    const { instrument, paid } = instrumentOf(entry);
    instrument.adjust!({ what: 'price', office: 1, factor: 1.5 });
    // Client 1 is of office a, client 2 of office b.
    instrument.onEvent!(claimed(event, 1));
    instrument.onEvent!(claimed(event, 2));
    const [a, b] = typeof entry.amount === 'string' ? [100, 200] : [100, 100];
    expect([paid(0), paid(1)]).toEqual([a, 1.5 * b]);
    const price = (office: number, group: number) =>
      instrument.believedPrice(eventOf(event), group, office, true);
    expect(price(1, 0)).toBeCloseTo(1.5 * price(0, 0), 12);
    if (instrument.believedPriceOf !== undefined && typeof entry.amount === 'string')
      expect(instrument.believedPriceOf(eventOf(event), 2, 1, true)).toBeCloseTo(300, 12);
  });

  test('multiplies contact fees of all offices, and again what was multiplied before', () => {
    const { instrument, paid } = instrumentOf({ kind: 'activityFee', role: 'keyWorker', amount: 20 });
    for (const factor of [0.5, 0.5]) instrument.adjust!({ what: 'price', office: -1, factor });
    instrument.onContact!(contact('keyWorker', 0));
    expect(paid()).toBe(5);
    expect(instrument.believedPerContact!(0, 0, 1)).toBe(5);
  });

  test('goes on when terms change by the timeline', () => {
    const fee = { kind: 'milestoneFee', event: 'jobStart', amount: 100 };
    const { instrument } = instrumentOf(fee);
    instrument.adjust!({ what: 'price', office: 0, factor: 2 });
    const later = instrumentOf({ ...fee, amount: 30 }, {}, instrument);
    expect(later.instrument.believedPrice(jobStart, 0, 0, true)).toBe(60);
  });

  test('asks nothing of a threshold that is not there, and refuses factors below 0', () => {
    const { instrument } = instrumentOf({ kind: 'milestoneFee', event: 'jobStart', amount: 100 });
    instrument.adjust!({ what: 'threshold', office: 0, factor: 2 });
    expect(instrument.believedPrice(jobStart, 0, 0, true)).toBe(100);
    for (const factor of [-1, Number.NaN, Infinity])
      expect(() => instrument.adjust!({ what: 'price', office: 0, factor })).toThrow(RangeError);
  });
});

describe('a ratchet', () => {
  // Offices of 75% and 25%: thresholds of 3 and 1.
  const target = { kind: 'target', event: 'jobStart', period: 5, threshold: 4, bonus: 1000 };

  test('raises the threshold of the office alone, and its shortfall', () => {
    const { instrument, paid } = instrumentOf(target);
    instrument.adjust!({ what: 'threshold', office: 0, factor: 4 / 3 });
    for (const client of [0, 1, 4, 2]) instrument.onEvent!(claimed('jobStart', client));
    instrument.settle!({ step: 0, attachedByOffice: attachedNow() });
    expect([paid(0), paid(1)]).toEqual([0, 250]);
    for (let step = 1; step < 5; step++) instrument.settle!({ step, attachedByOffice: attachedNow() });
    instrument.onEvent!(claimed('jobStart', 5, 5));
    expect(paid(0)).toBe(0);
  });

  test('is felt at once in what an event is worth', () => {
    const { instrument } = instrumentOf(target);
    const before = instrument.believedPrice(jobStart, 0, 0, true);
    instrument.adjust!({ what: 'threshold', office: 0, factor: 3 });
    expect(instrument.believedPrice(jobStart, 0, 0, true)).not.toBe(before);
    expect(instrument.believedPrice(jobStart, 0, 1, true)).toBeGreaterThan(0);
  });

  test('a price factor moves bonus and price alike', () => {
    const { instrument, paid } = instrumentOf({ ...target, amount: 10 });
    instrument.adjust!({ what: 'price', office: -1, factor: 0.5 });
    instrument.onEvent!(claimed('jobStart', 2));
    instrument.settle!({ step: 0, attachedByOffice: attachedNow() });
    expect(paid(1)).toBe(0.5 * (10 + 250));
  });
});

describe('a limit on money', () => {
  test('holds for price and bonus together, in each period', () => {
    const entry = {
      kind: 'target',
      event: 'jobStart',
      once: false,
      period: 2,
      threshold: 4,
      bonus: 1000,
      amount: 100,
      mostMoney: 600,
    };
    const { instrument, paid } = instrumentOf(entry);
    // Office a may be paid 450: three events bring 300, the bonus of 750 is cut to 150.
    for (const client of [0, 1, 4]) instrument.onEvent!(claimed('jobStart', client));
    expect(instrument.believedPrice(jobStart, 0, 0, true)).toBeGreaterThan(100);
    instrument.settle!({ step: 0, attachedByOffice: attachedNow() });
    expect(paid(0)).toBe(450);
    expect(instrument.believedPrice(jobStart, 0, 0, true)).toBe(0);
    instrument.onEvent!(claimed('jobStart', 5, 1));
    instrument.settle!({ step: 1, attachedByOffice: attachedNow() });
    expect(paid(0)).toBe(450);
    instrument.onEvent!(claimed('jobStart', 5, 2));
    expect(paid(0)).toBe(550);
  });
});

test.each(Object.values(instrumentKinds))('what reviews may multiply of $kind is what it says', (kind) => {
  const [entry] = Object.values(parse(kind.example) as Record<string, Record<string, unknown>>);
  const { instrument } = instrumentOf(entry);
  expect(instrument.adjust !== undefined).toBe(kind.adjusts !== undefined);
});
