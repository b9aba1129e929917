import { describe, expect, it } from 'vitest';
import { additionalities } from '../../../src/model/adoption/state.ts';
import { OUTSIDE, officeParty } from '../../../src/model/money/books.ts';
import { NEVER } from '../../../src/model/offices.ts';
import type { World } from '../../../src/model/world.ts';
import { copyOf } from '../../support/columns.ts';
import { checkMoney } from '../../support/conserved.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

/** Worth 40 more starts a year per 100 people; proven, with a set-up of 300 and nothing to run. */
const terms = {
  level: 'office',
  evidence: 'proven',
  setUp: { fixed: 300 },
  expects: { jobStart: 40 },
  review: 4,
  delay: 3,
};
const club = (more: Patch = {}): Patch => ({ interventions: { club: { ...terms, ...more } } });
const money = (start: number): Patch => ({
  offices: { north: { cash: { start } }, south: { cash: { start } } },
});
const price = (amount: number): Patch => ({
  incentives: { joining: null, lasting: null, start: { amount } },
});
const hazard = (formula: string): Patch => ({
  pathway: { transitions: { findsWork: { hazard: formula } } },
});
const run = (...patches: Patch[]): World => runSmall(openSmall(...patches));
const state = (world: World) => world.interventions!;
const adoptedIn = (...patches: Patch[]): number[] => [...state(run(...patches)).adoptedAt[0]];
const kindsIn = (...patches: Patch[]) => state(run(...patches)).additionality[0];

describe('adoption of interventions', () => {
  it('happens for a reward with money upfront, and not without either', () => {
    expect(adoptedIn(club(), money(1e6), price(0))).toEqual([-1, -1]);
    expect(adoptedIn(club(), money(-50000), price(3000))).toEqual([-1, -1]);
    expect(kindsIn(club(), money(50000), price(0))).toEqual([undefined, undefined]);
    const found = run(club(), money(50000), price(3000));
    for (const week of state(found).adoptedAt[0]) {
      expect(week).toBeGreaterThan(0);
      expect(week % 4).toBe(0);
    }
    expect(state(found).additionality[0]).toEqual(['new', 'new']);
  });

  it('waits for money that comes late, and happens at once with money upfront', () => {
    const dear = club({ setUp: { fixed: 20000 }, priority: { fixed: 3000 } });
    const late: Patch = { incentives: { grant: { kind: 'blockGrant', amount: 10000, per: 'week' } } };
    const [poor] = adoptedIn(dear, money(-15000), late);
    const [rich] = adoptedIn(dear, money(50000), late);
    expect(rich).toBe(4);
    expect(poor).toBeGreaterThan(4);
  });

  it('is local where priority alone pays for it, and then needs no reward', () => {
    const own = club({ priority: { fixed: 20 } });
    expect(kindsIn(own, money(50000), price(0))).toEqual(['local', 'local']);
    expect(kindsIn(own, money(50000), price(3000))).toEqual(['local', 'local']);
    // 49 weeks of the year are left after the delay.
    expect(kindsIn(club({ priority: { fixed: 300 / 49 - 0.1 } }), money(50000), price(0))).toEqual([
      undefined,
      undefined,
    ]);
    expect(kindsIn(club({ priority: { fixed: 300 / 49 + 0.1 } }), money(50000), price(0))).toEqual([
      'local',
      'local',
    ]);
  });

  it('is believed by evidence, and by what single areas believe', () => {
    const by = (evidence: string, more: Patch = {}) =>
      adoptedIn(club({ evidence }), money(50000), price(55), more);
    const [proven, promising, unknown] = ['proven', 'promising', 'unknown'].map((each) => by(each)[0]);
    expect(proven).toBeGreaterThan(0);
    expect(promising < 0 || promising > proven).toBe(true);
    expect(unknown).toBe(-1);
    const pragmatic = { portfolio: { local: { north: { unknown: 0.9 } } } };
    expect(by('unknown', pragmatic)).toEqual([proven, -1]);
  });

  it('is seen as far as performance is managed', () => {
    const needing = club({ managementNeeded: 0.5 });
    const managed = (performanceManagement: number): Patch => ({
      offices: { north: { performanceManagement }, south: { performanceManagement: 0 } },
    });
    expect(adoptedIn(needing, money(50000), price(3000), managed(0))).toEqual([-1, -1]);
    const [north, south] = adoptedIn(needing, money(50000), price(3000), managed(0.5));
    expect([north > 0, south]).toEqual([true, -1]);
  });

  it('happens only while it is on offer', () => {
    const [week] = adoptedIn(club({ offered: { from: 9, until: 13 } }), money(50000), price(3000));
    expect(week).toBe(12);
    expect(adoptedIn(club({ offered: { from: 9, until: 12 } }), money(50000), price(3000))).toEqual([-1, -1]);
  });

  it('has the same local priority in every design and in any order, whatever else is on offer', () => {
    const spread = club({ priority: { fixed: 5, spread: 0.5 } });
    const luck = (...patches: Patch[]) =>
      Object.fromEntries(
        state(run(...patches)).names.map((name, k) => [name, [...state(run(...patches)).priorityLuck[k]]]),
      );
    const alone = luck(spread);
    const other = luck({ interventions: { other: terms } }, spread, price(1), money(5));
    expect(other.club).toEqual(alone.club);
    expect(other.other).not.toEqual(alone.club);
    expect(new Set(alone.club).size).toBe(2);
    expect(alone.club.every((each) => Number.isFinite(each))).toBe(true);
  });
});

describe('an area', () => {
  const city: Patch = { areas: { city: {} }, offices: { north: { area: 'city' }, south: { area: 'city' } } };
  const ofArea = (more: Patch = {}) => club({ level: 'area', ...more });

  it('decides for all its offices, which pay by their shares and pool what is fixed', () => {
    const sizes: Patch = { offices: { north: { share: 0.75 }, south: { share: 0.25 } } };
    const world = run(city, sizes, ofArea({ running: { fixed: 2, perShare: 4 } }), money(50000), price(3000));
    const { deciders, adoptedAt, runsFrom } = state(world);
    expect(deciders[0].map(({ name }) => name)).toEqual(['city']);
    expect(adoptedAt[0][0]).toBeGreaterThan(0);
    const account = world.books.open('adoption.club', 'cost', 'interventions');
    const all = 300 + 6 * (world.steps - runsFrom[0][0]);
    expect(world.books.flow(account, officeParty(0), OUTSIDE)).toBeCloseTo(0.75 * all, 8);
    expect(world.books.flow(account, officeParty(1), OUTSIDE)).toBeCloseTo(0.25 * all, 8);
    expect(state(world).paid[0][0]).toBeCloseTo(all, 8);
    checkMoney(world);
  });

  it('adopts what its offices are each too small for, since fixed costs pool', () => {
    const dear = { setUp: { fixed: 8000 } };
    const rich = [money(1e6), price(500)];
    expect(adoptedIn(club(dear), ...rich)).toEqual([-1, -1]);
    expect(adoptedIn(city, ofArea(dear), ...rich)[0]).toBeGreaterThan(0);
  });

  it('does not adopt where one of its offices has not its part of the money', () => {
    const world = run(city, ofArea(), price(3000), {
      offices: { north: { cash: { start: 1e6 } }, south: { cash: { start: -1e6 } } },
    });
    expect([...state(world).adoptedAt[0]]).toEqual([-1]);
  });
});

describe('what is planned', () => {
  const planned = (more: Patch = {}) => club({ planned: { north: 15, south: 0 }, expects: {}, ...more });

  it('runs from its week for clients and twins alike, and is paid then', () => {
    const world = run(planned({ running: { fixed: 7 } }), money(0), hazard('0.3 * club'));
    expect(state(world).additionality[0]).toEqual(['planned', 'running']);
    expect([...state(world).adoptedAt[0]]).toEqual([-1, -1]);
    expect([...state(world).runsFrom[0]]).toEqual([15, 0]);
    const account = world.books.open('adoption.club', 'cost', 'interventions');
    expect(world.books.flow(account, officeParty(0), OUTSIDE)).toBeCloseTo(300 + 7 * (world.steps - 15), 8);
    expect(world.books.flow(account, officeParty(1), OUTSIDE)).toBeCloseTo(7 * world.steps, 8);
    const event = world.names.events.indexOf('jobStart');
    expect(world.clients.firstEvent[event]).toEqual(world.twins.firstEvent[event]);
    const starts = (office: number) =>
      [...world.clients.firstEvent[event]].filter(
        (step, row) => step >= 0 && world.people.office[row] === office,
      );
    expect(Math.min(...starts(0))).toBe(15);
    expect(Math.min(...starts(1))).toBeLessThan(5);
  });

  it('counts as running before where it was planned for the start of the scheme', () => {
    const world = run(planned(), { portfolio: { schemeStart: 15 } });
    expect(state(world).additionality[0]).toEqual(['running', 'running']);
  });

  it('is brought forward for the reward of the weeks until then, without paying twice', () => {
    const world = run(
      planned({ expects: { jobStart: 40 }, planned: { north: 30, south: 30 }, running: { fixed: 1 } }),
      money(50000),
      price(3000),
    );
    expect(state(world).additionality[0]).toEqual(['accelerated', 'accelerated']);
    const [from] = state(world).runsFrom[0];
    expect(from).toBeLessThan(30);
    const account = world.books.open('adoption.club', 'cost', 'interventions');
    expect(world.books.flow(account, officeParty(0), OUTSIDE)).toBeCloseTo(300 + (world.steps - from), 8);
    checkMoney(world);
  });

  it('is left alone where the delay leaves nothing to gain, or nothing is paid', () => {
    const soon = planned({ expects: { jobStart: 40 }, planned: { north: 8, south: 8 }, delay: 7 });
    expect(kindsIn(soon, money(50000), price(3000))).toEqual(['planned', 'planned']);
    const later = planned({
      expects: { jobStart: 40 },
      planned: { north: 30, south: 30 },
      running: { fixed: 1 },
    });
    expect(kindsIn(later, money(50000), price(0))).toEqual(['planned', 'planned']);
  });
});

describe('an intervention that runs', () => {
  const working = [club(), money(50000), price(3000), hazard('0.3 * club')];

  it('changes hazards from the end of its delay on, for who has a place and who has none', () => {
    const world = run(...working, { pathway: { programme: { uptake: 0.5 } } });
    const { adoptedAt, runsFrom } = state(world);
    const event = world.names.events.indexOf('jobStart');
    const starts = world.clients.firstEvent[event];
    expect(world.twins.firstEvent[event].every((step) => step < 0)).toBe(true);
    let without = 0;
    for (const office of [0, 1]) {
      expect(runsFrom[0][office]).toBe(adoptedAt[0][office] + 1 + 3);
      const own = [...starts].filter((step, row) => step >= 0 && world.people.office[row] === office);
      expect(Math.min(...own)).toBe(runsFrom[0][office]);
    }
    starts.forEach((step, row) => {
      if (step >= 0 && world.service.attachedAt[row] < 0) without++;
    });
    expect(without).toBeGreaterThan(10);
  });

  it('takes the inflow of another whose expectations do not fall: street restorative justice and triage', () => {
    const street: Patch = {
      pathway: {
        stages: { known: {}, custody: {}, triaged: { final: true }, settled: { final: true } },
        transitions: {
          // In the order of the file: who is settled on the street never comes to custody.
          settles: {
            from: 'searching',
            to: 'settled',
            emits: 'settledOnStreet',
            hazard: '0.1 * restorative',
          },
          enters: { from: 'searching', to: 'custody', emits: 'arrest', hazard: '0.1' },
          triages: { from: 'custody', to: 'triaged', emits: 'diverted', hazard: '0.5 * triage' },
        },
      },
    };
    const both = (planned: Patch): Patch => ({
      interventions: {
        restorative: { level: 'office', planned },
        triage: { level: 'office', planned: { north: 0, south: 0 }, expects: { diverted: 50 } },
      },
    });
    const count = (world: World, name: string) =>
      world.clients.eventCount[world.names.events.indexOf(name)].reduce((sum, each) => sum + each, 0);
    const alone = run(street, both({}));
    const eaten = run(street, both({ north: 0, south: 0 }));
    expect(count(alone, 'diverted')).toBeGreaterThan(20);
    // Two hazards of 0.1 share those who leave: triage keeps about half, of 72 referrals.
    expect(count(eaten, 'diverted')).toBeLessThan(0.75 * count(alone, 'diverted'));
    expect(count(eaten, 'settledOnStreet')).toBeGreaterThan(10);
    const expected = (world: World) => world.phase.scenario.interventions.triage.expects;
    expect(expected(eaten)).toEqual(expected(alone));
  });

  it('leaves no trace where nobody adopts it, and none at all where there is none', () => {
    const without = run(money(100));
    const idle = run(money(100), club({ expects: {} }));
    for (const table of ['service', 'clients', 'twins', 'caseworkers', 'offices'] as const)
      expect(copyOf(idle[table])).toEqual(copyOf(without[table]));
    expect(idle.books.accounts).toEqual(without.books.accounts);
    expect(without.interventions).toBeUndefined();
  });

  it('is the same in days as in weeks, as far as steps can tell', () => {
    const terms = [club({ priority: { fixed: 20 }, running: { fixed: 7 } }), money(50000), price(0)];
    const weekly = run(...terms);
    const daily = run(...terms, { clock: { step: 'day' } });
    const paid = (world: World) => state(world).paid[0][0];
    expect(state(daily).adoptedAt[0][0]).toBe(7 * state(weekly).adoptedAt[0][0]);
    // Decided at the end of a step, and run from the next one on after the delay.
    expect(state(daily).runsFrom[0][0]).toBe(7 * 4 + 1 + 7 * 3);
    expect(state(weekly).runsFrom[0][0]).toBe(4 + 1 + 3);
    expect(Math.abs(paid(daily) - paid(weekly))).toBeLessThan(7);
    expect(state(daily).additionality).toEqual(state(weekly).additionality);
  });

  it('goes on over dated changes of its terms, which count from then on', () => {
    const cheaper: Patch = {
      timeline: {
        grant: { at: 10, set: { interventions: { club: { setUp: { fixed: 0 }, running: { fixed: 9 } } } } },
      },
    };
    const dear = club({ setUp: { fixed: 1e6 }, priority: { fixed: 20 } });
    expect(adoptedIn(dear, money(50000))).toEqual([-1, -1]);
    const world = run(dear, money(50000), cheaper);
    expect([...state(world).adoptedAt[0]]).toEqual([12, 12]);
    expect(state(world).paid[0][0]).toBeCloseTo(9 * (world.steps - 16), 8);
    expect(NEVER).toBeGreaterThan(1e9);
    expect(additionalities).toHaveLength(5);
  });
});
