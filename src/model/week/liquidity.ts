import type { World } from '../world.ts';

/**
 * How far an office's money at hand falls short of the reserve that it wants, as a share of the reserve: 0 with the
 * reserve in full, 1 with nothing at hand, more in the red. The reserve is so many weeks of the last step's costs;
 * where it is nothing, any red counts as 1.
 */
export function liquidityShortfall({ offices }: World, office: number, reserveWeeks: number): number {
  const reserve = reserveWeeks * offices.cost[office];
  const cash = offices.cash[office];
  if (reserve <= 0) return cash < 0 ? 1 : 0;
  return Math.max(0, 1 - cash / reserve);
}
