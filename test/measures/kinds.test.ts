import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/measures/kinds.ts';
import { byKey, HandMadeWorld } from './handMadeWorld.ts';

describe('the three kinds of outcome', () => {
  it('takes need at the end of attachment, not at the end of the run', () => {
    const hand = new HandMadeWorld([{ need: 0.8 }, { need: 0.4 }]).attachAll();
    const observer = hand.follow(kinds);
    const { barriers } = hand.world.clients;
    hand.weeks(0, 3, [{ row: 0, hours: 2 }]);
    barriers[0][0] = 0.4;
    hand.leave(0, 3).week(3);
    // What comes after leaving belongs to no service.
    barriers[0][0] = 0.8;
    barriers[0][1] = 0.6;
    hand.weeks(4, 6);
    const found = byKey(observer.finish(hand.world, {}));
    // Falls of .2 and −.1 on starts of .8 and .4.
    expect(found['outcomes.change']).toBeCloseTo(0.1 / 1.2, 12);
    expect(found['outcomes.change[fifth=5]']).toBeCloseTo(0.25, 12);
    expect(found['outcomes.contact']).toBe(3);
  });

  it('takes trust when attachment ends: afterwards it fades, and belongs to no service', () => {
    const hand = new HandMadeWorld([{ need: 0.5 }, { need: 0.5 }]).attachAll();
    const observer = hand.follow(kinds);
    const { trust } = hand.world.service;
    trust.set([0.8, 0.4]);
    hand.weeks(0, 3);
    hand.leave(0, 3).week(3);
    trust[0] = 0.3;
    hand.weeks(4, 6);
    expect(byKey(observer.finish(hand.world, {}))['outcomes.service']).toBeCloseTo(0.6, 12);
  });

  it('counts as maintenance only what twins lost', () => {
    const hand = new HandMadeWorld([{ need: 0.5 }, { need: 0.5 }, { need: 0.5 }]).attach(0).attach(1);
    const observer = hand.follow(kinds);
    hand.weeks(0, 2);
    const { clients, twins, service } = hand.world;
    twins.barriers[0].set([0.7, 0.3, 0.9]);
    clients.barriers[0].set([0.6, 0.1, 0.1]);
    service.trust.set([0.4, 0.8, 0.1]);
    const found = byKey(observer.finish(hand.world, {}));
    // Only the first twin got worse among the attached: need .6 against .55.
    expect(found['outcomes.maintenance']).toBeCloseTo(0.05, 12);
    expect(found['outcomes.service']).toBeCloseTo(0.6, 12);
  });

  it('is undefined where nobody was attached or no twin got worse', () => {
    const nobody = new HandMadeWorld([{ need: 0.5 }]);
    expect(byKey(kinds.create(nobody.setup).finish(nobody.world, {}))['outcomes.service']).toBeNull();
    const steady = new HandMadeWorld([{ need: 0.5 }]).attachAll();
    const found = byKey(kinds.create(steady.setup).finish(steady.world, {}));
    expect(found['outcomes.maintenance']).toBeNull();
    expect(found['outcomes.change']).toBe(0);
  });
});
