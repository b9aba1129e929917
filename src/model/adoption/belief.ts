import type { World } from '../world.ts';

/** How far an area believes in an intervention: by its evidence, and by what evaluations have found since. */
export function beliefIn({ areas, interventions, phase }: World, intervention: number, area: number): number {
  const { belief, local } = phase.scenario.portfolio;
  const { evidence } = Object.values(phase.scenario.interventions)[intervention];
  const first = local[areas.names[area]]?.[evidence] ?? belief[evidence];
  const moved = interventions?.learning?.moved[intervention][area] ?? 0;
  return moved === 0 ? first : Math.min(1, Math.max(0, first + moved));
}
