import { describe, expect, it } from 'vitest';
import { COMMISSIONER, OUTSIDE, officeParty } from '../../../src/model/money/books.ts';
import { Contact } from '../../../src/model/service.ts';
import type { World } from '../../../src/model/world.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

const costly: Patch = { activities: { coaching: { cost: 40 }, course: { payer: 'office', cost: 40 } } };
const free = (more: Patch = {}): Patch => ({
  incentives: { places: { kind: 'freeProvision', activity: 'coaching', ...more } },
});

/** Contacts in coaching by week, and what was paid for it by whom. */
function run(...patches: Patch[]) {
  const weeks: number[] = [];
  const world = runSmall(openSmall(...patches), {
    look: ({ service, names, step, windowFrom, windowTo }) => {
      const coaching = names.activities.indexOf('coaching');
      weeks[step] = 0;
      for (let row = windowFrom; row < windowTo; row++)
        if (service.contact[0][row] !== Contact.none && service.activity[0][row] === coaching) weeks[step]++;
    },
  });
  const { books, offices } = world;
  const name = (start: string) => books.accounts.findIndex((each) => each.name === `${start}.employment`);
  const own = Array.from({ length: offices.count }, (_, office) =>
    books.flow(name('activities'), officeParty(office), OUTSIDE),
  ).reduce((a, b) => a + b, 0);
  const provision = name('provision');
  const borne = provision < 0 ? 0 : books.flow(provision, COMMISSIONER, OUTSIDE);
  return { world, weeks, contacts: weeks.reduce((a, b) => a + b, 0), own, borne };
}

describe('free provision in a programme', () => {
  it('moves who pays, contact by contact, and nothing else where nobody looks at costs', () => {
    const before = run(costly);
    const after = run(costly, free({ share: 0.75 }));
    expect(after.weeks).toEqual(before.weeks);
    expect(before.own).toBeCloseTo(40 * before.contacts, 6);
    expect(after.borne).toBeCloseTo(30 * before.contacts, 6);
    expect(after.own).toBeCloseTo(10 * before.contacts, 6);
    expect([...after.world.offices.cost].every((cost) => cost >= 0)).toBe(true);
  });

  it('ends with its places', () => {
    const { weeks, borne, own, contacts } = run(costly, free({ places: 4 }));
    // Two offices with two places a week each.
    expect(Math.max(...weeks)).toBeGreaterThan(4);
    expect(borne).toBeLessThanOrEqual(40 * 4 * weeks.length);
    expect(borne).toBeGreaterThan(0);
    expect(borne + own).toBeCloseTo(40 * contacts, 6);
  });

  it('draws contacts where caseworkers who want payoff look at costs', () => {
    const looking: Patch = { caseworkers: { habit: { cost: 3, memory: 0 } } };
    const dear = { activities: { coaching: { cost: 100 } } };
    expect(run(costly, dear, looking).contacts).toBeLessThan(0.8 * run(costly, dear).contacts);
    expect(run(costly, dear, looking, free()).contacts).toBeGreaterThan(
      1.3 * run(costly, dear, looking).contacts,
    );
  });
});

describe('money that clients are believed to cost', () => {
  const fined: Patch = {
    caseworkers: { motives: { payoff: 5 } },
    incentives: {
      joining: null,
      start: null,
      lasting: null,
      fine: { kind: 'penalty', event: 'jobStart', amount: 20000 },
    },
  };
  const looked = (world: World) => {
    const { hours } = world.service;
    for (const column of hours) for (const each of column) expect(each >= 0).toBe(true);
  };

  it('takes appeal away down to 0, and hours stay whole', () => {
    let given = 0;
    runSmall(openSmall(fined), {
      look: (world) => {
        looked(world);
        for (let worker = 0; worker < world.caseworkers.count; worker++) {
          expect(world.caseworkers.hoursGiven[worker]).toBeGreaterThanOrEqual(0);
          given += world.caseworkers.hoursGiven[worker];
        }
      },
    });
    expect(given).toBeGreaterThan(100);
  });

  it('turns hours away from those who are likely to bring it', () => {
    /** Hours a client-week of the near group among all who search; who works brings no fine and is left aside. */
    const tilt = (amount: number) => {
      const hours = [0, 0];
      const weeks = [0, 0];
      runSmall(openSmall(fined, { incentives: { fine: { amount } } }), {
        look: ({ service, people, clients, step }) => {
          for (let at = 0; at < service.attachedCount; at++) {
            const row = service.attached[at];
            if (clients.stage[row] !== 0 || clients.stageSince[row] >= step) continue;
            hours[people.group[row]] += service.hours[0][row];
            weeks[people.group[row]]++;
          }
        },
      });
      const [near, far] = hours.map((sum, group) => sum / weeks[group]);
      return near / (near + far);
    };
    const [none, some] = [tilt(0), tilt(2000)];
    expect(some).toBeLessThan(none - 0.02);
  });
});
