import { describe, expect, it } from 'vitest';
import { organisation } from '../../src/measures/organisation.ts';
import { byKey, COORDINATOR, HandMadeWorld, KEY_WORKER, measure, whyOf } from './handMadeWorld.ts';

const people = [{ need: 0.1 }, { need: 0.3 }, { need: 0.5 }, { need: 0.7 }];

describe('the organisation', () => {
  it('counts leavers by filled post and year, vacancies, tenure and handovers', () => {
    const hand = new HandMadeWorld(people).attachAll();
    const observer = hand.follow(organisation);
    const { caseworkers } = hand.world;
    caseworkers.office.set([0, 1, 1]);
    caseworkers.caseload.set([2, 2, 4]);
    hand.week(0);
    caseworkers.present.set([0, 1, 1]);
    caseworkers.caseload.set([0, 2, 4]);
    caseworkers.leavers.set([1, 0, 0, 0]);
    caseworkers.handovers.set([3, 0]);
    hand.week(1);
    caseworkers.present.set([1, 1, 1]);
    caseworkers.caseload.set([2, 2, 4]);
    caseworkers.since.set([2, 0, 0]);
    hand.week(2);
    const found = byKey(observer.finish(hand.world, {}));
    expect(found['staff.turnover']).toBeCloseTo(52 / 8, 12);
    expect(found['staff.turnover[role=keyWorker]']).toBeCloseTo(52 / 5, 12);
    expect(found['staff.turnover[role=coordinator]']).toBe(0);
    expect(found['staff.turnover[office=north]']).toBeCloseTo(52 / 2, 12);
    expect(found['staff.vacancy']).toBeCloseTo(1 / 9, 12);
    expect(found['staff.vacancy[office=north]']).toBeCloseTo(1 / 3, 12);
    // Only with clients. Weeks in post: 1 and 1 in the first week, 2 in the second, 1 (who has just come) and 3 in the third.
    expect(found['staff.tenure[role=keyWorker]']).toBeCloseTo((1 + 1 + 2 + 1 + 3) / 5, 12);
    expect(found['staff.handovers']).toBeCloseTo((3 * 52) / 12, 12);
    expect(found['staff.handovers[role=coordinator]']).toBe(0);
    // Two of four clients wait for a key worker in the second of three weeks.
    expect(found['unassigned.share']).toBeCloseTo(2 / 12, 12);
    expect(found['unassigned.share[role=coordinator]']).toBe(0);
    expect(KEY_WORKER + COORDINATOR).toBe(1);
  });

  it('tells money at hand by office, in all and at the lowest', () => {
    const hand = new HandMadeWorld(people);
    hand.world.offices.cash.set([500, -200]);
    hand.world.offices.lowestCash.set([-50, -300]);
    const found = measure(organisation, hand);
    expect(found['office.cash']).toBe(300);
    expect(found['office.cash[office=south]']).toBe(-200);
    expect(found['office.lowestCash']).toBe(-300);
    expect(found['office.lowestCash[office=north]']).toBe(-50);
  });

  it('tells which offices adopted what, and when', () => {
    const hand = new HandMadeWorld(people, { adoption: true });
    hand.world.offices.adoptedAt[0].set([26, -1]);
    const rows = organisation.create(hand.setup).finish(hand.world, {});
    const found = byKey(rows);
    expect(found['adopted.share']).toBe(0.5);
    expect(found['adopted.share[activity=interview,office=south]']).toBe(0);
    expect(found['adoption.week[activity=interview]']).toBe(26);
    expect(found['adoption.week[activity=interview,office=south]']).toBeNull();
    expect(whyOf(rows, 'adoption.week[activity=interview,office=south]')).toBe('nobody adopted it');
    expect(measure(organisation, new HandMadeWorld(people))['adopted.share']).toBeNull();
  });
});
