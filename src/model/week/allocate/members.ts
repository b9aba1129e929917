import type { World } from '../../world.ts';

/**
 * Orders the attached by caseworker (a counting sort), for one role: the clients of the w-th caseworker of
 * the role are `members[start[w] … start[w + 1] − 1]`, in order of row.
 */
export function groupByCaseworker(world: World, role: number): void {
  const { service, caseworkers, scratch } = world;
  const firstWorker = caseworkers.firstOfRole[role];
  const workers = caseworkers.firstOfRole[role + 1] - firstWorker;
  const start = scratch.memberStart[role];
  const members = scratch.members[role];
  const workerOf = service.worker[role];
  start.fill(0);
  for (let at = 0; at < service.attachedCount; at++) {
    const worker = workerOf[service.attached[at]];
    if (worker >= 0) start[worker - firstWorker + 2]++;
  }
  for (let w = 2; w <= workers + 1; w++) start[w] += start[w - 1];
  // start[w + 1] now is where the w-th caseworker's clients begin; filling moves it to where they end.
  for (let at = 0; at < service.attachedCount; at++) {
    const row = service.attached[at];
    const worker = workerOf[row];
    if (worker >= 0) members[start[worker - firstWorker + 1]++] = row;
  }
}
