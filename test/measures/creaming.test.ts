import { describe, expect, it } from 'vitest';
import { creaming } from '../../src/measures/creaming.ts';
import { Status } from '../../src/model/service.ts';
import { COORDINATOR, HandMadeWorld, measure, whyOf } from './handMadeWorld.ts';

const five = [0.1, 0.3, 0.5, 0.7, 0.9].map((need, k) => ({ need, group: k < 2 ? 0 : 1 }));

/** Five clients, one in each fifth, with these hours in each of four weeks. */
function given(hoursEach: readonly number[]): HandMadeWorld {
  const contacts = hoursEach.flatMap((hours, row) => (hours > 0 ? [{ row, hours }] : []));
  return new HandMadeWorld(five).attachAll().weeks(0, 4, contacts);
}

describe('concentration of hours', () => {
  it('is 0 when all get the same, whatever their weeks', () => {
    const hand = given([1, 1, 1, 1, 1]);
    hand.leave(4, 4).weeks(
      4,
      9,
      [0, 1, 2, 3].map((row) => ({ row, hours: 1 })),
    );
    const found = measure(creaming, hand);
    // Exact but for the rounding of a mean and a product of deviations that are all 0.
    expect(found['creaming.concentration']).toBeCloseTo(0, 14);
    expect(found['creaming.within']).toBeCloseTo(0, 14);
    expect(found['creaming.between']).toBeCloseTo(0, 14);
    expect(found['creaming.ratio']).toBe(1);
    expect(found['creaming.tilt']).toBe(0);
    for (let rank = 5; rank <= 100; rank += 5) {
      expect(found[`creaming.curve[rank=${rank}]`]).toBeCloseTo(rank / 100, 12);
    }
  });

  it('is −0.8 when the easiest of five gets all, and 0.8 when the hardest does', () => {
    // Mid-ranks .1 .3 .5 .7 .9; cov(y, r) = (1/5)(.1 − .5) = −.08, mean 1/5: C = 2 × −.08 / .2.
    expect(measure(creaming, given([1, 0, 0, 0, 0]))['creaming.concentration']).toBeCloseTo(-0.8, 12);
    expect(measure(creaming, given([0, 0, 0, 0, 1]))['creaming.concentration']).toBeCloseTo(0.8, 12);
  });

  it('splits in between and within without a rest', () => {
    // Groups {1, 2} and {3, 4, 5}; hours 3 1 | 1 1 0, mean 1.2. Deviations of group means of y: .8 and −8/15.
    // Group mean ranks .2 and .7: between = 2 × (.4 × .8 × −.3 + .6 × −8/15 × .2) / 1.2 = −4/15.
    const found = measure(creaming, given([3, 1, 1, 1, 0]));
    expect(found['creaming.between']).toBeCloseTo(-4 / 15, 12);
    // C = 2 × Σ y (r − ½) / 5 / 1.2 = 2 × (−1.2 − .2 + 0 + .2) / 5 / 1.2 = −.4.
    expect(found['creaming.concentration']).toBeCloseTo(-0.4, 12);
    expect(found['creaming.within']! + found['creaming.between']!).toBeCloseTo(-0.4, 12);
    expect(found['creaming.curve[rank=20]']).toBeCloseTo(0.5, 12);
    expect(found['creaming.curve[rank=100]']).toBe(1);
  });

  it('weighs by client-weeks: who stays twice as long counts twice', () => {
    const hand = new HandMadeWorld([{ need: 0.1 }, { need: 0.9 }]).attachAll();
    hand.weeks(0, 2, [{ row: 0, hours: 1 }]);
    hand.leave(0, 2).weeks(2, 4);
    // Weights 2 and 4, ranks 1/6 and 2/3, y 1 and 0: cov = 1/3 × (1/6 − 1/2), mean 1/3: C = −2/3.
    expect(measure(creaming, hand)['creaming.concentration']).toBeCloseTo(-2 / 3, 12);
  });

  it('is undefined, with the reason, where there are no hours or nobody', () => {
    const rows = creaming.create(given([0, 0, 0, 0, 0]).setup).finish(given([0, 0, 0, 0, 0]).world, {});
    expect(whyOf(rows, 'creaming.concentration')).toBe('no hours were given');
    expect(whyOf(rows, 'creaming.ratio')).toBe('the hardest fifth got no hours');
    const nobody = new HandMadeWorld([]);
    expect(measure(creaming, nobody)['creaming.concentration']).toBeNull();
    expect(measure(creaming, nobody)['creaming.entry']).toBeNull();
  });

  it('has ratio and tilt of the outer fifths', () => {
    const found = measure(creaming, given([3, 0, 0, 0, 1]));
    expect(found['creaming.ratio']).toBe(3);
    expect(found['creaming.tilt']).toBe(0.5);
    expect(measure(creaming, given([1, 0, 0, 0, 0]))['creaming.tilt']).toBe(1);
  });

  it('is given for each other role under its name', () => {
    const hand = new HandMadeWorld(five).attachAll();
    hand.weeks(0, 4, [
      { row: 4, hours: 1 },
      { row: 0, role: COORDINATOR, hours: 1 },
    ]);
    const found = measure(creaming, hand);
    expect(found['creaming.concentration']).toBeCloseTo(0.8, 12);
    expect(found['creaming.concentration[role=coordinator]']).toBeCloseTo(-0.8, 12);
    expect('creaming.concentration[role=keyWorker]' in found).toBe(false);
  });
});

describe('creaming at the door', () => {
  it('looks at those who wanted a place, and at the wish apart', () => {
    const hand = new HandMadeWorld([{ need: 0.1 }, { need: 0.5 }, { need: 0.7 }, { need: 0.9 }]);
    hand.attach(0);
    hand.world.service.status[1] = Status.refused;
    hand.world.service.status[2] = Status.declined;
    hand.world.service.status[3] = Status.declined;
    const found = measure(creaming, hand);
    // Of two who wanted one was taken, the easier: cov = ((½)(−¼) + (−½)(¼))/2 = −1/8, index 8·cov = −1.
    expect(found['creaming.entry']).toBeCloseTo(-1, 12);
    // The two easiest of four wanted: cov = −1/8 as well.
    expect(found['creaming.uptake']).toBeCloseTo(-1, 12);
  });

  it('is 0 where nobody is refused, and undefined where nobody is taken', () => {
    const all = new HandMadeWorld(five).attachAll();
    expect(measure(creaming, all)['creaming.entry']).toBeCloseTo(0, 14);
    const none = new HandMadeWorld(five);
    none.world.service.status.fill(Status.refused);
    expect(measure(creaming, none)['creaming.entry']).toBeNull();
    expect(measure(creaming, none)['creaming.uptake']).toBeCloseTo(0, 14);
  });
});
