import { describe, expect, it } from 'vitest';
import { pairs } from '../../src/measures/pairs.ts';
import { unmet } from '../../src/measures/unmet.ts';
import { HandMadeWorld, JOB_START, measure } from './handMadeWorld.ts';

const people = (n: number) => Array.from({ length: n }, (_, row) => ({ need: 0.5, group: row % 2 }));

describe('cohort and population', () => {
  it('share what the service adds among those served and among everybody referred', () => {
    // Ten people, two of them served: one gains the event, the other has it anyway; a third has it unserved.
    const hand = new HandMadeWorld(people(10)).attach(0).attach(1);
    hand.event(0, JOB_START, 5).event(1, JOB_START, 5).twinEvent(1, JOB_START, 6);
    hand.event(2, JOB_START, 7, false).twinEvent(2, JOB_START, 7);
    const rows = measure(pairs, hand);
    expect(rows['population.rate']).toBeCloseTo(0.3, 12);
    expect(rows['population.effect']).toBeCloseTo(0.1, 12);
    expect(rows['population.effect[group=jsa]']).toBeCloseTo(1 / 5, 12);
    expect(rows['population.effect[group=esa]']).toBe(0);
  });

  it('counts what who is not served loses', () => {
    const hand = new HandMadeWorld(people(4)).attach(0);
    hand.event(0, JOB_START, 5).twinEvent(1, JOB_START, 5);
    expect(measure(pairs, hand)['population.effect']).toBe(0);
  });
});

describe('short and long', () => {
  it('are the outcomes by the horizon and by the end, with and without those of the twins', () => {
    const hand = new HandMadeWorld(people(4), { steps: 60, measures: { horizon: 10 } });
    for (let row = 0; row < 4; row++) hand.attach(row, 2);
    // The last step within the horizon is 11. The twin of the first has it later, that of the second as late.
    hand.event(0, JOB_START, 11).event(1, JOB_START, 12).event(2, JOB_START, 40);
    hand.twinEvent(0, JOB_START, 30).twinEvent(1, JOB_START, 12);
    hand.world.service.contactHours.set([3, 1, 4, 8]);
    const rows = measure(pairs, hand);
    expect(rows['short.rate']).toBe(0.25);
    expect(rows['long.rate']).toBe(0.75);
    expect(rows['short.added']).toBe(0.25);
    expect(rows['long.added']).toBe(0.25);
    expect(rows['late.hoursShare']).toBeCloseTo(5 / 8, 12);
    expect(rows['late.hoursShare[group=jsa]']).toBeCloseTo(4 / 7, 12);
  });
});

describe('unmet need', () => {
  it('is all of it for who is not attached, and the weeks unseen for who is', () => {
    const hand = new HandMadeWorld([{ need: 0.8 }, { need: 0.2, group: 1 }, { need: 0.4 }])
      .attach(0)
      .attach(1);
    // Parked after three weeks: the first is unseen in seven of ten weeks, the second never.
    hand.weeks(0, 10, [{ row: 1 }]);
    const rows = measure(unmet, hand);
    expect(rows['unmet.need[group=esa]']).toBe(0);
    expect(rows['unmet.need']).toBeCloseTo((0.8 * 0.8 + 0.4) / 1.4, 12);
  });
});
