import { recordEvent } from './record/keep.ts';
import { Status } from './service.ts';
import { countTeams } from './staff/teams.ts';
import type { World } from './world.ts';

/**
 * An event in a client's life. The programme can claim it when the client is attached, and when it is on record: at
 * once, or after a caseworker has written it up. Offices are paid on claimed events, and on the first of a kind only
 * where the instrument says so.
 */
export function emitEvent(world: World, row: number, event: number): void {
  const { service, clients, step } = world;
  if (clients.firstEvent[event][row] < 0) clients.firstEvent[event][row] = step;
  if (clients.eventCount[event][row] < 255) clients.eventCount[event][row]++;
  const attached = service.status[row] === Status.attached;
  if (attached && service.hadFirst[event][row] < 0) service.hadFirst[event][row] = step;
  const cell = attached ? recordEvent(world, row, event) : -1;
  const first = cell >= 0 && service.claimedFirst[event][row] < 0;
  if (first) service.claimedFirst[event][row] = step;
  world.events.push(event, row, service.office[row], first, cell, attached);
}

/** Ends a client's attachment with the given status; habits of contact fade from now on. */
export function endAttachment(world: World, row: number, status: number): void {
  const { service, caseworkers } = world;
  service.status[row] = status;
  service.endedAt[row] = world.step;
  for (let role = 0; role < service.worker.length; role++) {
    const worker = service.worker[role][row];
    if (worker >= 0 && !world.phase.pooled) caseworkers.caseload[worker]--;
    service.worker[role][row] = -1;
  }
}

/** Takes everybody who is no longer attached out of the list of the attached, keeping its order. */
export function compactAttached(world: World): void {
  const { service } = world;
  let kept = 0;
  for (let at = 0; at < service.attachedCount; at++) {
    const row = service.attached[at];
    if (service.status[row] === Status.attached) service.attached[kept++] = row;
  }
  service.attachedCount = kept;
  if (world.phase.pooled) countTeams(world);
}
