import { describe, expect, it } from 'vitest';
import { partnership } from '../../src/measures/partnership.ts';
import { OUTSIDE, officeParty } from '../../src/model/money/books.ts';
import { POOLED } from '../../src/model/partnership/state.ts';
import { partnershipOf } from '../model/partnership/partners.ts';
import { byKey, HandMadeWorld } from './handMadeWorld.ts';

/** Ten weeks of two partners in two areas, of which only the north works, pools for four weeks and fails once. */
function followed() {
  const hand = new HandMadeWorld([{ need: 0.5 }], { steps: 10, partners: true });
  const state = partnershipOf(hand.world);
  const observer = hand.follow(partnership);
  state.promised.set([0.5, 0.25, 0, 0]);
  state.stake.set([1000, 0]);
  for (let step = 0; step < 10; step++) {
    state.delivered.set([step < 5 ? 0.5 : 0.1, 0.25, 0, 0]);
    state.budgets[0] = step < 4 ? POOLED : 0;
    hand.world.books.post(
      step,
      officeParty(0),
      OUTSIDE,
      hand.world.books.open('jointWork', 'cost', 'jointWork'),
      -1,
      70,
    );
    hand.world.books.post(
      step,
      officeParty(0),
      OUTSIDE,
      hand.world.books.open('wages', 'cost', 'wages'),
      -1,
      500,
    );
    if (step === 4) state.collapses[0]++;
    if (step === 6) {
      state.judged.set([2, 2, 0, 0]);
      state.kept.set([1, 2, 0, 0]);
      state.trust[0].set([1, 0.8, 0.2, 1]);
    }
    hand.week(step);
  }
  return byKey(observer.finish(hand.world, {}));
}

describe('measures of a partnership', () => {
  const values = followed();

  it('give effort by what hangs on each, and in the mean over areas', () => {
    expect(values['partnership.promised[area=north]']).toBeCloseTo(0.6 * 0.5 + 0.4 * 0.25, 12);
    expect(values['partnership.promised']).toBeCloseTo(0.2, 12);
    expect(values['partnership.jointShare[area=north,partner=police]']).toBeCloseTo(0.3, 12);
    expect(values['partnership.jointShare[partner=police]']).toBeCloseTo(0.15, 12);
    expect(values['partnership.jointShare']).toBeCloseTo((0.6 * 0.3 + 0.4 * 0.25) / 2, 12);
    expect(values['partnership.stake']).toBe(500);
  });

  it('give what joint work cost, and nothing else that offices paid', () => {
    expect(values['partnership.cost']).toBe(700);
    expect(values['partnership.cost[area=north]']).toBe(700);
    expect(values['partnership.cost[area=south]']).toBe(0);
  });

  it('give the trust of the others in a partner', () => {
    // The others’ trust was 0.4 for six weeks; then the police trust probation by 0.8, and are trusted by 0.2.
    expect(values['partnership.trust[area=north,partner=police]']).toBeCloseTo((6 * 0.4 + 4 * 0.2) / 10, 12);
    expect(values['partnership.trustEnd[area=north,partner=probation]']).toBeCloseTo(0.8, 12);
    expect(values['partnership.trustEnd']).toBeCloseTo((0.5 + 0.4) / 2, 12);
    expect(values['partnership.kept']).toBe(0.75);
    expect(values['partnership.kept[area=south]']).toBeNull();
  });

  it('give how budgets were kept', () => {
    expect(values['partnership.pooled']).toBe(0.2);
    expect(values['partnership.pooled[area=north]']).toBe(0.4);
    expect(values['partnership.budgets[state=separate]']).toBe(0.8);
    expect(values['partnership.collapses']).toBe(1);
    expect(values['partnership.collapses[area=south]']).toBe(0);
  });

  it('are none without partners', () => {
    const hand = new HandMadeWorld([{ need: 0.5 }], { steps: 3 });
    hand.weeks(0, 3);
    expect(partnership.create(hand.setup).finish(hand.world, {})).toEqual([]);
  });
});
