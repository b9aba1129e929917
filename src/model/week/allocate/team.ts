import { rosterOf } from '../../staff/roster.ts';
import type { World } from '../../world.ts';

/**
 * Orders the present caseworkers of a role and office by a draw of caseworker and step, into the scratch column `team`:
 * nobody is always the first to choose. Returns how many they are.
 */
export function orderTeam(world: World, role: number, office: number): number {
  const { caseworkers, offices, luck, scratch, step } = world;
  const { rows, start } = rosterOf(world);
  const from = start[role * offices.count + office];
  const count = start[role * offices.count + office + 1] - from;
  const { team, teamDraws } = scratch;
  for (let n = 0; n < count; n++) {
    const worker = rows[from + n];
    const draw = luck.teamOrder.uniform(caseworkers.id[worker], step);
    let at = n;
    for (; at > 0 && teamDraws[at - 1] > draw; at--) {
      team[at] = team[at - 1];
      teamDraws[at] = teamDraws[at - 1];
    }
    team[at] = worker;
    teamDraws[at] = draw;
  }
  return count;
}
