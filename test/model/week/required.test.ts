import { describe, expect, it } from 'vitest';
import { Contact } from '../../../src/model/service.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

const adviser = (patch: Patch): Patch => ({ caseworkers: { roles: { adviser: patch } } });
const everyFour: Patch = {
  rules: { visit: { role: 'adviser', every: 4 } },
  clock: { referralWeeks: 6, followUp: 40 },
  pathway: {
    transitions: { findsWork: { hazard: 0 } },
    programme: { uptake: 1, dropOut: 0, stay: 500 },
  },
};
/** Hours that all go to the rule: no motive lets anybody else claim any. */
const nobodyAppeals: Patch = { caseworkers: { allocation: { appeal: 0 } } };
/** Thirty hours a week a post for some nine clients: enough for everybody's required contact. */
const plenty = adviser({ hoursPerWeek: 50, fullLoad: 1 });

/** Contacts with the adviser by client and week: `world.service.contact` of every week. */
function contactsOf(patches: Patch[]) {
  const contacts: number[][] = [];
  const hours: number[][] = [];
  /** The adviser whom each client was given; the columns forget it when attachment ends. */
  const advisers: number[] = [];
  const world = runSmall(openSmall(everyFour, ...patches), {
    look: (now) => {
      contacts.push([...now.service.contact[0]]);
      hours.push([...now.service.hours[0]]);
      now.service.worker[0].forEach((worker, row) => {
        if (worker >= 0) advisers[row] = worker;
      });
    },
  });
  return { world, contacts, hours, advisers };
}
const weeksSeen = (contacts: number[][], row: number): number[] =>
  contacts.flatMap((week, at) => (week[row] === Contact.none ? [] : [at]));

describe('required contacts', () => {
  it('are made every so many weeks, the first so long after attachment, for the shortest appointment', () => {
    const { world, contacts, hours } = contactsOf([plenty, nobodyAppeals]);
    for (let row = 0; row < world.people.count; row++) {
      const due = [];
      for (let week = world.people.referredAt[row] + 3; week <= world.people.referredAt[row] + 40; week += 4)
        due.push(week);
      expect(weeksSeen(contacts, row)).toEqual(due);
      for (const week of due) expect(hours[week][row]).toBe(0.5);
    }
  });

  it('keep every gap within the rule where others claim hours too', () => {
    const { world, contacts } = contactsOf([plenty]);
    for (let row = 0; row < world.people.count; row++) {
      const weeks = [world.people.referredAt[row] - 1, ...weeksSeen(contacts, row)];
      for (let at = 1; at < weeks.length; at++) expect(weeks[at] - weeks[at - 1]).toBeLessThanOrEqual(4);
    }
  });

  it('go to the most overdue first where hours do not suffice', () => {
    // One hour a week each: two of some nine clients can be seen, so that gaps settle near five weeks for all.
    const oneHour = adviser({ hoursPerWeek: 1, adminShare: 0, fullLoad: 1 });
    const { world, contacts, advisers } = contactsOf([oneHour, nobodyAppeals]);
    const { people } = world;
    for (let week = 12; week < 40; week++) {
      const seen = contacts[week].flatMap((contact, row) => (contact === Contact.none ? [] : [row]));
      const gap = (row: number, at: number): number =>
        at - Math.max(people.referredAt[row] - 1, ...weeksSeen(contacts, row).filter((each) => each < at));
      const unseen = [...people.id.keys()].filter((row) => !seen.includes(row));
      for (const row of seen) {
        // Whoever was left waiting by the same caseworker had waited no longer.
        for (const other of unseen) {
          if (advisers[other] !== advisers[row]) continue;
          expect(gap(row, week)).toBeGreaterThanOrEqual(gap(other, week));
        }
      }
      expect(seen.length).toBe(8);
    }
  });

  it('are all that compliance says: at 0 the rule changes nothing at all', () => {
    const without = runSmall(openSmall(everyFour, { rules: { visit: null } }));
    const ignored = runSmall(openSmall(everyFour, adviser({ compliance: 0 })));
    expect(ignored.service.contactHours).toEqual(without.service.contactHours);
    expect(ignored.clients).toEqual(without.clients);
  });

  it('are made with the stated chance a week once due', () => {
    const { world, contacts } = contactsOf([plenty, nobodyAppeals, adviser({ compliance: 0.4 })]);
    let due = 0;
    let made = 0;
    for (let row = 0; row < world.people.count; row++) {
      let last = world.people.referredAt[row] - 1;
      for (let week = last + 4; week <= world.people.referredAt[row] + 40; week++) {
        if (week - last < 4) continue;
        due++;
        if (contacts[week][row] === Contact.none) continue;
        made++;
        last = week;
      }
    }
    expect(due).toBeGreaterThan(300);
    // 4.4 standard errors: a false alarm in 100,000 seeds.
    expect(Math.abs(made - 0.4 * due)).toBeLessThan(4.4 * Math.sqrt(due * 0.4 * 0.6));
  });

  it('in form only reset the recorded clock and not the true one, and do nothing', () => {
    const tokens = adviser({ formOnly: 1, tokenHours: 0.1 });
    const { world, contacts, hours } = contactsOf([plenty, nobodyAppeals, tokens]);
    const { service, people } = world;
    for (let row = 0; row < people.count; row++) {
      const weeks = weeksSeen(contacts, row);
      expect(weeks.length).toBe(10);
      for (const week of weeks) {
        expect(contacts[week][row]).toBe(Contact.token);
        expect(hours[week][row]).toBe(0);
      }
      expect(service.lastRecorded[0][row]).toBe(weeks.at(-1));
      expect(service.lastRealOfRole[0][row]).toBe(people.referredAt[row] - 1);
      expect(service.lastReal[row]).toBe(people.referredAt[row] - 1);
      expect(service.contactHours[row]).toBe(0);
      expect(service.trust[row]).toBeCloseTo(0.3 * 0.992 ** 41, 12);
    }
    for (const [k, barrier] of world.clients.barriers.entries())
      expect(barrier).toEqual(world.twins.barriers[k]);
  });

  it('leave the rest of the hours to the line', () => {
    const { caseworkers } = runSmall(openSmall(everyFour, plenty), {
      prepare: (world) => {
        (world as { steps: number }).steps = 20;
      },
    });
    for (let worker = 0; worker < 4; worker++)
      expect(caseworkers.hoursGiven[worker]).toBeCloseTo(caseworkers.hoursAvailable[worker], 5);
  });
});
