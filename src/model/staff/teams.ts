import type { World } from '../world.ts';
import { rosterOf } from './roster.ts';

/**
 * Where clients belong to teams (`assignment: pooled`): counts the clients of each office and shares them evenly over the
 * present caseworkers of each role there. Done before hours are divided and after anybody has left.
 */
export function countTeams(world: World): void {
  const { caseworkers, offices, service, names } = world;
  const { caseload, teamLoad } = caseworkers;
  const { rows, start } = rosterOf(world);
  caseload.fill(0);
  teamLoad.fill(0);
  for (let at = 0; at < service.attachedCount; at++) teamLoad[service.office[service.attached[at]]]++;
  // The first role's cells have counted for all roles; they are overwritten last.
  for (let role = names.roles.length - 1; role >= 0; role--) {
    for (let office = 0; office < offices.count; office++) {
      const team = role * offices.count + office;
      const present = start[team + 1] - start[team];
      teamLoad[team] = present === 0 ? 0 : teamLoad[office] / present;
      for (let at = start[team]; at < start[team + 1]; at++) caseload[rows[at]] = teamLoad[team];
    }
  }
}

/** Caseload of who has the client in a role: of the caseworker, or of each one of the team; 0 without anybody. */
export function loadOf({ phase, caseworkers, offices, service }: World, role: number, row: number): number {
  if (phase.pooled) return caseworkers.teamLoad[role * offices.count + service.office[row]];
  const worker = service.worker[role][row];
  return worker < 0 ? 0 : caseworkers.caseload[worker];
}

/** Takes the last holder of vacant posts off the clients whom they saw last: teams hand nobody over. */
export function forgetAbsent({ service, caseworkers }: World): void {
  for (const workerOf of service.worker) {
    for (let at = 0; at < service.attachedCount; at++) {
      const row = service.attached[at];
      if (workerOf[row] >= 0 && caseworkers.present[workerOf[row]] === 0) workerOf[row] = -1;
    }
  }
}
