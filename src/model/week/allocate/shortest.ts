import { inCrisis } from '../../people/crisis.ts';
import type { World } from '../../world.ts';

/** Shortest appointment of each claimant, where they differ; grows with the claimants. */
let own = new Float64Array(64);

/** Times the role's usual appointment that a client's takes: 1 + crisisLength in a crisis, else 1. */
export function lengthOf(world: World, role: number, row: number): number {
  const { crisisLength } = world.phase.roles[role];
  return crisisLength > 0 && inCrisis(world, row) ? 1 + crisisLength : 1;
}

/** Shortest appointment of the first `n` claimants: one number where it is the same for all. */
export function shortestOf(world: World, role: number, n: number): number | Float64Array {
  const { shortest, crisisLength } = world.phase.roles[role];
  if (crisisLength <= 0) return shortest;
  if (own.length < n) own = new Float64Array(2 * n);
  for (let i = 0; i < n; i++) own[i] = shortest * lengthOf(world, role, world.scratch.claimants[i]);
  return own;
}

/** Lengthens the hours that the first `n` claimants need by what a crisis adds. */
export function lengthenNeeded(world: World, role: number, n: number): void {
  if (world.phase.roles[role].crisisLength <= 0) return;
  const { needed, claimants } = world.scratch;
  for (let i = 0; i < n; i++) needed[i] *= lengthOf(world, role, claimants[i]);
}
