import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Contact } from '../../src/model/service.ts';
import { COORDINATOR, type HandMadeContact, HandMadeWorld, WORKING } from './handMadeWorld.ts';

const one = [{ need: 0.5 }];

describe('parked weeks', () => {
  it('begin in the week in which the count from attachment reaches parkedAfter', () => {
    const hand = new HandMadeWorld(one).attach(0).weeks(0, 7);
    expect(hand.tallies.claimWeeks[0]).toBe(7);
    // parkedAfter is 3: weeks 3 to 7 of seven.
    expect(hand.tallies.unseenWeeks[0]).toBe(5);
    expect(hand.tallies.tokenWeeks[0] + hand.tallies.holdingWeeks[0]).toBe(0);
  });

  it('end with real contact, and the count starts again', () => {
    const hand = new HandMadeWorld(one)
      .attach(0)
      .weeks(0, 4)
      .week(4, [{ row: 0 }])
      .weeks(5, 8);
    // Unseen in steps 2, 3 and again in step 7, three weeks after the contact of step 4.
    expect(hand.tallies.unseenWeeks[0]).toBe(3);
    expect(hand.tallies.spells()[2]).toBe(1);
    expect(hand.tallies.spells()[1]).toBe(1);
  });

  it('are token and not unseen while a contact in form only is fresh on record', () => {
    const token = [{ row: 0, kind: Contact.token }];
    const hand = new HandMadeWorld(one).attach(0).weeks(0, 5).week(5, token).weeks(6, 10);
    // True clock: parked from step 2. On record from step 5 to 7.
    expect(hand.tallies.tokenWeeks[0]).toBe(3);
    expect(hand.tallies.unseenWeeks[0]).toBe(3 + 2);
    expect(hand.tallies.roleHours[0][0]).toBe(0);
  });

  it('are holding where contact goes on without any match for parkedAfter weeks', () => {
    const course = [{ row: 0, kind: Contact.holding }];
    const hand = new HandMadeWorld(one)
      .attach(0)
      .weeks(0, 6, course)
      .week(6, [{ row: 0 }])
      .weeks(7, 9, course);
    // Steps 2 to 5; the match of step 6 starts the count again.
    expect(hand.tallies.holdingWeeks[0]).toBe(4);
    expect(hand.tallies.unseenWeeks[0]).toBe(0);
  });

  it('are not ended by contact with a role that moves no barrier', () => {
    const introduction = [{ row: 0, role: COORDINATOR }];
    const hand = new HandMadeWorld(one).attach(0).weeks(0, 6, introduction);
    expect(hand.tallies.unseenWeeks[0]).toBe(4);
    expect(hand.tallies.roleHours[COORDINATOR][0]).toBe(6);
  });

  it('are counted only in stages that count, and a stage that does not ends the spell', () => {
    const hand = new HandMadeWorld(one).attach(0).weeks(0, 4);
    hand.world.clients.stage[0] = WORKING;
    hand.weeks(4, 9, [{ row: 0 }]);
    expect(hand.tallies.claimWeeks[0]).toBe(4);
    expect(hand.tallies.roleHours[0][0]).toBe(0);
    // The first 26 weeks count hours in any stage.
    expect(hand.tallies.firstHours[0]).toBe(5);
    expect(hand.tallies.spells()[2]).toBe(1);
  });

  it('agree with a recount from the full history of contacts, each week in one kind at most', () => {
    const kinds = fc.constantFrom<number>(
      Contact.none,
      Contact.none,
      Contact.matched,
      Contact.holding,
      Contact.token,
    );
    const history = fc.array(kinds, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 6 }), (weeks, parkedAfter) => {
        const hand = new HandMadeWorld(one, { measures: { parkedAfter } }).attach(0);
        weeks.forEach((kind, step) => {
          const contacts: HandMadeContact[] = kind === Contact.none ? [] : [{ row: 0, kind }];
          hand.week(step, contacts);
        });
        const expected = recount(weeks, parkedAfter);
        const { unseenWeeks, holdingWeeks, tokenWeeks, claimWeeks } = hand.tallies;
        expect([unseenWeeks[0], holdingWeeks[0], tokenWeeks[0]]).toEqual(expected);
        expect(unseenWeeks[0] + holdingWeeks[0] + tokenWeeks[0]).toBeLessThanOrEqual(claimWeeks[0]);
        const spellWeeks = hand.tallies.spells().reduce((sum, spells, length) => sum + spells * length, 0);
        expect(spellWeeks).toBe(unseenWeeks[0] + tokenWeeks[0]);
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});

/** Unseen, holding and token weeks by looking back over the last parkedAfter weeks at each week. */
function recount(weeks: readonly number[], parkedAfter: number): number[] {
  const counts = [0, 0, 0];
  weeks.forEach((_, step) => {
    if (step + 1 < parkedAfter) return;
    const last = weeks.slice(step + 1 - parkedAfter, step + 1);
    if (last.includes(Contact.matched)) return;
    if (last.includes(Contact.holding)) counts[1]++;
    else if (last.includes(Contact.token)) counts[2]++;
    else counts[0]++;
  });
  return counts;
}

describe('tallies', () => {
  it('keep tables to the cohort and columns for everybody', () => {
    const clients = [{ need: 0.1 }, { need: 0.9, referredAt: 2 }];
    const hand = new HandMadeWorld(clients, { measures: { cohort: { from: 1, to: 2 } } });
    hand.attach(0).attach(1, 2).weeks(2, 12);
    expect(hand.tallies.cohort).toEqual({ from: 1, to: 2 });
    expect(hand.tallies.claimWeeks[0]).toBe(10);
    expect(hand.tallies.dispositionWeeks.reduce((sum, weeks) => sum + weeks, 0)).toBe(10);
    expect(hand.tallies.stepClaiming).toBe(2);
  });

  it('find the week of the first real contact, 1 being the week of attachment', () => {
    const hand = new HandMadeWorld([{ need: 0.2 }, { need: 0.4 }, { need: 0.6 }]).attachAll();
    hand
      .week(0, [{ row: 0 }])
      .week(1, [{ row: 1, kind: Contact.token }])
      .week(2, [{ row: 0 }, { row: 1 }]);
    expect([...hand.tallies.firstContact]).toEqual([1, 3, 0]);
  });

  it('add hours in doubles: a third given ninety times is thirty to within the rounding of one column', () => {
    const hand = new HandMadeWorld(one, { steps: 100 }).attach(0).weeks(0, 90, [{ row: 0, hours: 1 / 3 }]);
    expect(hand.tallies.roleHours[0][0]).toBe(90 * Math.fround(1 / 3));
    // The first 26 weeks only.
    expect(hand.tallies.firstHours[0]).toBe(26 * Math.fround(1 / 3));
  });
});
