import { describe, expect, test } from 'vitest';
import { mean, replicates, standardError } from '../../support/interval.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';
import { attachedNow, claimed, eightPeople, eventOf, instrumentOf } from './scheme.ts';

/** Clients 0 … 7, predicted need 0 … 7/8: expected chances 0.8, 0.7 … 0.1. */
const fee = {
  kind: 'valueAddedFee',
  event: 'jobStart',
  amount: 100,
  expected: '0.8 - 0.8 * predictedNeed',
  within: 4,
};
const settle = (instrument: { settle?: (now: never) => void }, step: number): void =>
  instrument.settle?.({ step, attachedByOffice: attachedNow() } as never);

describe('value-added fee', () => {
  test('pays observed less expected, once for each client at the horizon', () => {
    const { instrument, paid } = instrumentOf(fee);
    instrument.onEvent!(claimed('jobStart', 0, 1));
    instrument.onEvent!(claimed('jobStart', 7, 2));
    instrument.onEvent!(claimed('jobStart', 7, 3, false));
    for (let step = 0; step < 4; step++) settle(instrument, step);
    expect(paid()).toBe(0);
    settle(instrument, 4);
    // Two starts, and 0.8 + 0.7 + … + 0.1 expected.
    expect(paid()).toBeCloseTo(100 * (2 - 3.6), 9);
    instrument.onEvent!(claimed('jobStart', 1, 6));
    settle(instrument, 6);
    expect(paid()).toBeCloseTo(100 * (2 - 3.6), 9);
  });

  test('makes joining cost what is expected, and the event worth the whole amount until the client is settled', () => {
    const { instrument } = instrumentOf(fee);
    const of = (event: string, client: number) =>
      instrument.believedPriceOf!(eventOf(event), client, 0, true);
    expect([0, 7].map((client) => of('attached', client))).toEqual([-80, expect.closeTo(-10, 9)]);
    expect(of('jobStart', 0)).toBe(100);
    instrument.onEvent!(claimed('jobStart', 0, 1));
    expect(of('jobStart', 0)).toBe(0);
    expect(of('jobStart', 1)).toBe(100);
    settle(instrument, 4);
    expect(of('jobStart', 1)).toBe(0);
    // Of a group: means over its members, here 0.8, 0.6, 0.4 and 0.2.
    expect(instrument.believedPrice(eventOf('attached'), 0, 0, true)).toBeCloseTo(-50, 9);
    expect(instrument.believedPrice(eventOf('jobStart'), 0, 0, true)).toBe(100);
    expect(instrument.believedPrice(eventOf('jobStart'), 0, 0, false)).toBe(0);
  });

  test('takes what is expected of a group before the formula', () => {
    const { instrument } = instrumentOf({ ...fee, expectedByGroup: { esa: 0.05 } });
    expect(instrument.believedPriceOf!(eventOf('attached'), 1, 0, true)).toBe(-5);
    expect(instrument.believedPriceOf!(eventOf('attached'), 0, 0, true)).toBe(-80);
  });

  test('goes on over a change of terms, and settles the part that has passed where the scheme ends', () => {
    const first = instrumentOf(fee);
    first.instrument.onEvent!(claimed('jobStart', 2, 1));
    const later = instrumentOf({ ...fee, amount: 50, within: 8 }, { startStep: 3 }, first.instrument);
    settle(later.instrument, 4);
    expect(later.paid()).toBe(0);
    later.instrument.end!(6);
    // Six of eight weeks have passed.
    expect(later.paid()).toBeCloseTo(50 * (1 - 0.75 * 3.6), 9);
  });

  test('does not count who joined before it came', () => {
    const people = eightPeople();
    const { instrument, paid } = instrumentOf(fee, { people, startStep: 2 });
    for (let step = 2; step < 9; step++) settle(instrument, step);
    expect(paid()).toBe(0);
  });

  test('refuses what is no chance, and groups that there are not', () => {
    expect(() => instrumentOf({ ...fee, expected: '0.5 - predictedNeed' })).toThrow(
      /expected gives .*chance/,
    );
    expect(() =>
      openSmall({
        incentives: { added: { ...fee, expectedByGroup: { nearr: 0.2 } } },
      }),
    ).toThrow(/no group called "nearr"/);
  });

  test('adds up in a run to amount × (first events within the horizon − expected) over who joined', () => {
    const scheme: Patch = {
      incentives: {
        joining: null,
        start: null,
        lasting: null,
        added: {
          kind: 'valueAddedFee',
          event: 'jobStart',
          amount: 1000,
          expected: '0.5 - 0.4 * predictedNeed',
          within: 15,
        },
      },
    };
    for (const clock of [{}, { step: 'day', referralWeeks: 4, followUp: 20 }]) {
      const world = runSmall(openSmall(scheme, { clock, measures: { horizon: 10, window: 10 } }));
      const { service, people, names, books, clock: time } = world;
      const started = service.claimedFirst[names.events.indexOf('jobStart')];
      let due = 0;
      let joined = 0;
      for (let row = 0; row < people.count; row++) {
        const at = service.attachedAt[row];
        if (at < 0) continue;
        joined++;
        const had = started[row] >= 0 && started[row] - at <= 15 * time.stepsPerWeek ? 1 : 0;
        due += 1000 * (had - (0.5 - 0.4 * people.predictedNeed[row]));
      }
      const account = books.open('added', 'fee', 'fees');
      const flow = Array.from({ length: world.steps }, (_, step) => books.stepFlow(account, step));
      expect(joined).toBeGreaterThan(10);
      expect(flow.reduce((a, b) => a + b, 0)).toBeCloseTo(due, 6);
    }
  });
});

describe('intake', () => {
  /** Offices that may refuse, moved by payoff alone; need is predicted with the error `noise`. */
  const door = (noise: number): Patch => ({
    clients: { predictedNeedError: noise, latent: { share: 0 } },
    caseworkers: {
      roles: { adviser: { mix: { entrepreneur: 0, caregiver: 0, paid: 1 } } },
      dispositions: { paid: { payoff: 1 } },
      beliefs: { priceSalience: 1 },
    },
    pathway: {
      programme: { uptake: 1, refusal: { on: true, base: 0, placeCost: 500, payoffSlope: 2, worthCap: 3 } },
    },
    incentives: { joining: null, start: null, lasting: null },
  });
  const gross: Patch = { incentives: { paid: { kind: 'milestoneFee', event: 'jobStart', amount: 1500 } } };
  const added: Patch = {
    incentives: {
      paid: {
        kind: 'valueAddedFee',
        event: 'jobStart',
        amount: 1500,
        expected: '0.95 - 0.9 * predictedNeed',
        within: 26,
      },
    },
  };
  /** Mean need of who got a place less that of who was refused one. */
  const tilt = (patches: Patch[], replicate: number): number => {
    const { service, people } = runSmall(openSmall({ clients: { referrals: { value: 20 } } }, ...patches), {
      replicate,
    });
    const needs: number[][] = [[], []];
    for (let row = 0; row < people.count; row++)
      needs[service.attachedAt[row] >= 0 ? 1 : 0].push(people.need[row]);
    return mean(needs[1]) - mean(needs[0]);
  };

  test('creams where events are paid gross, and less where what was expected is taken off', () => {
    const raw = replicates(8).map((r) => tilt([door(0), gross], r));
    const repaired = replicates(8).map((r) => tilt([door(0), added], r) - tilt([door(0), gross], r));
    expect(mean(raw) + 3 * standardError(raw)).toBeLessThan(0);
    expect(mean(repaired) - 3 * standardError(repaired)).toBeGreaterThan(0);
  });

  test('takes who is easier than predicted, where the prediction errs', () => {
    const differences = replicates(8).map((replicate) => {
      const { service, people } = runSmall(
        openSmall({ clients: { referrals: { value: 20 } } }, door(0.3), added),
        { replicate },
      );
      const surprise: number[][] = [[], []];
      for (let row = 0; row < people.count; row++)
        surprise[service.attachedAt[row] >= 0 ? 1 : 0].push(people.need[row] - people.predictedNeed[row]);
      return mean(surprise[1]) - mean(surprise[0]);
    });
    expect(mean(differences) + 3 * standardError(differences)).toBeLessThan(0);
  });
});
