import { emitEvent } from '../../emit.ts';
import type { BoundKernel } from '../../formulas/gather.ts';
import { BLOCK } from '../../scratch.ts';
import { Contact } from '../../service.ts';
import type { World } from '../../world.ts';

/**
 * Screens the attached for a role whose caseworkers see only who is ready, or does not count any more: 1 in
 * `scratch.ready`.
 */
export function screen(world: World, role: number, readiness: BoundKernel): void {
  const { scratch, service, clients, phase } = world;
  const { ready, block } = scratch;
  const bar = phase.roles[role].screening?.bar ?? 0;
  for (let from = 0; from < service.attachedCount; from += BLOCK) {
    const n = Math.min(BLOCK, service.attachedCount - from);
    readiness.evaluate(service.attached, from, n, block);
    for (let at = 0; at < n; at++) {
      const row = service.attached[from + at];
      ready[row] = block[at] >= bar || phase.stageCounts[clients.stage[row]] === 0 ? 1 : 0;
    }
  }
}

/**
 * Writes to `claimants` who claims hours among the members from `from` to `to`: not met by a rule or a colleague in this
 * step, in a stage that claims, and ready where that is `screened`; who is not is passed back. Returns how many they are.
 */
export function findClaimants(
  world: World,
  role: number,
  from: number,
  to: number,
  screened: boolean,
): number {
  const { scratch, service, clients, phase, step } = world;
  const members = scratch.members[role];
  const { claimants, places, ready } = scratch;
  const contact = service.contact[role];
  const { stage } = clients;
  const { claim, screening } = phase.roles[role];
  let n = 0;
  for (let at = from; at < to; at++) {
    const row = members[at];
    if (contact[row] !== Contact.none) continue;
    if (claim[stage[row]] <= 0) continue;
    if (screened && ready[row] === 0) {
      if (service.passedBackUntil[row] > step) continue;
      service.passedBackUntil[row] = step + Math.max(1, screening?.backWeeks ?? 1);
      emitEvent(world, row, world.passedBack);
      continue;
    }
    claimants[n] = row;
    places[n++] = at;
  }
  return n;
}

/**
 * Writes to `claimants` whom the caseworker would choose among with free hands: everybody in a stage that claims, met by
 * a rule or not, but for whom a colleague of the team has seen in this step. Returns how many they are.
 */
export function findAll(world: World, role: number, worker: number, from: number, to: number): number {
  const { scratch, service, clients, phase } = world;
  const members = scratch.members[role];
  const { claimants, places } = scratch;
  const contact = service.contact[role];
  const workerOf = service.worker[role];
  const { stage } = clients;
  const { claim } = phase.roles[role];
  let n = 0;
  for (let at = from; at < to; at++) {
    const row = members[at];
    const taken = contact[row] !== Contact.none && workerOf[row] !== worker;
    if (taken || claim[stage[row]] <= 0) continue;
    claimants[n] = row;
    places[n++] = at;
  }
  return n;
}
