import { describe, expect, it } from 'vitest';
import { harm } from '../../src/measures/harm.ts';
import { twins } from '../../src/measures/twins.ts';
import { byKey, HandMadeWorld, JOB_START, measure } from './handMadeWorld.ts';

const clients = [0.1, 0.1, 0.9, 0.9].map((need) => ({ need }));

describe('clients beside their twins', () => {
  it('gives net additions and deadweight', () => {
    const hand = new HandMadeWorld(clients).attachAll();
    // Client only, both, twin only, client only.
    hand.event(0, JOB_START, 3).event(1, JOB_START, 2).twinEvent(1, JOB_START, 8);
    hand.twinEvent(2, JOB_START, 4).event(3, JOB_START, 1);
    const found = measure(twins, hand);
    expect(found['served.rate']).toBe(0.75);
    expect(found['twin.rate']).toBe(0.5);
    expect(found['additional.rate']).toBe(0.25);
    expect(found['served.rate']! - found['twin.rate']!).toBe(found['additional.rate']);
    expect(found['deadweight.share']).toBeCloseTo(1 / 3, 12);
    expect(found['additional.rate[fifth=1]']).toBe(0.5);
    expect(found['additional.rate[fifth=5]']).toBe(0);
    expect(found['equity.added']).toBe(0.5);
  });

  it('compares over the same window from referral, whether or not the client still belongs to the programme', () => {
    const hand = new HandMadeWorld([{ need: 0.1, referredAt: 2 }], { measures: { window: 5 } }).attach(0, 2);
    hand.leave(0, 3).event(0, JOB_START, 6, false).twinEvent(0, JOB_START, 7);
    // Steps 2 to 6 are the window.
    const found = measure(twins, hand);
    expect(found['served.rate']).toBe(1);
    expect(found['twin.rate']).toBe(0);
  });

  it('leaves out who was never attached, and is undefined without anybody', () => {
    const hand = new HandMadeWorld(clients).event(0, JOB_START, 1, false);
    expect(measure(twins, hand)['served.rate']).toBeNull();
    expect(measure(twins, hand)['deadweight.share']).toBeNull();
  });

  it('tells displacement from the world without service', () => {
    const hand = new HandMadeWorld(clients).attachAll();
    const without = new HandMadeWorld(clients);
    // Served: 3. Twins: 1. Without service 2 have it, so that one of the two added was taken from somebody.
    hand.event(0, JOB_START, 1).event(1, JOB_START, 1).event(2, JOB_START, 1).twinEvent(0, JOB_START, 1);
    without.event(0, JOB_START, 1, false).event(3, JOB_START, 1, false);
    const rows = twins.create(hand.setup).finish(hand.world, { noService: without });
    expect(byKey(rows)['displacement.share']).toBe(0.5);
    expect('displacement.share' in measure(twins, hand)).toBe(false);
  });
});

describe('harm of parking', () => {
  function worlds() {
    const here = new HandMadeWorld(clients).attachAll().weeks(0, 10, [{ row: 0 }, { row: 1, hours: 2 }]);
    const equal = new HandMadeWorld(clients).attachAll();
    for (let step = 0; step < 10; step++) equal.week(step, [{ row: step % 4, hours: 3 }]);
    return { here, equal };
  }

  it('compares the parked, and nobody else, with the equal-time world', () => {
    const { here, equal } = worlds();
    equal.event(2, JOB_START, 5).event(0, JOB_START, 5);
    here.world.service.trust.fill(0.2);
    equal.world.service.trust.fill(0.5);
    equal.world.clients.barriers[0].fill(0.7);
    const found = byKey(harm.create(here.setup).finish(here.world, { equalTime: equal }));
    // Rows 2 and 3 were parked in 8 of 10 weeks; one of them has the outcome under equal time.
    expect(found['harm.parking']).toBe(0.5);
    // Row 2 is seen in steps 2 and 6, row 3 in 3 and 7: 12 hours in 20 client-weeks, none here.
    expect(found['harm.hours']).toBeCloseTo(0.6, 12);
    expect(found['harm.trust']).toBeCloseTo(0.3, 12);
    // Health falls from .9 to .7 at weight ½.
    expect(found['harm.need']).toBeCloseTo(-0.1, 12);
  });

  it('is not measured without the companion, and undefined where nobody was parked', () => {
    const { here, equal } = worlds();
    expect(harm.create(here.setup).finish(here.world, {})).toEqual([]);
    const rows = harm.create(equal.setup).finish(equal.world, { equalTime: here });
    expect(rows.map((row) => row.value)).toEqual([null, null, null, null]);
    expect(rows[0].why).toContain('nobody was parked');
  });
});
