import type { World } from '../world.ts';

/** The variable that is 1 while a shock is on, such as `shockSlump`. */
export const shockVariable = (name: string): string => `shock${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/**
 * Draws the shocks of the step, each by its name and the step alone, so that they are the same in every design and
 * come for clients and twins alike. A shock is on for its weeks from the last time that it struck.
 */
export function strikeShocks(world: World): void {
  const { luck, step, shockUntil } = world;
  Object.values(world.phase.scenario.world.shocks).forEach(({ chance, weeks }, index) => {
    if (luck.shocks[index].uniform(0, step) < chance)
      shockUntil[index] = Math.max(shockUntil[index], step + weeks);
  });
}

/** Whether a shock is on at the step under way. */
export const shockIsOn = ({ shockUntil, step }: World, index: number): boolean => shockUntil[index] > step;

/** What the shocks that are on leave of the openings of every pool. */
export function shockedOpenings(world: World): number {
  let left = 1;
  Object.values(world.phase.scenario.world.shocks).forEach(({ openings }, index) => {
    if (shockIsOn(world, index)) left *= openings;
  });
  return left;
}
