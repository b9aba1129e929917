import { strikeShocks } from '../model/outside/shocks.ts';
import { copyLife } from '../model/people/lives.ts';
import { Status } from '../model/service.ts';
import type { Allocation } from '../model/week/allocate/allocate.ts';
import { strikeCrises } from '../model/week/arrive.ts';
import { liveTwins } from '../model/week/outcomes/outcomes.ts';
import { bindWeek } from '../model/week/plan.ts';
import { driftBarriers } from '../model/week/work.ts';
import type { World } from '../model/world.ts';
import type { BuiltWorld } from './build.ts';

/** A world under way: `step` until it is `done`, then `finish`. */
export interface Course {
  readonly world: World;
  /** Whether all its steps are run. */
  readonly done: boolean;
  /** Runs the next step; `world.step` stays at it until the one after. */
  step(): void;
  /** Closes the run after its last step. */
  finish(): void;
}

/** Begins a world, which can then be run step by step. Hours may be divided by an allocation that is looked at. */
export function beginWorld({ world, phases }: BuiltWorld, allocation?: Allocation): Course {
  const week = bindWeek(world, phases, allocation);
  return courseOf(
    world,
    () => {
      for (const step of week) step();
    },
    () => takeTwinsLives(world),
  );
}

/** Runs a world to its end, or until `stop` says so after a week. */
export function runWorld(built: BuiltWorld, stop?: (world: World) => boolean): void {
  const course = beginWorld(built);
  while (!course.done) {
    course.step();
    if (stop?.(course.world)) return;
  }
  course.finish();
}

/**
 * Begins the twins' lives alone: without scarcity of openings they depend on no design, and are lived once a replicate for
 * all. Only phases of the world outside matter, and those are the base's.
 */
export function beginTwins({ world, phases }: BuiltWorld): Course {
  const { people } = world;
  world.phase = phases[0].model;
  const { followUp } = world.phase.scenario.clock;
  return courseOf(world, () => {
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
  });
}

/** Lives the twins' lives to their end. */
export function runTwins(built: BuiltWorld): void {
  const course = beginTwins(built);
  while (!course.done) course.step();
  course.finish();
}

function courseOf(world: World, runStep: () => void, close?: () => void): Course {
  let next = 0;
  return {
    world,
    get done() {
      return next >= world.steps;
    },
    step() {
      world.step = next++;
      runStep();
    },
    finish() {
      world.step = world.steps;
      close?.();
    },
  };
}

/** Whoever had no place has lived as the twin did. */
function takeTwinsLives(world: World): void {
  if (!world.othersAsTwins) return;
  const { service, twins, clients, people } = world;
  for (let row = 0; row < people.count; row++)
    if (service.attachedAt[row] < 0 && service.status[row] !== Status.prevented)
      copyLife(twins, clients, row);
}
