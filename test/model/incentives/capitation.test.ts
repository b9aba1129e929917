import { describe, expect, test } from 'vitest';
import { attachedNow, eventOf, instrumentOf, recordOf, testSetup } from './scheme.ts';

const heads = { kind: 'capitation', amount: 10, byGroup: { esa: 25 }, expectedStay: 40 };

describe('capitation', () => {
  test('pays each attached client each week, by group, to the office that has the client', () => {
    const { instrument, setup, paid } = instrumentOf(heads);
    for (let step = 0; step < 3; step++) instrument.settle!({ step, attachedByOffice: attachedNow() });
    expect([paid(0), paid(1)]).toEqual([3 * (2 * 10 + 2 * 25), 3 * (2 * 10 + 2 * 25)]);
    expect(setup.books.groupFlow(0, 1)).toBe(3 * 4 * 25);
  });

  test('pays who is attached now and nobody else', () => {
    const people = testSetup().people;
    const record = { ...recordOf(people).record, attached: Int32Array.of(2, 5), attachedCount: () => 1 };
    const { instrument, paid } = instrumentOf(heads, { record });
    instrument.settle!({ step: 0, attachedByOffice: attachedNow(0, 1) });
    expect([paid(0), paid(1)]).toEqual([0, 10]);
  });

  test('reads a formula for each client', () => {
    const { instrument, paid } = instrumentOf({ kind: 'capitation', amount: '80 * predictedNeed' });
    instrument.settle!({ step: 0, attachedByOffice: attachedNow() });
    expect([paid(0), paid(1)]).toEqual([10 * (0 + 1 + 4 + 5), 10 * (2 + 3 + 6 + 7)]);
  });

  test('covers places over the expected stay, and no event is believed to bring any of it', () => {
    const { instrument } = instrumentOf(heads);
    expect([0, 1].map((group) => instrument.coveredPerPlace!(group, 0))).toEqual([400, 1000]);
    expect(instrument.believedPrice(eventOf('jobStart'), 0, 0, true)).toBe(0);
  });
});
