import { cashOf } from '../money/cash.ts';
import type { World } from '../world.ts';

/** Share of expected rewards that an office sees: its performance management over what is needed, at most 1. */
export function seenShare(world: World, office: number, managementNeeded: number): number {
  const { performanceManagement } = Object.values(world.phase.scenario.offices)[office];
  return managementNeeded > 0 ? Math.min(1, performanceManagement / managementNeeded) : 1;
}

/** Whether an office has the money at hand now. */
export const hasMoney = (world: World, office: number, cost: number): boolean =>
  cashOf(world, office) >= cost;
