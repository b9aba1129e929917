import { strikeShocks } from '../model/outside/shocks.ts';
import { copyLife } from '../model/people/lives.ts';
import { Status } from '../model/service.ts';
import { strikeCrises } from '../model/week/arrive.ts';
import { liveTwins } from '../model/week/outcomes/outcomes.ts';
import { bindWeek } from '../model/week/plan.ts';
import { driftBarriers } from '../model/week/work.ts';
import type { World } from '../model/world.ts';
import type { BuiltWorld } from './build.ts';

/** Runs a world to its end, or until `stop` says so after a week. */
export function runWorld({ world, phases }: BuiltWorld, stop?: (world: World) => boolean): void {
  const week = bindWeek(world, phases);
  for (world.step = 0; world.step < world.steps; world.step++) {
    for (const step of week) step();
    if (stop?.(world)) return;
  }
  if (!world.othersAsTwins) return;
  const { service, twins, clients, people } = world;
  for (let row = 0; row < people.count; row++)
    if (service.attachedAt[row] < 0 && service.status[row] !== Status.prevented)
      copyLife(twins, clients, row);
}

/**
 * Lives the twins' lives to their end: without scarcity of openings they depend on no design, and are lived
 * once a replicate for all. Only phases of the world outside matter, and those are the base's.
 */
export function runTwins({ world, phases }: BuiltWorld): void {
  const { people, steps } = world;
  world.phase = phases[0].model;
  const { followUp } = world.phase.scenario.clock;
  for (world.step = 0; world.step < steps; world.step++) {
    world.windowFrom = people.firstOfStep[Math.max(0, world.step - followUp)];
    world.windowTo = people.firstOfStep[world.step + 1];
    for (let row = people.firstOfStep[world.step]; row < world.windowTo; row++)
      world.twins.stageSince[row] = world.step;
    world.twinRows.from = world.windowFrom;
    world.twinRows.to = world.windowTo;
    strikeCrises(world);
    strikeShocks(world);
    driftBarriers(world, world.twins, true);
    liveTwins(world);
  }
}
