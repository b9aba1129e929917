import { describe, expect, it } from 'vitest';
import { COMMISSIONER, OUTSIDE, officeParty } from '../../../src/model/money/books.ts';
import { Contact } from '../../../src/model/service.ts';
import type { World } from '../../../src/model/world.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

/** A programme that many leave, so that contacts in the last week of an attachment are common. */
const leaving: Patch = { pathway: { programme: { dropOut: 0.2, uptake: 1 } } };

/** Contacts of each role over the run by kind, whoever had them. */
function countContacts(...patches: Patch[]): {
  world: World;
  real: number[];
  recorded: number[];
  last: number;
} {
  const real = [0, 0];
  const recorded = [0, 0];
  let last = 0;
  const world = runSmall(openSmall(leaving, ...patches), {
    look: ({ service, people, step }) => {
      for (let role = 0; role < 2; role++) {
        for (let row = 0; row < people.count; row++) {
          // Columns of the past stand until the next week is divided; nobody has contact before or after attachment.
          const ended = service.endedAt[row];
          if (service.attachedAt[row] < 0 || (ended >= 0 && ended < step)) continue;
          const contact = service.contact[role][row];
          if (contact === Contact.none) continue;
          recorded[role]++;
          if (contact !== Contact.token) real[role]++;
          if (ended === step) last++;
        }
      }
    },
  });
  return { world, real, recorded, last };
}

describe('what contacts cost', () => {
  it('is paid for each of them, in the last week of an attachment too', () => {
    const activities: Patch = { coaching: { cost: 7 }, course: { cost: 7, payer: 'office' } };
    const { world, real, last } = countContacts({ activities });
    const { books } = world;
    const paid = [0, 1].reduce((sum, office) => {
      const account = books.accounts.findIndex(({ name }) => name.startsWith('activities.employment'));
      const other = books.accounts.findIndex(({ name }) => name.startsWith('activities.training'));
      const party = officeParty(office);
      return sum + books.flow(account, party, OUTSIDE) + books.flow(other, party, OUTSIDE);
    }, 0);
    expect(paid).toBeCloseTo(7 * real[0], 6);
    expect(last).toBeGreaterThan(10);
  });

  it('is paid by the commissioner where the file says so', () => {
    const activities: Patch = { coaching: null, course: { cost: 3 } };
    const { world, real } = countContacts({ activities });
    expect(world.books.paidBy(COMMISSIONER, 'provision')).toBeCloseTo(3 * real[0], 6);
  });
});

describe('a fee for contacts', () => {
  it('is paid for each that is recorded, real or in form only', () => {
    const terms: Patch = {
      incentives: {
        joining: null,
        start: null,
        lasting: null,
        contacts: { kind: 'activityFee', role: 'adviser', amount: 11 },
      },
      rules: { visit: { role: 'adviser', every: 2 } },
      caseworkers: { roles: { adviser: { formOnly: 0.5 } } },
    };
    const { world, real, recorded } = countContacts(terms);
    expect(world.books.paidBy(COMMISSIONER, 'fee')).toBeCloseTo(11 * recorded[0], 6);
    expect(recorded[0]).toBeGreaterThan(real[0]);
  });
});

describe('fees for events', () => {
  it('are paid once a client and only while attached', () => {
    const { world } = countContacts();
    const { service, names, books } = world;
    const claimed = (name: string): number =>
      service.claimedFirst[names.events.indexOf(name)].filter((week) => week >= 0).length;
    const owed = 300 * claimed('attached') + 1500 * claimed('jobStart') + 900 * claimed('sustained');
    expect(books.paidBy(COMMISSIONER, 'fee')).toBeCloseTo(owed, 6);
    const lived = world.clients.firstEvent[names.events.indexOf('jobStart')].filter(
      (week) => week >= 0,
    ).length;
    expect(claimed('jobStart')).toBeLessThan(lived);
  });
});

describe('wages', () => {
  it('are paid by offices in proportion to the caseload, whole from full load on', () => {
    let owed = 0;
    const { world } = countContacts();
    runSmall(openSmall(leaving), {
      look: ({ caseworkers, phase }) => {
        for (let worker = 0; worker < caseworkers.count; worker++) {
          const { weeklyCost, fullLoad } = phase.roles[caseworkers.role[worker]];
          owed += weeklyCost * Math.min(1, caseworkers.caseload[worker] / fullLoad);
        }
      },
    });
    const account = world.books.accounts.findIndex(({ name }) => name === 'wages');
    const paid = [0, 1].reduce(
      (sum, office) => sum + world.books.flow(account, officeParty(office), OUTSIDE),
      0,
    );
    expect(paid).toBeCloseTo(owed, 4);
  });
});
