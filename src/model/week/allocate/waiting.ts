import type { World } from '../../world.ts';

/** Hours that are less than this are rounding. */
const ROUNDING = 1e-9;

/**
 * Counts who claims hours before any are divided, by role and office: those attached in a stage that claims the role,
 * new ones included. Caseworkers at work are counted by `countAtWork` while hours are divided.
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

/** Counts a caseworker as at work for those who wait, where any hours are left after duties that are taken first. */
export function countAtWork({ caseworkers, offices }: World, worker: number, hours: number): void {
  if (hours > ROUNDING)
    caseworkers.atWork[caseworkers.role[worker] * offices.count + caseworkers.office[worker]]++;
}
