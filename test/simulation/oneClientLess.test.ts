import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPeople } from '../../src/model/build/people.ts';
import { inSteps } from '../../src/model/inSteps.ts';
import { apart } from '../support/caseworkersApart.ts';
import { changedWithout, keyOf, reachedFrom, runWith, twinOf, without } from '../support/oneClient.ts';
import { openSmall } from '../support/smallScenario.ts';

describe('taking one client away', () => {
  it('changes nobody but other clients of the same caseworkers, in any programme without other ties', () => {
    const met = { one: 0, several: 0, touched: 0, untouched: 0 };
    fc.assert(
      fc.property(
        apart,
        fc.integer({ min: 0, max: 3 }),
        fc.array(fc.nat(), { minLength: 2, maxLength: 2 }),
        (patch, replicate, picks) => {
          const loaded = openSmall(patch);
          const people = buildPeople(inSteps(loaded.designs[0].scenario), keyOf(loaded), replicate);
          const all = runWith(loaded, people, replicate);
          for (const pick of picks) {
            const row = pick % people.count;
            const fewer = runWith(loaded, without(people, row), replicate);
            const reached = reachedFrom(all.workers, row);
            const changed = changedWithout(all, fewer, row);
            expect(changed.filter((each) => !reached.has(each))).toEqual([]);
            for (let each = 0; each < people.count; each++)
              if (each !== row)
                expect(twinOf(fewer, each > row ? each - 1 : each)).toEqual(twinOf(all, each));
            met[all.workers[row].filter((worker) => worker >= 0).length > 1 ? 'several' : 'one']++;
            met.touched += changed.length;
            met.untouched += people.count - reached.size;
          }
        },
      ),
      { numRuns: 14, seed: 17 },
    );
    // Nothing was shown where nobody could have changed, or nobody did.
    expect(Math.min(met.one, met.several)).toBeGreaterThan(5);
    expect(met.touched).toBeGreaterThan(100);
    expect(met.untouched).toBeGreaterThan(500);
  });
});
