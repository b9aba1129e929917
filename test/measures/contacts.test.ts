import { expect, it } from 'vitest';
import { contacts } from '../../src/measures/contacts.ts';
import { Contact } from '../../src/model/service.ts';
import { byKey, COORDINATOR, HandMadeWorld } from './handMadeWorld.ts';

const three = [0.2, 0.5, 0.8].map((need) => ({ need, group: 0 }));

it('counts contacts of each role, and tells hours in a crisis from the others', () => {
  const hand = new HandMadeWorld(three).attachAll();
  hand.world.service.crisisUntil[0] = 2;
  const observer = hand.follow(contacts);
  hand.weeks(0, 4, [
    { row: 0, hours: 2 },
    { row: 1, hours: 1 },
    { row: 2, role: COORDINATOR, hours: 0.5 },
    { row: 1, role: COORDINATOR, kind: Contact.token },
  ]);
  const found = byKey(observer.finish(hand.world, {}));
  expect(found['contacts.count']).toBe(8);
  expect(found['contacts.count[role=coordinator]']).toBe(8);
  expect(found['contacts.hours']).toBe(1.5);
  expect(found['contacts.hours[role=coordinator]']).toBe(0.5);
  // Of twelve client-weeks two are in a crisis, with two hours each; eight hours fall to the other ten.
  expect(found['hours.inCrisis']).toBe(2);
  expect(found['hours.outsideCrisis']).toBe(8 / 10);
});

it('has nothing to say of crises that nobody has', () => {
  const hand = new HandMadeWorld(three).attachAll();
  const observer = hand.follow(contacts);
  const found = byKey(observer.finish(hand.weeks(0, 2, [{ row: 0, hours: 1 }]).world, {}));
  expect(found['hours.inCrisis']).toBeNull();
  expect(found['hours.outsideCrisis']).toBe(2 / 6);
});
