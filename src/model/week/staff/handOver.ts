import { leastLoaded, mostLoaded, presentCount, rosterOf } from '../../staff/roster.ts';
import type { World } from '../../world.ts';
import { groupByCaseworker } from '../allocate/members.ts';

/**
 * Hands the clients of some caseworkers of a role over to the present ones of the clients' office, each to the one
 * with fewest clients, equal ones by the client's key. Where nobody is present they wait without a caseworker.
 */
export function handOverOf(world: World, role: number, leaves: (worker: number) => boolean): void {
  const { service } = world;
  const workerOf = service.worker[role];
  for (let at = 0; at < service.attachedCount; at++) {
    const row = service.attached[at];
    const from = workerOf[row];
    if (from < 0 || !leaves(from)) continue;
    giveTo(world, role, row, successorOf(world, role, row));
    loseTrust(world, role, row);
  }
}

/** Gives clients who wait without a caseworker of the role to those who are present in their office. */
export function assignWaiting(world: World, role: number): void {
  const { service } = world;
  for (let at = 0; at < service.attachedCount; at++) {
    const row = service.attached[at];
    if (service.worker[role][row] < 0) giveTo(world, role, row, successorOf(world, role, row));
  }
}

/**
 * Newcomers of this step take clients over from the most loaded colleagues of their office, until their caseloads
 * differ by less than two. Which clients of a colleague go is drawn by their keys.
 */
export function evenOut(world: World, role: number): void {
  const { caseworkers, offices, step } = world;
  groupByCaseworker(world, role);
  const { rows, start } = rosterOf(world);
  for (let office = 0; office < offices.count; office++) {
    const from = start[role * offices.count + office];
    const newcomers = rows
      .subarray(from, from + presentCount(world, role, office))
      .filter((worker) => caseworkers.since[worker] === step);
    while (newcomers.length > 0) {
      const donor = mostLoaded(world, role, office);
      const receiver = leastOf(caseworkers.caseload, newcomers);
      if (caseworkers.caseload[donor] - caseworkers.caseload[receiver] < 2) break;
      const row = drawnClient(world, role, donor);
      if (row < 0) break;
      giveTo(world, role, row, receiver);
      loseTrust(world, role, row);
    }
  }
}

function leastOf(caseload: Float64Array, workers: Int32Array): number {
  return workers.reduce((least, worker) => (caseload[worker] < caseload[least] ? worker : least));
}

/** Of the clients whom a caseworker had at the last grouping and still has, the one with the smallest draw; −1 if none. */
function drawnClient(world: World, role: number, worker: number): number {
  const { service, scratch, luck, people, caseworkers, step } = world;
  const members = scratch.members[role];
  const place = worker - caseworkers.firstOfRole[role];
  const to = scratch.memberStart[role][place + 1];
  let smallest = 1;
  let chosen = -1;
  for (let at = scratch.memberStart[role][place]; at < to; at++) {
    const row = members[at];
    if (service.worker[role][row] !== worker) continue;
    const draw = luck.assignment[role].uniform(people.id[row], step);
    if (draw >= smallest) continue;
    smallest = draw;
    chosen = row;
  }
  return chosen;
}

function successorOf(world: World, role: number, row: number): number {
  const { luck, people, service, step } = world;
  return leastLoaded(world, role, service.office[row], luck.assignment[role].uniform(people.id[row], step));
}

/** Changes a client's caseworker of a role; −1 for nobody. */
function giveTo({ service, caseworkers }: World, role: number, row: number, to: number): void {
  const from = service.worker[role][row];
  if (from >= 0) caseworkers.caseload[from]--;
  if (to >= 0) caseworkers.caseload[to]++;
  service.worker[role][row] = to;
}

/** Trust is in the person in part: it goes with a caseworker whose contact had built it. */
function loseTrust({ service, phase, caseworkers }: World, role: number, row: number): void {
  caseworkers.handovers[role]++;
  if (!phase.roles[role].movesBarriers) return;
  service.trust[row] *= 1 - phase.scenario.caseworkers.staffing.handover.trustLoss;
}
