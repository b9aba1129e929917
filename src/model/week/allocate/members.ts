import { fitClaimants } from '../../scratch.ts';
import type { World } from '../../world.ts';

/**
 * Orders the attached by caseworker, for one role: the clients of the w-th caseworker of the role are
 * `members[start[w] … start[w + 1] − 1]`, in order of row.
 */
export function groupByCaseworker(world: World, role: number): void {
  const { firstOfRole } = world.caseworkers;
  const first = firstOfRole[role];
  sortAttached(world, role, world.service.worker[role], first, firstOfRole[role + 1] - first);
}

/** Orders the attached by office in the same columns, for a role whose caseworkers are a team in each office. */
export function groupByOffice(world: World, role: number): void {
  sortAttached(world, role, world.service.office, 0, world.offices.count);
}

/**
 * A counting sort of the attached by `keys`, of which `first` is the smallest; negative ones are left out. Leaves the place of each
 * in `scratch.memberPlaces`, and room for the claimants of whoever has most.
 */
function sortAttached(
  { service, scratch }: World,
  role: number,
  keys: Int32Array | Uint8Array,
  first: number,
  count: number,
): void {
  const start = scratch.memberStart[role];
  const members = scratch.members[role];
  const { memberPlaces } = scratch;
  start.fill(0);
  for (let at = 0; at < service.attachedCount; at++) {
    const key = keys[service.attached[at]];
    if (key >= 0) start[key - first + 2]++;
  }
  let most = 0;
  for (let k = 2; k <= count + 1; k++) {
    if (start[k] > most) most = start[k];
    start[k] += start[k - 1];
  }
  fitClaimants(scratch, most);
  // start[k + 1] now is where the members of the k-th key begin; filling moves it to where they end.
  for (let at = 0; at < service.attachedCount; at++) {
    const row = service.attached[at];
    const key = keys[row];
    const place = key < 0 ? -1 : start[key - first + 1]++;
    memberPlaces[at] = place;
    if (place >= 0) members[place] = row;
  }
}
