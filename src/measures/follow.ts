import type { Lives } from '../model/people/lives.ts';
import type { People } from '../model/people/people.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import { Status } from '../model/service.ts';
import type { World } from '../model/world.ts';

/** Steps after referral over which lives are compared: `measures.window`, or the follow-up if that is shorter. */
export function comparedSteps(scenario: Scenario): number {
  return Math.min(scenario.measures.window, scenario.clock.followUp);
}

/** Whether an event happened in a life within so many steps of referral, the step of referral being the first. */
export function happenedWithin(
  lives: Lives,
  people: People,
  event: number,
  row: number,
  steps: number,
): boolean {
  return isWithin(lives.firstEvent[event][row], people.referredAt[row], steps);
}

/** The same of a step in which the event happened first, −1 if it never did. */
export function isWithin(step: number, referredAt: number, steps: number): boolean {
  return step >= 0 && step - referredAt < steps;
}

/** The last step in which the client's life is followed. */
export function lastFollowed(world: World, followUp: number, row: number): number {
  return Math.min(world.steps - 1, world.people.referredAt[row] + followUp);
}

// Loops over everybody at the end of a run read the column itself: they run before V8 has compiled them, and calls are dear then.
export const wasAttached = (world: World, row: number): boolean => world.service.attachedAt[row] >= 0;

/** Whether the client was referred: prevention did not come before, nor the end of the run. */
export const wasReferred = ({ service, people, steps }: World, row: number): boolean =>
  service.status[row] !== Status.prevented && people.referredAt[row] < steps;

/** Whether the client wanted a place: was attached, or was refused one. */
export function wantedPlace(world: World, row: number): boolean {
  return wasAttached(world, row) || world.service.status[row] === Status.refused;
}

export const NOBODY_ATTACHED = 'nobody was attached';
export const NO_CLAIM_WEEKS = 'no client-week attached and without outcome';
