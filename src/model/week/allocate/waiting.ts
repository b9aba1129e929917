import type { World } from '../../world.ts';

/**
 * Counts who claims hours before any are divided, by role and office: those attached in a stage that claims the role,
 * new ones included. Caseworkers at work are counted while hours are divided.
 */
export function countWaiting({ caseworkers, offices, service, clients, phase }: World): void {
  const { waiting, atWork } = caseworkers;
  waiting.fill(0);
  atWork.fill(0);
  for (let role = 0; role < phase.roles.length; role++) {
    const { claim } = phase.roles[role];
    const first = role * offices.count;
    for (let at = 0; at < service.attachedCount; at++) {
      const row = service.attached[at];
      if (claim[clients.stage[row]] > 0) waiting[first + service.office[row]]++;
    }
  }
}
