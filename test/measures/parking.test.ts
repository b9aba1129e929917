import { describe, expect, it } from 'vitest';
import { parking } from '../../src/measures/parking.ts';
import { passedBack } from '../../src/measures/passedBack.ts';
import { Contact } from '../../src/model/service.ts';
import { HandMadeWorld, measure } from './handMadeWorld.ts';

describe('parking', () => {
  const clients = [0.1, 0.5, 0.7, 0.9].map((need) => ({ need }));

  it('gives shares of client-weeks by kind, which sum to the share parked', () => {
    const hand = new HandMadeWorld(clients)
      .attachAll()
      .weeks(0, 10, [{ row: 0 }, { row: 1, kind: Contact.holding }, { row: 2, kind: Contact.token }]);
    const found = measure(parking, hand);
    // Each but the first is parked in weeks 3 to 10.
    expect(found['parking.holding']).toBe(0.2);
    expect(found['parking.token']).toBe(0.2);
    expect(found['parking.unseen']).toBe(0.2);
    expect(found['parking.share']).toBeCloseTo(0.6, 12);
    expect(found['parking.share[fifth=1]']).toBe(0);
    expect(found['parking.unseen[fifth=5]']).toBe(0.8);
    expect(found['parking.token[fifth=4]']).toBe(0.8);
    expect(found['parking.unseen[fifth=2]']).toBeNull();
    // Without real contact: unseen and token, not holding.
    expect(found['parking.mostly']).toBe(0.5);
  });

  it('gives the shares over 8, 13 and 26 weeks by the true clock', () => {
    const hand = new HandMadeWorld([{ need: 0.9 }], { steps: 30 }).attach(0).weeks(0, 30);
    const found = measure(parking, hand);
    expect(found['parking.gap8']).toBeCloseTo(23 / 30, 12);
    expect(found['parking.gap13']).toBeCloseTo(18 / 30, 12);
    expect(found['parking.gap26']).toBeCloseTo(5 / 30, 12);
    expect(found['parking.gap26[fifth=5]']).toBeCloseTo(5 / 30, 12);
  });

  it('gives quantiles of spells, those cut by leaving included', () => {
    const hand = new HandMadeWorld(clients, { steps: 30 }).attachAll();
    // Spells of 1 week (ended by contact), 3 and 5 (cut by leaving) and 8 (still on).
    hand
      .weeks(0, 3)
      .week(3, [{ row: 0 }])
      .week(4, [{ row: 0 }])
      .leave(1, 5);
    hand
      .week(5, [{ row: 0 }])
      .week(6, [{ row: 0 }])
      .leave(2, 7)
      .weeks(7, 10, [{ row: 0 }]);
    const found = measure(parking, hand);
    expect(found['parking.spell[quantile=median]']).toBe(4);
    expect(found['parking.spell[quantile=p90]']).toBe(8);
  });

  it('is undefined without client-weeks, and spells without anybody parked', () => {
    const seen = new HandMadeWorld([{ need: 0.1 }]).attach(0).weeks(0, 5, [{ row: 0 }]);
    expect(measure(parking, seen)['parking.share']).toBe(0);
    expect(measure(parking, seen)['parking.spell[quantile=median]']).toBeNull();
    expect(measure(parking, new HandMadeWorld([]))['parking.share']).toBeNull();
  });
});

describe('passing back', () => {
  it('counts clients once, and the hours in the weeks after', () => {
    const hand = new HandMadeWorld([{ need: 0.1 }, { need: 0.9 }]).attachAll();
    const event = hand.world.names.events.indexOf('passedBack');
    hand.event(1, event, 2).weeks(0, 6, [{ row: 1, hours: 2 }]);
    // The tallies know of it from step 2; weeks after are 3 to 5.
    const found = measure(passedBack, hand);
    expect(found['passedBack.share']).toBe(0.5);
    expect(found['passedBack.share[fifth=5]']).toBe(1);
    expect(found['passedBack.hours']).toBe(2);
    expect(hand.tallies.passedBackWeeks).toBe(3);
  });

  it('has no hours to tell of where nobody was passed back', () => {
    const hand = new HandMadeWorld([{ need: 0.1 }]).attachAll().weeks(0, 6);
    expect(measure(passedBack, hand)['passedBack.share']).toBe(0);
    expect(measure(passedBack, hand)['passedBack.hours']).toBeNull();
  });
});
