import { describe, expect, it } from 'vitest';
import { createObservers } from '../../src/measures/index.ts';
import type { World } from '../../src/model/world.ts';
import { simulateReplicate } from '../../src/simulation/index.ts';
import { columnsOf, copyOf } from '../support/columns.ts';
import { openSmall, type Patch, runSmall } from '../support/smallScenario.ts';

const plain = { references: [], clientTable: false };
const noResponse: Patch = {
  offices: {
    north: { pressure: { base: 0.3, response: 0 } },
    south: { pressure: { base: 0.3, response: 0 } },
  },
};
const refusing: Patch = { pathway: { programme: { refusal: { on: true, base: 1 } } } };

/** Everything that happened to people and caseworkers; money apart. */
const livesOf = ({ clients, twins, service, caseworkers }: World) =>
  [clients, twins, service, caseworkers].map((table) => copyOf(table));

describe('the same luck', () => {
  it('gives the same rows in every run of a replicate, and others in another replicate', () => {
    const loaded = openSmall(refusing);
    const options = { references: ['equalTime', 'needFirst', 'noService'] as const, clientTable: true };
    const first = simulateReplicate(loaded, 3, options);
    expect(simulateReplicate(loaded, 3, options)).toEqual(first);
    expect(simulateReplicate(openSmall(refusing), 3, options)).toEqual(first);
    expect(simulateReplicate(loaded, 4, options).designs[0].rows).not.toEqual(first.designs[0].rows);
  });

  it('gives two designs of one content the same rows, wherever they stand', () => {
    const designs = {
      one: {},
      other: { set: { incentives: { start: { amount: 10 } } } },
      same: { set: { incentives: { start: { amount: 1500 } } } },
    };
    const [one, other, same] = simulateReplicate(openSmall({ designs }), 0, plain).designs;
    expect(same.rows).toEqual(one.rows);
    expect(same.weekly).toEqual(one.weekly);
    expect(other.rows).not.toEqual(one.rows);
  });

  it('is not moved by what is measured', () => {
    const unseen = runSmall(openSmall());
    const loaded = openSmall();
    const seen = runSmall(loaded, {
      prepare: (world) => {
        const observers = createObservers(undefined, world, loaded.designs[0].scenario);
        world.observers.push((now) => observers.observe(now));
      },
    });
    expect(livesOf(seen)).toEqual(livesOf(unseen));
    const few = simulateReplicate(openSmall({ measures: { include: ['hours'] } }), 0, plain).designs[0].rows;
    const all = simulateReplicate(openSmall(), 0, plain).designs[0].rows;
    expect(few.length).toBeGreaterThan(0);
    expect(all).toEqual(expect.arrayContaining(few));
  });

  it('keeps designs equal until the week from which they differ', () => {
    const designs = {
      base: {},
      later: { from: 9, set: { incentives: { start: { amount: 9000 }, joining: null } } },
    };
    const loaded = openSmall({ designs });
    const weeks = [0, 1].map((design) => {
      const seen: unknown[] = [];
      const world = runSmall(loaded, {
        design,
        look: (now) =>
          seen.push([
            ...livesOf(now),
            now.books.accounts.map((_, account) => now.books.stepFlow(account, now.step)),
          ]),
      });
      return { seen, world };
    });
    expect(weeks[1].seen.slice(0, 9)).toEqual(weeks[0].seen.slice(0, 9));
    expect(weeks[1].seen[9]).not.toEqual(weeks[0].seen[9]);
    expect(livesOf(weeks[1].world)).not.toEqual(livesOf(weeks[0].world));
  });

  it('lets a dated change within a week begin with the next one', () => {
    const on = (at: number): Patch => ({
      timeline: { raise: { at, set: { incentives: { start: { amount: 9000 } } } } },
    });
    const [whole, broken, next] = [9, 8.5, 10].map((at) => livesOf(runSmall(openSmall(on(at)))));
    expect(broken).toEqual(whole);
    expect(next).not.toEqual(whole);
  });

  it('refuses dated changes that add or take away what has a name', () => {
    const late = (set: Patch): Patch => ({ timeline: { change: { at: 5, set } } });
    expect(() => openSmall(late({ activities: { club: {} } }))).toThrow(/other activities/);
    expect(() => openSmall(late({ activities: { course: null } }))).toThrow(/other activities/);
    expect(() => openSmall(late({ activities: { course: { emits: 'certificate' } } }))).toThrow(
      /other events/,
    );
    const offices = { north: { share: 0 }, west: { share: 0.5 } };
    expect(() => openSmall(late({ offices }))).toThrow(/other offices/);
    expect(() => openSmall(late({ activities: { course: { cost: 0 } } }))).not.toThrow();
  });
});

describe('fees', () => {
  const fees = (factor: number): Patch => ({
    incentives: {
      joining: { amount: 300 * factor },
      start: { amount: 1500 * factor, byGroup: { far: 4000 * factor } },
      lasting: { amount: 900 * factor },
    },
  });
  const plan = { jobStart: { share: 0.5, from: 1, to: 20 } };
  const planned: Patch = { offices: { north: { plan }, south: { plan } } };

  it('change no hour, decision or life where payoff counts nothing and pressure does not respond', () => {
    const off: Patch = { caseworkers: { motives: { payoff: 0 } } };
    const [none, much] = [0, 50].map((factor) =>
      runSmall(openSmall(off, noResponse, refusing, planned, fees(factor))),
    );
    expect(livesOf(much)).toEqual(livesOf(none));
    expect(new Set(none.service.status).size).toBeGreaterThan(3);
    expect(much.books.paidBy(0, 'fee')).toBeGreaterThan(1e6);
    expect(none.books.paidBy(0, 'fee')).toBe(0);
  });

  it('change them where payoff counts', () => {
    const [none, much] = [0, 50].map((factor) => runSmall(openSmall(noResponse, refusing, fees(factor))));
    expect(livesOf(much)).not.toEqual(livesOf(none));
  });

  it('and costs in another unit of money change nothing', () => {
    // A power of two only moves exponents, so that equality is exact.
    const unit = 128;
    const inUnit = (factor: number): Patch[] => [
      fees(factor),
      refusing,
      planned,
      {
        caseworkers: {
          roles: { adviser: { weeklyCost: 750 * factor }, broker: { weeklyCost: 700 * factor } },
        },
        activities: { coaching: { cost: 20 * factor }, course: { cost: 30 * factor } },
        pathway: { programme: { refusal: { placeCost: 800 * factor } } },
      },
    ];
    const [pounds, other] = [1, unit].map((factor) => runSmall(openSmall(...inUnit(factor))));
    expect(livesOf(other)).toEqual(livesOf(pounds));
    expect(other.books.paidBy(0)).toBe(unit * pounds.books.paidBy(0));
  });
});

describe('columns', () => {
  it('are found by the helper that the comparisons above rest on', () => {
    const world = runSmall(openSmall({ clock: { referralWeeks: 1 } }));
    expect(columnsOf(world.service).size).toBeGreaterThan(30);
    expect(columnsOf(world.clients).size).toBeGreaterThan(25);
  });
});
