import { exp, expm1 } from '../../../random/index.ts';
import type { World } from '../../world.ts';

/**
 * Caseworkers leave: the rate of a post without strain × exp(burnout, wage gap and goal strain by their effects),
 * drawn by caseworker and step. Returns whether anybody has left.
 */
export function leavePosts(world: World): boolean {
  const { caseworkers, luck, phase, step } = world;
  const { base, period, burnoutEffect, wageEffect, strainEffect } =
    phase.scenario.caseworkers.staffing.turnover;
  if (base <= 0) return false;
  let left = false;
  for (let worker = 0; worker < caseworkers.count; worker++) {
    if (caseworkers.present[worker] === 0) continue;
    const hours = caseworkers.strainHours[worker];
    const strain = hours > 0 ? caseworkers.strain[worker] / hours : 0;
    const push =
      burnoutEffect * caseworkers.burnout[worker] +
      wageEffect * phase.roles[caseworkers.role[worker]].wageGap +
      strainEffect * strain;
    const chance = -expm1((-base / period) * exp(push));
    if (luck.turnover.uniform(caseworkers.id[worker], step) >= chance) continue;
    vacate(world, worker);
    left = true;
  }
  return left;
}

/** Empties a post: the leaver takes skill, trust and local knowledge along. Clients are handed over by the caller. */
function vacate(world: World, worker: number): void {
  const { caseworkers, luck, names, offices, phase, step } = world;
  const { lag, spread, wageEffect } = phase.scenario.caseworkers.staffing.hiring;
  const role = caseworkers.role[worker];
  const u = luck.hireDelay.uniform(caseworkers.id[worker], 0);
  const longer = Math.max(0, 1 + wageEffect * phase.roles[role].wageGap);
  caseworkers.present[worker] = 0;
  caseworkers.roster.stale = true;
  for (const duty of world.duties) duty.leaves?.(worker);
  caseworkers.vacantUntil[worker] = step + lag * (1 + spread * (2 * u - 1)) * longer;
  caseworkers.leavers[role * offices.count + caseworkers.office[worker]]++;
  const cell = role * names.dispositions.length + caseworkers.disposition[worker];
  caseworkers.formerStrain[cell] += caseworkers.strain[worker];
  caseworkers.formerStrainHours[cell] += caseworkers.strainHours[worker];
  caseworkers.strain[worker] = 0;
  caseworkers.strainHours[worker] = 0;
}
