import { describe, expect, it } from 'vitest';
import { cohortRows } from '../../../../src/measures/cohort.ts';
import { buildWorld, runWorld, Sharing, watchDesign } from '../../../../src/simulation/index.ts';
import { Tracer } from '../../../../src/simulation/watch/trace/tracer.ts';
import { pickRules } from '../../../../src/tables/trace.ts';
import { openSmall, type Patch } from '../../../support/smallScenario.ts';

const few: Patch = {
  caseworkers: { roles: { adviser: { hoursPerWeek: 4, mix: { entrepreneur: 1, caregiver: null } } } },
};
/** Courses that lock in: then some client has less than the twin. */
const locking: Patch = { activities: { coaching: { lockIn: 0.9 }, course: { lockIn: 0.9 } } };

/** All by the columns of a watched world and the weeks of its field, and nothing by tallies. */
function recount(patch: Patch) {
  const loaded = openSmall(few, patch);
  const [design] = loaded.designs;
  const session = watchDesign(loaded, 'base', 0);
  const { world, people } = session;
  const spell = new Array<number>(people.count).fill(0);
  const longest = new Array<number>(people.count).fill(0);
  const parked = new Array<number>(people.count).fill(0);
  while (!session.done) {
    const week = session.step();
    week.parked.forEach((how, place) => {
      const row = people.row[place];
      spell[row] = how > 0 ? spell[row] + 1 : 0;
      if (how > 0) parked[row]++;
      longest[row] = Math.max(longest[row], spell[row]);
    });
  }
  const main = session.names.events.indexOf('jobStart');
  const { service, clients, twins } = world;
  const had = (row: number) => clients.firstEvent[main][row] >= 0;
  const twinHad = (row: number) => twins.firstEvent[main][row] >= 0;
  const weights = Object.values(design.scenario.clients.barriers).map(({ weight }) => weight);
  const need = (of: typeof clients, row: number) =>
    weights.reduce((sum, weight, k) => sum + weight * of.barriers[k][row], 0);
  const { from, to } = cohortRows(world.people, design.scenario.measures.cohort, world.clock);
  const rows = Array.from({ length: to - from }, (_, at) => from + at).filter(
    (row) => service.attachedAt[row] >= 0,
  );
  const best = (list: number[], of: (row: number) => number) =>
    list.length === 0 ? undefined : list.reduce((top, row) => (of(row) > of(top) ? row : top));
  const fifth = (of: number) => rows.filter((row) => world.people.fifth[row] === of);
  const both = (row: number) => had(row) && twinHad(row);
  const harmed = rows.filter((row) => !had(row) && twinHad(row));
  const equal = buildWorld(design, new Sharing(loaded, 0).of(design), 'equalTime');
  runWorld(equal);
  const late = rows.filter((row) => !had(row) && equal.world.clients.firstEvent[main][row] >= 0);
  return {
    tracer: new Tracer(loaded, 'small', 'base', 0),
    found: {
      parked: best(
        fifth(4).filter((row) => longest[row] > 0),
        (row) => longest[row],
      ),
      creamed: best(fifth(0).filter(both), (row) => service.contactHours[row]),
      helped: best(
        rows.filter((row) => had(row) && !twinHad(row)),
        (row) => need(twins, row) - need(clients, row),
      ),
      lost: best(harmed.length > 0 ? harmed : late, (row) => parked[row]),
    },
    fitting: {
      parked: fifth(4).filter((row) => longest[row] > 0).length,
      lost: (harmed.length > 0 ? harmed : late).length,
    },
    way: harmed.length > 0 ? 'harm' : 'hours',
  };
}

describe('a telling case', () => {
  it.each([
    ['by hours alone', {}, 'hours'],
    ['where courses lock in', locking, 'harm'],
  ])('is whom a recount finds, %s', (_, patch, way) => {
    const { tracer, found, fitting, way: counted } = recount(patch);
    expect(counted).toBe(way);
    for (const rule of pickRules) expect([rule, tracer.pick(rule)?.row]).toEqual([rule, found[rule]]);
    expect(found.parked).toBeDefined();
    expect(found.lost).toBeDefined();
    expect(tracer.pick('parked')?.fitting).toBe(fitting.parked);
    expect(tracer.pick('lost')).toMatchObject({ fitting: fitting.lost, way });
  });

  it('is nobody where the rule fits nobody', () => {
    const loaded = openSmall({ pathway: { programme: { uptake: 0 } } });
    const tracer = new Tracer(loaded, 'small', 'base', 0);
    for (const rule of pickRules) expect(tracer.pick(rule)).toBeUndefined();
  });
});
