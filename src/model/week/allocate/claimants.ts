import { emitEvent } from '../../emit.ts';
import type { BoundKernel } from '../../formulas/gather.ts';
import { BLOCK } from '../../scratch.ts';
import { Contact } from '../../service.ts';
import type { World } from '../../world.ts';

/**
 * Writes to `claimants` who claims hours among the members from `from` to `to`: not met by a rule or a colleague in this
 * step, in a stage that claims, and ready where that is asked; who is not is passed back. Returns how many they are.
 */
export function findClaimants(
  world: World,
  role: number,
  from: number,
  to: number,
  readiness: BoundKernel | undefined,
): number {
  const { scratch, service, clients, phase, step } = world;
  const members = scratch.members[role];
  const claimants = scratch.claimants;
  const { claim, screening } = phase.roles[role];
  let n = 0;
  for (let at = from; at < to; at++) {
    const row = members[at];
    if (service.contact[role][row] !== Contact.none) continue;
    if (claim[clients.stage[row]] <= 0) continue;
    claimants[n++] = row;
  }
  if (screening === undefined || readiness === undefined || world.division !== 'scenario') return n;
  let kept = 0;
  for (let from = 0; from < n; from += BLOCK) {
    const block = Math.min(BLOCK, n - from);
    readiness.evaluate(claimants, from, block, scratch.block);
    for (let at = 0; at < block; at++) {
      const row = claimants[from + at];
      if (scratch.block[at] >= screening.bar || phase.stageCounts[clients.stage[row]] === 0) {
        claimants[kept++] = row;
      } else if (service.passedBackUntil[row] <= step) {
        service.passedBackUntil[row] = step + Math.max(1, screening.backWeeks);
        emitEvent(world, row, world.passedBack);
      }
    }
  }
  return kept;
}

/**
 * Writes to `claimants` whom the caseworker would choose among with free hands: everybody in a stage that claims, met by
 * a rule or not, but for whom a colleague of the team has seen in this step. Returns how many they are.
 */
export function findAll(world: World, role: number, worker: number, from: number, to: number): number {
  const { scratch, service, clients, phase } = world;
  const members = scratch.members[role];
  const { claim } = phase.roles[role];
  let n = 0;
  for (let at = from; at < to; at++) {
    const row = members[at];
    const taken = service.contact[role][row] !== Contact.none && service.worker[role][row] !== worker;
    if (!taken && claim[clients.stage[row]] > 0) scratch.claimants[n++] = row;
  }
  return n;
}
