import { describe, expect, test } from 'vitest';
import { claimed, contact, eventOf, instrumentOf } from './scheme.ts';

describe('attachment fee', () => {
  test('pays each client once, and nothing but attachment', () => {
    const { instrument, paid } = instrumentOf({ kind: 'attachmentFee', amount: 400 });
    instrument.onEvent!(claimed('attached', 0));
    instrument.onEvent!(claimed('attached', 2));
    instrument.onEvent!(claimed('attached', 0, 5, false));
    instrument.onEvent!(claimed('jobStart', 0));
    expect([paid(0), paid(1)]).toEqual([400, 400]);
    expect(instrument.believedPrice(eventOf('attached'), 0, 0, true)).toBe(400);
    expect(instrument.believedPrice(eventOf('jobStart'), 0, 0, true)).toBe(0);
  });

  test('covers no place whatever the result: it is part of what a client is worth', () => {
    expect(instrumentOf({ kind: 'attachmentFee', amount: 400 }).instrument.coveredPerPlace).toBeUndefined();
  });
});

describe('milestone fee', () => {
  test('pays the first event of a client only', () => {
    const { instrument, paid } = instrumentOf({ kind: 'milestoneFee', event: 'jobStart', amount: 600 });
    instrument.onEvent!(claimed('jobStart', 3, 1, true));
    instrument.onEvent!(claimed('jobStart', 3, 9, false));
    expect(paid()).toBe(600);
    expect(instrument.believedPrice(eventOf('jobStart'), 0, 0, false)).toBe(0);
  });

  test('pays every event where once is off', () => {
    const { instrument, paid } = instrumentOf({
      kind: 'milestoneFee',
      event: 'jobStart',
      amount: 600,
      once: false,
    });
    instrument.onEvent!(claimed('jobStart', 3, 1, true));
    instrument.onEvent!(claimed('jobStart', 3, 9, false));
    expect(paid()).toBe(1200);
    expect(instrument.believedPrice(eventOf('jobStart'), 0, 0, false)).toBe(600);
  });

  test('posts in the step of the event, to the office that had it, in its own category', () => {
    const fee = { kind: 'milestoneFee', event: 'jobStart', amount: 600, category: 'outcomes' };
    const { instrument, setup, paid } = instrumentOf(fee);
    instrument.onEvent!(claimed('jobStart', 2, 7));
    expect(setup.books.accounts).toEqual([{ name: 'fee', kind: 'fee', category: 'outcomes' }]);
    expect(setup.books.officeIncome(1, 7)).toBe(600);
    expect(paid(0)).toBe(0);
  });
});

describe('sustainment fee', () => {
  const fee = {
    kind: 'sustainmentFee',
    event: 'sustained26',
    amount: 100,
    instalments: 3,
    believedNext: 0.5,
  };

  test('pays each client at most the number of instalments', () => {
    const { instrument, paid } = instrumentOf(fee);
    for (let step = 0; step < 5; step++) instrument.onEvent!(claimed('sustained26', 1, step, step === 0));
    instrument.onEvent!(claimed('sustained26', 4));
    expect(paid()).toBe(400);
  });

  test('is believed to bring the instalments that are left, each less sure than the one before', () => {
    const { instrument } = instrumentOf(fee);
    const sustained = eventOf('sustained26');
    const of = () => instrument.believedPriceOf!(sustained, 1, 0, true);
    expect(instrument.believedPrice(sustained, 0, 0, true)).toBe(100 * (1 + 0.5 + 0.25));
    expect(instrument.believedPrice(sustained, 0, 0, false)).toBe(100 * (1 + 0.5));
    expect(of()).toBe(175);
    const beliefs = [0, 1, 2, 3].map((step) => {
      instrument.onEvent!(claimed('sustained26', 1, step, step === 0));
      return of();
    });
    expect(beliefs).toEqual([150, 100, 0, 0]);
  });

  test('paid once to all alike, it needs no look at the client', () => {
    const { instrument } = instrumentOf({ ...fee, instalments: 1 });
    expect(instrument.believedPriceOf).toBeUndefined();
    const sustained = eventOf('sustained26');
    expect([true, false].map((first) => instrument.believedPrice(sustained, 0, 0, first))).toEqual([100, 0]);
  });

  test('goes on counting when terms change, and a lower number of instalments ends them', () => {
    const { instrument } = instrumentOf(fee);
    instrument.onEvent!(claimed('sustained26', 1, 0, true));
    instrument.onEvent!(claimed('sustained26', 1, 1, false));
    const later = instrumentOf({ ...fee, amount: 50 }, { startStep: 2 }, instrument);
    for (let step = 2; step < 6; step++) later.instrument.onEvent!(claimed('sustained26', 1, step, false));
    expect(later.paid()).toBe(50);
    const fewer = instrumentOf({ ...fee, instalments: 2 }, { startStep: 6 }, later.instrument);
    fewer.instrument.onEvent!(claimed('sustained26', 1, 6, false));
    expect(fewer.paid()).toBe(0);
    expect(fewer.instrument.believedPriceOf!(eventOf('sustained26'), 1, 0, false)).toBe(0);
  });

  test('begins anew when it is paid on another event', () => {
    const { instrument } = instrumentOf({ ...fee, instalments: 1 });
    instrument.onEvent!(claimed('sustained26', 1));
    const other = instrumentOf({ ...fee, instalments: 1, event: 'jobStart' }, {}, instrument);
    other.instrument.onEvent!(claimed('jobStart', 1));
    expect(other.paid()).toBe(100);
  });
});

describe('activity fee', () => {
  test('pays recorded contacts of its role only', () => {
    const { instrument, paid } = instrumentOf({ kind: 'activityFee', role: 'keyWorker', amount: 20 });
    instrument.onContact!(contact('keyWorker', 0));
    instrument.onContact!(contact('keyWorker', 0, 1));
    instrument.onContact!(contact('coordinator', 0));
    instrument.onEvent!(claimed('training', 0));
    expect(paid()).toBe(40);
    expect([0, 1].map((role) => instrument.believedPerContact!(role, 0, 0))).toEqual([20, 0]);
    expect(instrument.believedPrice(eventOf('training'), 0, 0, true)).toBe(0);
    expect(instrument.believedPerContactOf).toBeUndefined();
  });

  test('pays each event of an activity, first or not', () => {
    const { instrument, paid } = instrumentOf({ kind: 'activityFee', event: 'training', amount: 20 });
    instrument.onEvent!(claimed('training', 0));
    instrument.onEvent!(claimed('training', 0, 1, false));
    instrument.onContact!(contact('keyWorker', 0));
    expect(paid()).toBe(40);
    expect(instrument.believedPrice(eventOf('training'), 0, 0, false)).toBe(20);
    expect(instrument.believedPerContact!(0, 0, 0)).toBe(0);
  });

  test('stops at the most per client, and who asks about the client knows', () => {
    const fee = { kind: 'activityFee', role: 'keyWorker', amount: 20, mostPerClient: 2 };
    const { instrument, paid } = instrumentOf(fee);
    for (let step = 0; step < 5; step++) instrument.onContact!(contact('keyWorker', 0, step));
    instrument.onContact!(contact('keyWorker', 1));
    expect(paid()).toBe(60);
    expect([0, 1].map((client) => instrument.believedPerContactOf!(0, client, 0))).toEqual([0, 20]);
    const later = instrumentOf({ ...fee, mostPerClient: 3 }, { startStep: 5 }, instrument);
    for (let step = 5; step < 9; step++) later.instrument.onContact!(contact('keyWorker', 0, step));
    expect(later.paid()).toBe(20);
  });

  test('by event stops at the most per client, too, and is believed to pay for nothing else', () => {
    const { instrument, paid } = instrumentOf({
      kind: 'activityFee',
      event: 'training',
      amount: 20,
      mostPerClient: 1,
    });
    for (let step = 0; step < 3; step++) instrument.onEvent!(claimed('training', 0, step));
    expect(paid()).toBe(20);
    const believed = (event: string, client: number) =>
      instrument.believedPriceOf!(eventOf(event), client, 0, true);
    expect([believed('training', 0), believed('training', 1), believed('jobStart', 1)]).toEqual([0, 20, 0]);
    expect(instrument.believedPerContactOf!(0, 1, 0)).toBe(0);
  });

  test('a most of 0 pays nothing and is believed to pay nothing', () => {
    const { instrument, paid } = instrumentOf({
      kind: 'activityFee',
      role: 'keyWorker',
      amount: 20,
      mostPerClient: 0,
    });
    instrument.onContact!(contact('keyWorker', 0));
    expect(paid()).toBe(0);
    expect(instrument.believedPerContact!(0, 0, 0)).toBe(0);
  });
});
