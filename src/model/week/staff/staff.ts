import { handOverRecords } from '../../record/keep.ts';
import { forgetAbsent } from '../../staff/teams.ts';
import type { World } from '../../world.ts';
import { assignWaiting, evenOut, handOverOf } from './handOver.ts';
import { fillVacancies } from './hire.ts';
import { learnThePlace } from './knowledge.ts';
import { leavePosts } from './leave.ts';

/**
 * Staff of the week, before anybody joins: who has left, who begins, and where their clients and records go. Caseworkers do
 * not change within a week, so that all that is counted of a week belongs to who did it. Nobody leaves before
 * the first week.
 */
export function changeStaff(world: World): void {
  if (world.step === 0) return;
  learnThePlace(world);
  const left = leavePosts(world);
  const came = fillVacancies(world);
  if (!left && !came) return;
  if (world.phase.pooled) forgetAbsent(world);
  else moveClients(world, left, came);
  handOverRecords(world);
}

/** Clients of leavers go to colleagues, and those who wait or are too many to newcomers. */
function moveClients(world: World, left: boolean, came: boolean): void {
  const { caseworkers, names } = world;
  for (let role = 0; role < names.roles.length; role++) {
    if (left) handOverOf(world, role, (worker) => caseworkers.present[worker] === 0);
    if (!came) continue;
    assignWaiting(world, role);
    if (world.phase.scenario.caseworkers.staffing.handover.redistribute) evenOut(world, role);
  }
}
