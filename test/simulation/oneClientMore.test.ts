import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPeople, clientId } from '../../src/model/build/people.ts';
import { inSteps } from '../../src/model/inSteps.ts';
import type { People } from '../../src/model/people/people.ts';
import { simulateReplicate } from '../../src/simulation/index.ts';
import { apart } from '../support/caseworkersApart.ts';
import {
  changedWithout,
  keyOf,
  lifeOf,
  reachedFrom,
  runWith,
  twinOf,
  withOneMore,
  without,
} from '../support/oneClient.ts';
import { openSmall, type Patch } from '../support/smallScenario.ts';

/** People less what depends on everybody: the ranks of need, by which alone measures tell fifths. */
function unranked({ fifth: _, needRank: __, ...own }: People): Omit<People, 'fifth' | 'needRank'> {
  return own;
}

describe('one client more', () => {
  it('is exactly one life more, whenever the client comes', () => {
    let came = 0;
    fc.assert(
      fc.property(apart, fc.nat(), fc.integer({ min: 0, max: 3 }), (patch, when, replicate) => {
        const loaded = openSmall(patch);
        const scenario = inSteps(loaded.designs[0].scenario);
        const people = buildPeople(scenario, keyOf(loaded), replicate);
        const step = when % scenario.clock.referralWeeks;
        const { people: more, row } = withOneMore(scenario, keyOf(loaded), replicate, people, step);
        expect(unranked(without(more, row))).toEqual(unranked(people));
        const longer = runWith(loaded, more, replicate);
        const shorter = runWith(loaded, people, replicate);
        const reached = reachedFrom(longer.workers, row);
        expect(changedWithout(longer, shorter, row).filter((each) => !reached.has(each))).toEqual([]);
        for (let each = 0; each < people.count; each++)
          expect(twinOf(shorter, each)).toEqual(twinOf(longer, each >= row ? each + 1 : each));
        if (longer.world.service.attachedAt[row] >= 0) came++;
      }),
      { numRuns: 15, seed: 18 },
    );
    expect(came).toBeGreaterThan(8);
  });

  it('has the life that was drawn, whoever else is there', () => {
    // Nobody else in the service: the same client alone and in the crowd has the same twin and, unserved, the same life.
    const unserved: Patch = { pathway: { programme: { uptake: 0 } } };
    const loaded = openSmall(unserved);
    const scenario = inSteps(loaded.designs[0].scenario);
    const people = buildPeople(scenario, keyOf(loaded), 0);
    const { people: more, row } = withOneMore(scenario, keyOf(loaded), 0, people, 5);
    let alone = more;
    for (let each = more.count - 1; each >= 0; each--) if (each !== row) alone = without(alone, each);
    const crowd = runWith(loaded, more);
    const one = runWith(loaded, alone);
    expect(alone.count).toBe(1);
    expect(lifeOf(one, 0)).toEqual(lifeOf(crowd, row));
    expect(twinOf(one, 0)).toEqual(twinOf(crowd, row));
  });

  it('comes of a scenario that refers one more, in the last week', () => {
    // 12 weeks of 6 and a twelfth: 73 people, of whom the last is new.
    const table = (value: number): (readonly number[])[] => {
      const loaded = openSmall({ clients: { referrals: { value } }, caseworkers: { assignment: 'keyed' } });
      const [{ clients }] = simulateReplicate(loaded, 0, { references: [], clientTable: true }).designs;
      // Fifths are of everybody's need.
      return clients!.filter(({ name }) => name !== 'fifth').map(({ data }) => [...data]);
    };
    const [fewer, more] = [table(6), table(6 + 1 / 12)];
    const [ids, ...own] = more;
    expect(ids).toEqual([...fewer[0], clientId(11, 6)]);
    // The new one comes last: all others but those of the same caseworkers have their lines as they were.
    const line = (columns: typeof own, at: number) => columns.map((column) => column[at]);
    const same = fewer[0].filter((_, at) => `${line(own, at)}` === `${line(fewer.slice(1), at)}`);
    expect(same.length).toBeGreaterThan(36);
    expect(own.every((column) => column.length === 73)).toBe(true);
  });
});
