import { inSteps } from '../../model/inSteps.ts';
import type { Lives } from '../../model/people/lives.ts';
import type { Scenario } from '../../model/schema/scenario.ts';
import type { World } from '../../model/world.ts';
import type { ResolvedDesign } from '../../scenario/index.ts';
import { buildWorld, type Shared } from '../build.ts';
import { beginTwins, beginWorld, type Course } from '../run.ts';
import { type TakeStep, type Watched, WatchedAllocation } from './watchedAllocation.ts';

/** A world that runs as it would by itself, looked at from its first step on, with the twins' lives beside it. */
export interface WatchedCopy {
  readonly world: World;
  readonly allocation: WatchedAllocation;
  /** Twins as they are at this step, where lives that were lived before show how they end. */
  readonly twins: Lives;
  /** The world in which twins live: the same one, or where they are shared one of their own. */
  readonly twinWorld: World;
  readonly done: boolean;
  step(): void;
  finish(): void;
}

/** Begins the world of a design once more. Every copy runs the same, whatever is watched in it. */
export function beginCopy(
  design: ResolvedDesign<Scenario>,
  shared: Shared,
  watched: Watched = () => false,
  take: TakeStep = () => {},
): WatchedCopy {
  const built = buildWorld(design, shared);
  const { world } = built;
  const allocation = new WatchedAllocation(world, watched, take);
  const course = beginWorld(built, allocation);
  const twins = world.twinsShared ? twinsAlone(design, shared) : undefined;
  return {
    world,
    allocation,
    twins: twins?.world.twins ?? world.twins,
    twinWorld: twins?.world ?? world,
    get done() {
      return course.done;
    },
    step() {
      twins?.step();
      course.step();
    },
    finish: () => course.finish(),
  };
}

/** The twins' lives, to be lived again step by step. */
function twinsAlone(design: ResolvedDesign<Scenario>, shared: Shared): Course {
  return beginTwins(buildWorld(design, { ...shared, twins: undefined }));
}

/** The scenario of a design as its worlds have it. */
export const scenarioInSteps = (design: ResolvedDesign<Scenario>): Scenario => inSteps(design.scenario);
