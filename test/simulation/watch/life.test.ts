import { describe, expect, it } from 'vitest';
import { Status } from '../../../src/model/service.ts';
import { Parked, simulateReplicate, type TableColumn, watchDesign } from '../../../src/simulation/index.ts';
import type { Life, LifeEntry } from '../../../src/tables/life.ts';
import { openSmall, type Patch } from '../../support/smallScenario.ts';

/** Many things that can happen in a life: fees of all kinds, required and token contacts, screening, leavers, openings. */
const eventful: Patch = {
  clock: { referralWeeks: 5, followUp: 30 },
  clients: { crisis: { onset: 0.05 } },
  rules: { visit: { role: 'adviser', every: 10 } },
  caseworkers: {
    roles: {
      adviser: { formOnly: 0.3, hoursPerWeek: 6 },
      broker: { screening: { on: true } },
    },
    staffing: { turnover: { base: 1 }, hiring: { lag: 2 } },
  },
  incentives: { contacts: { kind: 'activityFee', role: 'adviser', amount: 12 } },
  pathway: { programme: { refusal: { on: true, base: 1 } } },
};
const scarce: Patch = {
  pathway: { transitions: { findsWork: { openings: 'jobs' } } },
  world: { openings: { jobs: { perWeek: 'poisson(0.7)' } } },
};
/** A day's hours must do for an appointment. */
const inDays: Patch = {
  ...eventful,
  clock: { step: 'day', referralWeeks: 3, followUp: 30 },
  caseworkers: {
    ...(eventful.caseworkers as Patch),
    roles: { adviser: { hoursPerWeek: 25, formOnly: 0.3, fullLoad: 4 }, broker: { screening: { on: true } } },
  },
};

const ofKind = <K extends LifeEntry['kind']>(life: Life, kind: K) =>
  life.entries.filter((entry): entry is Extract<LifeEntry, { kind: K }> => entry.kind === kind);

describe('the life of a client', () => {
  it('has as many weeks parked as the field shows', () => {
    const session = watchDesign(openSmall(eventful, { measures: { parkedAfter: 3 } }), 'base', 0);
    const { count } = session.people;
    const parked = new Array<number>(count).fill(0);
    while (!session.done) {
      const week = session.step();
      week.parked.forEach((how, place) => {
        if (how !== Parked.no) parked[place]++;
      });
    }
    const told = Array.from({ length: count }, (_, place) => session.lifeOf(place).weeksParked);
    expect(told).toEqual(parked);
    expect(Math.max(...told)).toBeGreaterThan(3);
  });

  it.each([
    ['with openings for all', eventful],
    ['with scarce openings', { ...eventful, ...scarce }],
    ['in days', inDays],
  ])('agrees with the tables of the run, %s', (_, patch) => {
    const loaded = openSmall(patch);
    const session = watchDesign(loaded, 'base', 0);
    session.runTo(session.weeks);
    const options = { references: [], clientTable: true };
    const [{ clients }] = simulateReplicate(loaded, 0, options).designs;
    const { world, people } = session;
    const column = (name: string, row: number): number =>
      clients!.find((each: TableColumn) => each.name === name)!.data[row];
    const money: Record<string, number> = {};
    const kinds = new Set<string>();
    for (let place = 0; place < people.count; place++) {
      const row = people.row[place];
      const life = session.lifeOf(place);
      expect(life.client).toBe(session.clientAt(place));
      for (const { kind } of life.entries) kinds.add(kind);
      const weeks = life.entries.map(({ week }) => week);
      expect(weeks).toEqual([...weeks].sort((a, b) => a - b));
      expect(ofKind(life, 'referred')[0].week).toBe(column('referredWeek', row));
      for (const event of world.names.events) {
        const first = (list: { event: string; week: number }[]): number =>
          list.find((each) => each.event === event)?.week ?? -1;
        expect(first(ofKind(life, 'event')), event).toBe(column(`first.${event}`, row));
        expect(first(life.twin), event).toBe(column(`twin.first.${event}`, row));
      }
      const hours = life.hours.reduce((sum, each) => sum + each, 0);
      expect(hours).toBeCloseTo(world.service.contactHours[row], 5);
      const seen = ofKind(life, 'seen').filter(({ role }) => role === 'adviser');
      expect(seen.reduce((sum, each) => sum + each.hours, 0)).toBeCloseTo(hours, 5);
      for (const { account, amount } of ofKind(life, 'paid')) money[account] = (money[account] ?? 0) + amount;
      expect(life.stages.at(-1)).toBe(
        world.service.status[row] === Status.future ? '' : world.names.stages[world.clients.stage[row]],
      );
    }
    for (const account of ['joining', 'start', 'lasting', 'contacts']) {
      const at = world.books.accounts.findIndex(({ name }) => name === account);
      const paid = Array.from({ length: world.names.offices.length }, (_, office) =>
        world.books.flow(at, 0, 2 + office),
      ).reduce((sum, each) => sum + each, 0);
      expect(money[account] ?? 0, account).toBeCloseTo(paid, 6);
    }
    for (const kind of ['caseworker', 'crisis', 'event', 'followedTo', 'paid', 'referred', 'seen', 'unseen'])
      expect(kinds).toContain(kind);
  });

  it('gives the reason of weeks out of sight: the motive that was missing', () => {
    // Only money counts, and only the near group brings any.
    const greedy: Patch = {
      caseworkers: {
        dispositions: { greedy: { payoff: 1 } },
        beliefs: { priceSalience: 1 },
        roles: { adviser: { mix: { entrepreneur: null, caregiver: null, greedy: 1 }, hoursPerWeek: 4 } },
      },
      offices: {
        north: { performanceManagement: 1 },
        south: { performanceManagement: 1 },
      },
      incentives: { joining: null, lasting: null, start: { amount: 2000, byGroup: { far: 0 } } },
    };
    const session = watchDesign(openSmall(greedy), 'base', 0);
    let told = 0;
    for (let place = 0; place < session.people.count; place++) {
      const life = session.lifeOf(place);
      for (const spell of ofKind(life, 'unseen')) {
        if (spell.role !== 'adviser' || spell.underLine === null) continue;
        told++;
        const { appeal, least, missing, own, served, money, servedMoney } = spell.underLine;
        expect(appeal).toBeLessThan(least);
        expect(own).toBeLessThan(served);
        if (life.person.group !== 'far') continue;
        expect(missing).toBe('payoff');
        expect([own, money]).toEqual([0, 0]);
        expect(servedMoney).toBeGreaterThan(0);
      }
    }
    expect(told).toBeGreaterThan(10);
  });
});
