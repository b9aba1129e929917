import { describe, expect, it } from 'vitest';
import { buildPeople } from '../../src/model/build/people.ts';
import { inSteps } from '../../src/model/inSteps.ts';
import type { People } from '../../src/model/people/people.ts';
import type { World } from '../../src/model/world.ts';
import { checkClients, checkHours, checkMoney, checkNumbers, checkRecords } from '../support/conserved.ts';
import { everyDuty, withDuties } from '../support/duties.ts';
import { eventful, inTeams } from '../support/eventful.ts';
import {
  changedWithout,
  keyOf,
  reachedFrom,
  runWith,
  type Seen,
  twinOf,
  withOneMore,
  without,
} from '../support/oneClient.ts';
import { openSmall, type Patch } from '../support/smallScenario.ts';

/** Eight caseworkers of one role, so that clients of an office are no ring by themselves. */
const alone: Patch = { caseworkers: { roles: { adviser: { posts: 8, fullLoad: 4 }, broker: { posts: 0 } } } };
const keyed: Patch = { caseworkers: { assignment: 'keyed' } };
const plan = { jobStart: { share: 0.5, from: 1, to: 9 } };
const respond = (response: number): Patch => ({
  offices: {
    north: { pressure: { base: 0.2, response }, plan },
    south: { pressure: { base: 0.2, response }, plan },
  },
});
const leavers: Patch = {
  caseworkers: { staffing: { turnover: { base: 1, strainEffect: 2 }, hiring: { lag: 2 } } },
};
const short: Patch = {
  pathway: { transitions: { findsWork: { openings: 'jobs' } } },
  world: { openings: { jobs: { perWeek: 'constant(1)' } } },
};

/** What ties the clients of one caseworker to those of another, each alone and all at once. */
const ties: [string, Patch[]][] = [
  ['clients who go to whoever has fewest', [alone, respond(0)]],
  ['pressure that answers to results', [alone, keyed, respond(2)]],
  ['caseworkers who leave, and hand over', [alone, keyed, respond(0), leavers]],
  ['fewer openings than people who are ready', [alone, keyed, respond(0), short]],
  ['teams that have their clients together', [alone, inTeams, respond(0)]],
  ['all of these and duties', [eventful, respond(2), leavers, short, withDuties(everyDuty)]],
];

const startsOf = ({ clients, names }: World): number =>
  clients.eventCount[names.events.indexOf('jobStart')].reduce((sum, each) => sum + each, 0);

/** Runs people and checks at every step and at the end that nobody, no hour and no money is lost or made. */
function conserved(loaded: ReturnType<typeof openSmall>, people: People): Seen & { starts: number[] } {
  const starts: number[] = [];
  let before = 0;
  const seen = runWith(loaded, people, 0, (world) => {
    checkClients(world);
    checkHours(world);
    checkRecords(world);
    const now = startsOf(world);
    // −1 where openings sufficed.
    starts.push(world.threshold[0] < Number.POSITIVE_INFINITY ? now - before : -1);
    before = now;
  });
  checkNumbers(seen.world);
  checkMoney(seen.world);
  expect(seen.world.service.attachedCount).toBe(0);
  return { ...seen, starts };
}

describe.each(ties)('with %s', (_, patches) => {
  const loaded = openSmall(...patches, {
    clock: { referralWeeks: 10, followUp: 15 },
    measures: { horizon: 1, window: 1 },
  });
  const scenario = inSteps(loaded.designs[0].scenario);
  const people = buildPeople(scenario, keyOf(loaded), 0);
  const all = conserved(loaded, people);
  const more = [2, 7].map((step) => withOneMore(scenario, keyOf(loaded), 0, people, step).people);
  const worlds = [...[8, 20, 33].map((row) => without(people, row)), ...more];

  it('a client less or more leaves people, hours and money conserved', () => {
    let ran = 0;
    let bothShort = 0;
    for (const others of worlds) {
      const other = conserved(loaded, others);
      expect(other.world.people.count - people.count).toBe(ran++ < 3 ? -1 : 1);
      for (const [step, starts] of other.starts.entries()) {
        if (starts < 0 || all.starts[step] < 0) continue;
        // Openings that ran out in both worlds: whoever is away leaves one to somebody else, and none is lost.
        expect(starts).toBe(all.starts[step]);
        bothShort++;
      }
    }
    if (patches.includes(short)) expect(bothShort).toBeGreaterThan(10);
    else expect(bothShort).toBe(0);
  });

  it('a client less moves others than those of the same caseworkers', () => {
    // The tests of programmes without ties would see it if there were any.
    const beyond = [8, 20, 33].flatMap((row) => {
      const fewer = runWith(loaded, without(people, row));
      const reached = reachedFrom(all.workers, row);
      if (!patches.includes(short))
        for (let each = 0; each < people.count; each++)
          if (each !== row) expect(twinOf(fewer, each > row ? each - 1 : each)).toEqual(twinOf(all, each));
      return changedWithout(all, fewer, row).filter((each) => !reached.has(each));
    });
    expect(beyond.length).toBeGreaterThan(0);
  });
});
