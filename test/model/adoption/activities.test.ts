import { describe, expect, it } from 'vitest';
import { adoptionSurplus } from '../../../src/model/adoption/activities.ts';
import { officeParty } from '../../../src/model/money/books.ts';
import { believedPrices } from '../../../src/model/money/prices.ts';
import type { World } from '../../../src/model/world.ts';
import { copyOf } from '../../support/columns.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

/** Worth 20 extra starts per 100 clients within a year, for 2,000 at once. */
const adoption = {
  cost: 2000,
  expects: { jobStart: 20 },
  review: 4,
  delay: 3,
};
const therapy = (more: Patch = {}): Patch => ({
  activities: { therapy: { effects: { health: 3 }, appeal: 1, adoption: { ...adoption, ...more } } },
});
const money = (start: number): Patch => ({
  offices: { north: { cash: { start } }, south: { cash: { start } } },
});
/** No fee but one for starts, which comes late. */
const price = (amount: number): Patch => ({
  incentives: { joining: null, lasting: null, start: { amount } },
});
const THERAPY = 2;
const adoptedIn = (...patches: Patch[]): number[] => [
  ...runSmall(openSmall(...patches)).offices.adoptedAt[THERAPY],
];

describe('adoption', () => {
  it('does not happen without a price and without local priority, whatever the cash', () => {
    expect(adoptedIn(therapy(), money(1e6), price(0))).toEqual([-1, -1]);
  });

  it('does not happen with a price and without cash', () => {
    expect(adoptedIn(therapy(), money(-50000), price(3000))).toEqual([-1, -1]);
  });

  it('happens with a price and money upfront, at a review, and with local priority alone', () => {
    for (const found of [
      adoptedIn(therapy(), money(50000), price(3000)),
      adoptedIn(therapy({ priority: 2001, expects: {} }), money(50000), price(0)),
    ]) {
      for (const week of found) {
        expect(week).toBeGreaterThan(0);
        expect(week % 4).toBe(0);
      }
    }
  });

  it('does not happen where rewards are weak, hardly believed, hardly seen, or eaten up by running costs', () => {
    const rich = [money(50000)];
    const management = (performanceManagement: number): Patch => ({
      offices: { north: { performanceManagement }, south: { performanceManagement } },
    });
    expect(adoptedIn(therapy(), ...rich, price(100))).toEqual([-1, -1]);
    expect(adoptedIn(therapy({ belief: 0.05 }), ...rich, price(3000))).toEqual([-1, -1]);
    expect(adoptedIn(therapy({ running: 1000 }), ...rich, price(3000))).toEqual([-1, -1]);
    const unseen = [therapy({ managementNeeded: 0.5 }), ...rich, price(3000)];
    expect(adoptedIn(...unseen, management(0))).toEqual([-1, -1]);
    expect(adoptedIn(...unseen, management(0.5)).every((week) => week > 0)).toBe(true);
  });

  it('weighs price × expected events × belief + priority − cost − running over the horizon', () => {
    const built: number[] = [];
    runSmall(openSmall(therapy(), money(0), price(3000), { scale: 2 }), {
      look: (world) => {
        if (world.step !== 6) return;
        const terms = {
          ...adoption,
          running: 5,
          belief: 0.5,
          priority: 700,
          horizon: 52,
          managementNeeded: 0.8,
        };
        const attached = world.offices.attached[0];
        const expected = (0.5 / 0.8) * 0.5 * 3000 * 0.2 * attached + 2 * (700 - 2000 - 5 * 52);
        built.push(attached);
        expect(adoptionSurplus(world, 0, terms, believedPrices(world))).toBeCloseTo(expected, 8);
      },
    });
    expect(built[0]).toBeGreaterThan(10);
  });
});

describe('an activity that has to be adopted', () => {
  const used = (world: World): number =>
    world.service.activity.reduce((sum, column) => sum + column.filter((each) => each === THERAPY).length, 0);

  it('is not chosen until the delay is over, and then it is', () => {
    const weeks: number[] = [];
    const world = runSmall(openSmall(therapy(), money(50000), price(3000)), {
      look: (now) => {
        if (used(now) > 0) weeks.push(now.step);
      },
    });
    const [north, south] = world.offices.adoptedAt[THERAPY];
    // Decided at the end of a week, used after three whole weeks in between.
    expect(Math.min(...weeks)).toBe(Math.min(north, south) + 1 + 3);
    expect(weeks.length).toBeGreaterThan(10);
  });

  it('is paid once on adoption and by the week from its opening', () => {
    const world = runSmall(openSmall(therapy({ running: 7 }), money(50000), price(9000)));
    const { books, offices, steps } = world;
    const account = books.open('adoption.employment', 'cost', 'employment');
    for (const office of [0, 1]) {
      const open = steps - offices.openFrom[THERAPY][office];
      expect(books.flow(account, officeParty(office), 1)).toBeCloseTo(2000 + 7 * open, 8);
    }
  });

  it('that nobody adopts might as well not be there, for who has no habit of it', () => {
    const none = therapy({ expects: {} });
    const unfamiliar: Patch = { activities: { therapy: { familiarity: 0 } } };
    const [without, waiting] = [openSmall(), openSmall(none, unfamiliar)].map((loaded) => runSmall(loaded));
    expect(copyOf(waiting.service)).toEqual(copyOf(without.service));
    expect(copyOf(waiting.clients)).toEqual(copyOf(without.clients));
  });

  it('comes into use everywhere on the date on which the need of adoption ends', () => {
    const weeks: number[] = [];
    const opened: Patch = {
      timeline: { given: { at: 9, set: { activities: { therapy: { adoption: null } } } } },
    };
    runSmall(openSmall(therapy(), price(0), opened), {
      look: (now) => {
        if (used(now) > 0) weeks.push(now.step);
      },
    });
    expect(Math.min(...weeks)).toBe(10);
  });

  it('expects events that there are, and is not the only activity', () => {
    expect(() => openSmall(therapy({ expects: { jobStrat: 1 } }))).toThrow(/no event called "jobStrat"/);
    const all: Patch = { activities: { coaching: null, course: null } };
    expect(() => openSmall(therapy(), all)).toThrow(/at least one activity must be in use from the start/);
  });
});
