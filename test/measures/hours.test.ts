import { describe, expect, it } from 'vitest';
import { hours } from '../../src/measures/hours.ts';
import { BUREAUCRAT, COORDINATOR, HandMadeWorld, measure } from './handMadeWorld.ts';

const five = [0.1, 0.3, 0.5, 0.7, 0.9].map((need, k) => ({ need, group: k < 2 ? 0 : 1 }));

describe('hours', () => {
  it('are hours over client-weeks, for the whole, fifths, groups and roles', () => {
    const hand = new HandMadeWorld(five).attachAll().weeks(0, 4, [
      { row: 0, hours: 2 },
      { row: 1, hours: 1 },
      { row: 0, role: COORDINATOR, hours: 0.5 },
    ]);
    const found = measure(hours, hand);
    expect(found['hours.perClientWeek']).toBe(3 / 5);
    expect(found['hours.perClientWeek[fifth=1]']).toBe(2);
    expect(found['hours.perClientWeek[fifth=5]']).toBe(0);
    expect(found['hours.perClientWeek[group=jsa]']).toBe(1.5);
    expect(found['hours.byRole[role=keyWorker]']).toBe(3 / 5);
    expect(found['hours.byRole[role=coordinator,fifth=1]']).toBe(0.5);
    expect(found['hours.byRole[role=coordinator]']).toBe(0.1);
  });

  it('leave out weeks in stages that a role does not serve', () => {
    const hand = new HandMadeWorld(five).attachAll();
    hand.world.phase.stageCounts.fill(1);
    hand.world.phase.roles[COORDINATOR].notServed[1] = 1;
    for (let step = 0; step < 4; step++) {
      if (step === 1) hand.world.clients.stage[0] = 1;
      hand.week(step, [{ row: 0, hours: 2 }, ...(step < 1 ? [{ row: 0, role: COORDINATOR, hours: 1 }] : [])]);
    }
    const found = measure(hours, hand);
    expect(found['hours.perClientWeek[fifth=1]']).toBe(2);
    expect(found['hours.byRole[role=coordinator,fifth=1]']).toBe(1);
    expect(found['hours.byRole[role=coordinator]']).toBe(1 / 17);
  });

  it('have no value where contact is itself the outcome, and are 0 where nobody is seen', () => {
    const seen = new HandMadeWorld(five).attachAll();
    seen.world.phase.stageCounts[1] = 0;
    // Whoever is seen is in a stage that does not count when the step ends.
    seen.world.clients.stage[0] = 1;
    seen.week(0, [{ row: 0, hours: 2 }]);
    const found = measure(hours, seen);
    for (const key of ['hours.perClientWeek', 'hours.perClientWeek[fifth=5]', 'hours.byRole[role=keyWorker]'])
      expect(found[key], key).toBeNull();
    expect(found['hours.byRole[role=coordinator]']).toBe(0);
    expect(found['hours.byDisposition[disposition=caregiver,fifth=5]']).toBeNull();
    const unseen = measure(hours, new HandMadeWorld(five).attachAll().weeks(0, 1, []));
    expect(unseen['hours.perClientWeek']).toBe(0);
    expect(unseen['hours.byDisposition[disposition=caregiver,fifth=5]']).toBe(0);
  });

  it('are conserved: over fifths, and over dispositions, they sum to the whole', () => {
    const hand = new HandMadeWorld(five);
    five.forEach((_, row) => {
      hand.attach(row, 0, row % 2 === 0 ? 0 : BUREAUCRAT);
    });
    for (let step = 0; step < 20; step++)
      hand.week(step, [{ row: step % 5, hours: 0.25 * ((step % 7) + 1) }]);
    const found = measure(hours, hand);
    const weeks = 20;
    const all = found['hours.perClientWeek']! * 5 * weeks;
    let byFifth = 0;
    for (let k = 1; k <= 5; k++) byFifth += found[`hours.perClientWeek[fifth=${k}]`]! * weeks;
    const byDisposition = hand.tallies.dispositionHours.reduce((sum, value) => sum + value, 0);
    // Quarter hours are exact in binary; only the divisions above round.
    expect(byFifth).toBeCloseTo(all, 12);
    expect(byDisposition).toBeCloseTo(all, 12);
    expect(hand.tallies.dispositionWeeks.reduce((sum, value) => sum + value, 0)).toBe(5 * weeks);
    // Rows 1 and 3 belong to the bureaucrat.
    expect(found['hours.byDisposition[disposition=caregiver,fifth=2]']).toBeNull();
    expect(found['hours.byDisposition[disposition=bureaucrat,fifth=2]']).toBe(
      found['hours.perClientWeek[fifth=2]'],
    );
  });

  it('of the first 26 weeks leave out clients who are not followed that long', () => {
    const clients = [{ need: 0.1 }, { need: 0.1, referredAt: 10 }];
    const hand = new HandMadeWorld(clients, { steps: 30 }).attach(0).weeks(0, 10, [{ row: 0 }]);
    hand.attach(1, 10).weeks(10, 30, [{ row: 1 }]);
    // The second client is followed for 20 weeks.
    expect(measure(hours, hand)['hours.first26']).toBe(10);
    expect(measure(hours, hand)['hours.first26[fifth=5]']).toBeNull();
  });

  it('are undefined without client-weeks', () => {
    const hand = new HandMadeWorld(five).weeks(0, 5);
    expect(measure(hours, hand)['hours.perClientWeek']).toBeNull();
    expect(measure(hours, hand)['contact.firstWeek']).toBeNull();
  });
});

describe('contact.firstWeek', () => {
  it('is the Kaplan–Meier median, with those who leave unseen censored', () => {
    const hand = new HandMadeWorld(five).attachAll().week(0, [{ row: 0 }]);
    hand.leave(1, 1).week(1);
    hand
      .week(2, [{ row: 2 }])
      .week(3, [{ row: 3 }])
      .weeks(4, 20);
    // Week 1: 4/5 left. One leaves in week 2. Week 3: 4/5 × 2/3 = 0.53. Week 4: 0.27.
    expect(measure(hours, hand)['contact.firstWeek']).toBe(4);
    expect(measure(hours, hand)['contact.firstWeek[fifth=1]']).toBe(1);
    expect(measure(hours, hand)['contact.firstWeek[fifth=5]']).toBeNull();
  });

  it('knows a contact in the very week in which the client left', () => {
    const hand = new HandMadeWorld([{ need: 0.1 }]).attach(0).week(0);
    hand
      .leave(0, 1)
      .week(1, [{ row: 0 }])
      .weeks(2, 5);
    expect(measure(hours, hand)['contact.firstWeek']).toBe(2);
  });
});
