import { describe, expect, it } from 'vitest';
import { reported } from '../../src/measures/reported.ts';
import { staff } from '../../src/measures/staff.ts';
import { Contact } from '../../src/model/service.ts';
import { byKey, COORDINATOR, HandMadeWorld, JOB_START, measure, SUSTAINED } from './handMadeWorld.ts';

describe('staff', () => {
  it('are looked at in the weeks in which they have clients', () => {
    const hand = new HandMadeWorld([{ need: 0.5 }]);
    const observer = hand.follow(staff);
    const { caseworkers, offices } = hand.world;
    hand.week(0);
    caseworkers.caseload.set([4, 0, 6]);
    caseworkers.burnout.set([0.2, 0.9, 0.4]);
    offices.attached.set([4, 0]);
    offices.pressure.set([1, 2]);
    hand.week(1);
    caseworkers.caseload.set([6, 8, 0]);
    offices.pressure.set([0.5, 2]);
    hand.week(2);
    const found = byKey(observer.finish(hand.world, {}));
    // As clients meet it: (4² + 6² + 8²) / (4 + 6 + 8).
    expect(found['staff.caseload']).toBe(116 / 18);
    expect(found['staff.caseload[role=coordinator]']).toBe(6);
    expect(found['staff.burnout']).toBeCloseTo((0.2 + 0.4 + 0.2 + 0.9) / 4, 12);
    expect(found['staff.pressure']).toBe(0.75);
    expect(found['staff.pressure[office=south]']).toBeNull();
  });

  it('strain by the hours compared, not by caseworker', () => {
    const hand = new HandMadeWorld([{ need: 0.5 }]);
    hand.world.caseworkers.strain.set([1, 6, 0]);
    hand.world.caseworkers.strainHours.set([10, 20, 0]);
    const found = measure(staff, hand);
    expect(found['staff.goalStrain']).toBeCloseTo(7 / 30, 12);
    expect(found['staff.goalStrain[disposition=caregiver]']).toBe(0.1);
    expect(found['staff.goalStrain[disposition=bureaucrat]']).toBe(0.3);
    expect(found['staff.goalStrain[role=coordinator]']).toBeNull();
  });
});

describe('the record beside the truth', () => {
  it('misses events of clients who had left', () => {
    const hand = new HandMadeWorld([{ need: 0.1 }, { need: 0.2 }, { need: 0.3 }]).attach(0).attach(1);
    hand.event(0, JOB_START, 2).event(1, JOB_START, 9, false).event(2, JOB_START, 3, false);
    const found = measure(reported, hand);
    expect(found['reported.share']).toBe(0.5);
    expect(found['reported.share[event=jobStart]']).toBe(0.5);
    expect(found[`reported.share[event=${hand.world.names.events[SUSTAINED]}]`]).toBeNull();
  });

  it('counts token contacts among all on record, by role', () => {
    const hand = new HandMadeWorld([{ need: 0.1 }, { need: 0.2 }]).attachAll();
    hand.week(0, [
      { row: 0, kind: Contact.token },
      { row: 1, kind: Contact.holding },
    ]);
    hand.week(1, [{ row: 0 }, { row: 1, role: COORDINATOR }]);
    const found = measure(reported, hand);
    expect(found['token.share']).toBe(0.25);
    expect(found['token.share[role=keyWorker]']).toBeCloseTo(1 / 3, 12);
    expect(found['token.share[role=coordinator]']).toBe(0);
    expect(measure(reported, new HandMadeWorld([{ need: 0.1 }]))['token.share']).toBeNull();
  });
});
