import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/model/schema/scenario.ts';
import { Status } from '../../../src/model/service.ts';
import type { LoadedScenario } from '../../../src/scenario/index.ts';
import { simulateReplicate, type WeekOfField, watchDesign } from '../../../src/simulation/index.ts';
import { caseworkerTable, clientTable } from '../../../src/simulation/tables.ts';
import { randomPatch } from '../../support/randomScenario.ts';
import { openSmall } from '../../support/smallScenario.ts';
import { openBundled } from '../../support/whatIf.ts';

/** Runs a watched world to its end beside the usual run, and expects that both are the same. */
function expectSame(loaded: LoadedScenario<Scenario>, design: string, replicate: number): WeekOfField {
  const session = watchDesign(loaded, design, replicate);
  const last = session.runTo(session.weeks);
  expect(session.done).toBe(true);
  expect(last.week).toBe(session.weeks - 1);
  const options = { references: [], clientTable: true, designs: [design] };
  const [run] = simulateReplicate(loaded, replicate, options).designs;
  expect(clientTable(session.world)).toEqual(run.clients);
  expect(caseworkerTable(session.world)).toEqual(run.caseworkers);
  const fifths = (measure: string) =>
    [1, 2, 3, 4, 5].map(
      (fifth) => run.rows.find((row) => row.measure === measure && row.slice === `fifth=${fifth}`)?.value,
    );
  const close = (seen: Float64Array, told: (number | null | undefined)[]): void =>
    told.forEach((value, k) => {
      if (typeof value === 'number') expect(seen[k]).toBeCloseTo(value, 10);
      else expect(seen[k]).toBeNaN();
    });
  close(last.sums.hoursSoFar, fifths('hours.perClientWeek'));
  close(last.sums.parkedSoFar, fifths('parking.share'));
  return last;
}

describe('a world that is watched week by week', () => {
  it.each([
    ['activation-pilot', 0.02],
    ['work-programme', 0.03],
    ['first', 0.3],
    ['liaison-diversion', 0.1],
    ['strategic-outcomes', 0.1],
    ['joint-commissioning', 0.07],
    ['lessons/recording-against-seeing', 0.3],
  ])('ends as %s run by itself', (name, scale) => {
    const loaded = openBundled(name, [`scale=${scale}`]);
    const { designs } = loaded;
    for (const { id } of new Set([designs[0], designs[designs.length - 1]])) expectSame(loaded, id, 1);
  });

  it('ends as any other programme run by itself: openings, days, teams, duties, screening', () => {
    fc.assert(
      fc.property(randomPatch, (patch) => {
        const loaded = openSmall(patch);
        expectSame(loaded, loaded.designs[0].id, 2);
      }),
      { numRuns: 25, seed: 5 },
    );
  });

  it('tells of everybody every week, in order of need', () => {
    const session = watchDesign(openSmall(), 'base', 0);
    const { people } = session;
    expect([...people.need]).toEqual([...people.need].sort((a, b) => a - b));
    const statuses = new Set<number>();
    let hours = 0;
    let parked = 0;
    while (!session.done) {
      const seen = session.step();
      expect(seen.week).toBe(session.week);
      for (let place = 0; place < people.count; place++) {
        const referred = session.world.people.referredAt[people.row[place]] <= seen.week;
        expect(seen.status[place] === Status.future).toBe(!referred);
        expect(seen.weeksUnseen[place] >= 0).toBe(seen.status[place] === Status.attached);
        statuses.add(seen.status[place]);
        hours += seen.hours[place];
        // The small programme parks after six weeks; in a holding pattern a client is seen all the same.
        if (seen.parked[place] === 1) expect(seen.weeksUnseen[place]).toBeGreaterThanOrEqual(6);
      }
      parked += seen.sums.parked.reduce((sum, each) => sum + each, 0);
    }
    const { service } = session.world;
    expect(statuses.size).toBeGreaterThan(3);
    expect(parked).toBeGreaterThan(0);
    const given = service.contactHours.reduce((sum, each) => sum + each, 0);
    expect(hours / given).toBeCloseTo(1, 5);
    expect(session.placeOf(session.clientAt(7))).toBe(7);
    expect(session.placeOf('nobody')).toBe(-1);
  });

  it('refuses a design that there is not', () => {
    expect(() => watchDesign(openSmall(), 'other', 0)).toThrow('there is no design other');
  });
});
