import { describe, expect, test } from 'vitest';
import type { Instrument } from '../../../src/model/incentives/instrument.ts';
import { attachedNow, claimed, eventOf, instrumentOf } from './scheme.ts';

const end = (instrument: Instrument, step: number) =>
  instrument.settle!({ step, attachedByOffice: attachedNow() });

describe('clawback if an event follows', () => {
  const back = { kind: 'clawback', event: 'jobStart', amount: 300, ifEvent: 'jobLoss', within: 4 };

  test.each([
    [3, -300],
    [6, -300],
    [7, 0],
  ])('a loss in week %i after a start in week 2 brings %i', (loss, sum) => {
    const { instrument, paid } = instrumentOf(back);
    instrument.onEvent!(claimed('jobStart', 0, 2));
    for (let step = 2; step < 12; step++) {
      if (step === loss) instrument.onEvent!(claimed('jobLoss', 0, step));
      end(instrument, step);
    }
    expect([paid(0), paid(1)]).toEqual([sum, 0]);
  });

  test('comes back once for each watched event, and never without one', () => {
    const { instrument, paid } = instrumentOf(back);
    instrument.onEvent!(claimed('jobLoss', 1, 0));
    instrument.onEvent!(claimed('jobStart', 0, 0));
    instrument.onEvent!(claimed('jobLoss', 0, 1));
    instrument.onEvent!(claimed('jobLoss', 0, 2, false));
    expect(paid()).toBe(-300);
    instrument.onEvent!(claimed('jobStart', 0, 3, false));
    instrument.onEvent!(claimed('jobLoss', 0, 4, false));
    expect(paid()).toBe(-300);
  });

  test('the event is worth less by what may come back, and for who is under watch the other costs all', () => {
    const { instrument } = instrumentOf({ ...back, believedChance: 0.4 });
    const of = (event: string, client: number) =>
      instrument.believedPriceOf!(eventOf(event), client, 0, true);
    expect(instrument.believedPrice(eventOf('jobStart'), 0, 0, true)).toBe(-120);
    expect([of('jobStart', 0), of('jobLoss', 0)]).toEqual([-120, 0]);
    instrument.onEvent!(claimed('jobStart', 0, 2));
    expect([of('jobStart', 0), of('jobLoss', 0), of('jobLoss', 1)]).toEqual([0, -300, 0]);
  });
});

describe('clawback unless an event follows', () => {
  const unless = { kind: 'clawback', event: 'jobStart', amount: 300, unless: 'sustained26', within: 4 };

  test('comes when the weeks are over, unless the event has followed by then', () => {
    const { instrument, setup, paid } = instrumentOf(unless);
    for (const client of [0, 1, 2]) instrument.onEvent!(claimed('jobStart', client, 1));
    for (let step = 1; step < 10; step++) {
      if (step === 5) instrument.onEvent!(claimed('sustained26', 1, step));
      if (step === 6) instrument.onEvent!(claimed('sustained26', 2, step));
      end(instrument, step);
    }
    expect([paid(0), paid(1)]).toEqual([-300, -300]);
    expect(setup.books.officeIncome(0, 5)).toBe(-300);
  });

  test('who was watched before a change of terms is watched on', () => {
    const { instrument } = instrumentOf(unless);
    instrument.onEvent!(claimed('jobStart', 0, 1));
    const later = instrumentOf({ ...unless, amount: 100, within: 6 }, { startStep: 3 }, instrument);
    for (let step = 3; step < 12; step++) end(later.instrument, step);
    expect(later.setup.books.officeIncome(0, 7)).toBe(-100);
    expect(later.paid()).toBe(-100);
  });
});
