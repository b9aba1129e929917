import { divideByPriority } from '../../allocation/priority.ts';
import type { Line } from '../../allocation/waterline.ts';
import type { World } from '../../world.ts';

/**
 * A reference world's division of one caseworker's hours among the first `n` claimants of the scratch columns: in the
 * order of `scratch.appeal`, largest first, all hours in equal appointments, ties by the claimants' keys.
 */
export function divideInTurn(world: World, role: number, n: number, hours: number, line: Line): void {
  const { scratch } = world;
  const shortest = world.phase.roles[role].shortest;
  const places = Math.min(n, shortest > 0 ? Math.floor(hours / shortest) : n);
  for (let i = 0; i < n; i++) scratch.needed[i] = places > 0 ? hours / places : 0;
  // Half an appointment less than the hours, so that rounding cannot open a place too many.
  const given = places > 0 ? (hours / places) * (places - 0.5) : 0;
  divideByPriority(
    scratch.appeal,
    scratch.ties,
    n,
    given,
    scratch.needed,
    scratch.hours,
    scratch.order,
    line,
  );
  for (let i = 0; i < n; i++) if (scratch.hours[i] > 0) scratch.hours[i] = scratch.needed[i];
}

/** Steps since the last real contact of the first `n` claimants, to `appeal`: the queue of the equal-time world. */
export function lookAtWaits({ scratch, service, step }: World, role: number, n: number): void {
  for (let i = 0; i < n; i++) scratch.appeal[i] = step - service.lastRealOfRole[role][scratch.claimants[i]];
}
