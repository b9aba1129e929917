import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../../src/model/schema/scenario.ts';
import type { LoadedScenario } from '../../../../src/scenario/index.ts';
import { buildWorld, runWorld, Sharing, simulateReplicate } from '../../../../src/simulation/index.ts';
import { beginCopy } from '../../../../src/simulation/watch/copy.ts';
import { LifeWitness } from '../../../../src/simulation/watch/trace/lifeWitness.ts';
import { RoleLooks } from '../../../../src/simulation/watch/trace/roleLooks.ts';
import { Tracer } from '../../../../src/simulation/watch/trace/tracer.ts';
import { copyOf } from '../../../support/columns.ts';
import { eventful, inDays, inTeams, scarce } from '../../../support/eventful.ts';
import { randomPatch } from '../../../support/randomScenario.ts';
import { openSmall } from '../../../support/smallScenario.ts';

/** Runs the world of the first design with and without somebody who looks on, and expects all columns to be equal. */
function expectSame(loaded: LoadedScenario<Scenario>, replicate: number): void {
  const [design] = loaded.designs;
  const shared = new Sharing(loaded, replicate).of(design);
  const built = buildWorld(design, shared);
  runWorld(built);
  const copy = beginCopy(
    design,
    shared,
    (role, worker) => {
      looks.look(role, copy.allocation);
      // Everybody is watched, so that whatever a look could move would be moved.
      return worker >= 0;
    },
    (role, _, step) => looks.take(role, step),
  );
  const row = Math.floor(copy.world.people.count / 2);
  const looks = new RoleLooks(copy.world, row);
  const witness = new LifeWitness(copy, row);
  while (!copy.done) {
    looks.forget();
    witness.forget();
    copy.step();
    witness.tell(false);
    looks.tell(copy.allocation);
  }
  copy.finish();
  for (const part of ['clients', 'twins', 'service', 'caseworkers', 'offices', 'people'] as const)
    expect(copyOf(copy.world[part]), part).toEqual(copyOf(built.world[part]));
}

describe('a run that is traced', () => {
  it.each([
    ['with openings for all', [eventful]],
    ['with scarce openings', [eventful, scarce]],
    ['in days', [eventful, inDays]],
    ['in teams', [eventful, inTeams]],
  ])('ends as it would by itself, %s', (_, patches) => {
    expectSame(openSmall(...patches), 1);
  });

  it('ends as it would by itself, whatever the programme', () => {
    fc.assert(
      fc.property(randomPatch, (patch) => expectSame(openSmall(patch), 2)),
      { numRuns: 20, seed: 8 },
    );
  });

  it('gives the tables of a run, to the last byte, before and after', () => {
    const loaded = openSmall(eventful);
    const run = () => JSON.stringify(simulateReplicate(loaded, 0, { references: [], clientTable: true }));
    const before = run();
    const tracer = new Tracer(loaded, 'small', 'base', 0);
    const first = JSON.stringify(tracer.client(7));
    JSON.stringify(tracer.caseworker(0));
    for (const rule of ['parked', 'creamed', 'helped', 'lost'] as const) tracer.pick(rule);
    expect(run()).toBe(before);
    expect(JSON.stringify(tracer.client(7))).toBe(first);
  });
});
