import { buildDistribution } from '../../../random/index.ts';
import { MOST_HOLDERS, startingHabit } from '../../build/caseworkers.ts';
import { mixOf } from '../../build/posts.ts';
import { widenStaffRanges } from '../../formulas/ranges.ts';
import { motiveNames } from '../../staff/motives/registry.ts';
import { dispositionWeights } from '../../staff/weights.ts';
import type { World } from '../../world.ts';
import { turnToPayoff } from '../adapt/mission.ts';
import { newcomersKnowledge } from './knowledge.ts';

/**
 * Fills the posts whose time has come, where the office has the money if that is asked. A post that has had all the
 * holders that an id can tell apart stays vacant. Returns whether anybody has come.
 */
export function fillVacancies(world: World): boolean {
  const { caseworkers, offices, phase, step } = world;
  const { needsCash } = phase.scenario.caseworkers.staffing.hiring;
  let came = false;
  for (let worker = 0; worker < caseworkers.count; worker++) {
    if (caseworkers.present[worker] === 1 || step < caseworkers.vacantUntil[worker]) continue;
    if (needsCash && offices.cash[caseworkers.office[worker]] < 0) continue;
    if ((caseworkers.id[worker] & MOST_HOLDERS) === MOST_HOLDERS) continue;
    hire(world, worker);
    came = true;
  }
  return came;
}

/** A new holder: a person with an id, skill, chemistry and disposition of their own, fresh, with the habits of the start. */
function hire(world: World, worker: number): void {
  const { caseworkers, luck, names, offices, phase, step } = world;
  const { scenario } = phase;
  const role = caseworkers.role[worker];
  const roleName = names.roles[role];
  const id = caseworkers.id[worker] + 1;
  caseworkers.id[worker] = id;
  caseworkers.present[worker] = 1;
  caseworkers.roster.stale = true;
  caseworkers.since[worker] = step;
  caseworkers.vacantUntil[worker] = 0;
  caseworkers.skill[worker] = buildDistribution(scenario.caseworkers.roles[roleName].skill).quantile(
    luck.skill[role].uniform(id, 0),
  );
  caseworkers.chemistry[worker] = luck.chemistry[role].normal(id, 0);
  caseworkers.localKnowledge[worker] = newcomersKnowledge(phase);
  caseworkers.earnedKnowledge[worker] = 0;
  for (const practice of caseworkers.practice) practice[worker] = scenario.caseworkers.practice.newcomer;
  caseworkers.burnout[worker] = 0;
  const mix = mixOf(scenario, roleName, caseworkers.office[worker]);
  const disposition = drawName(mix, luck.hireDisposition.uniform(id, 0));
  caseworkers.disposition[worker] = names.dispositions.indexOf(disposition);
  const weights = dispositionWeights(disposition, scenario.caseworkers.dispositions);
  motiveNames.forEach((motive, m) => {
    caseworkers.weights[m][worker] = weights[motive];
  });
  turnToPayoff(world, worker, offices.missionDrift[caseworkers.office[worker]]);
  startingHabit(scenario).forEach((habit, activity) => {
    caseworkers.habit[activity][worker] = habit;
  });
  widenStaffRanges(world, worker);
}

/** The name at which a number in (0, 1) points when the names are laid side by side by their shares. */
function drawName(shares: Record<string, number>, u: number): string {
  const entries = Object.entries(shares).filter(([, share]) => share > 0);
  let left = u * entries.reduce((sum, [, share]) => sum + share, 0);
  for (const [name, share] of entries) {
    left -= share;
    if (left < 0) return name;
  }
  return entries[entries.length - 1][0];
}
