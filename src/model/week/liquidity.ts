import type { World } from '../world.ts';

/**
 * How far an office's money at hand falls short of the reserve that it wants, as a share of the reserve: 0 with the
 * reserve in full, 1 with nothing at hand, more in the red. The reserve is so many times the costs of the last whole week;
 * where it is nothing, any red counts as 1. `reserveSteps` is that many weeks as steps.
 */
export function liquidityShortfall({ offices, clock }: World, office: number, reserveSteps: number): number {
  const reserve = (reserveSteps * offices.lastWeekCost[office]) / clock.stepsPerWeek;
  const cash = offices.cash[office];
  if (reserve <= 0) return cash < 0 ? 1 : 0;
  return Math.max(0, 1 - cash / reserve);
}
