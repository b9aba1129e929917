import type { Scenario } from '../schema/scenario.ts';
import type { World } from '../world.ts';

/**
 * How far an intervention works in each office now, in [0, 1]: 0 before it runs, then what the partners that it needs
 * deliver, by their weights; 1 where it needs none. Twins live under the planned course, with what partners deliver at
 * the start: under nothing that a design brings about.
 */
export function levelOf(world: World, intervention: number, twin: boolean, out: Float64Array): Float64Array {
  const state = world.interventions;
  if (state === undefined) return out;
  // Where nobody is served, nothing is adopted, and partners change nothing.
  const asPlanned = twin || world.division === 'noService';
  const from = asPlanned ? state.plannedFrom[intervention] : state.runsFrom[intervention];
  const deciderOf = state.deciderOf[intervention];
  for (let office = 0; office < deciderOf.length; office++) {
    const runs = world.step >= from[deciderOf[office]];
    out[office] = runs ? qualityOf(world, intervention, world.areas.ofOffice[office], asPlanned) : 0;
  }
  return out;
}

/** Σ weight × delivered effort over the partners that it needs, weights summing to 1. */
function qualityOf(
  { interventions, partnership, phase }: World,
  intervention: number,
  area: number,
  asPlanned: boolean,
): number {
  const { needs } = Object.values(phase.scenario.interventions)[intervention];
  const weights = needWeightsOf(needs, partnership?.names ?? []);
  const delivered = asPlanned ? interventions?.deliveredAtStart : partnership?.delivered;
  if (weights === undefined || delivered === undefined) return 1;
  return weights.reduce((sum, weight, i) => sum + weight * delivered[area * weights.length + i], 0);
}

/** [partner] what an intervention needs of each, summing to 1; undefined where it needs nobody. */
export function needWeightsOf(
  needs: Readonly<Record<string, number>>,
  partners: readonly string[],
): number[] | undefined {
  const weights = partners.map((name) => needs[name] ?? 0);
  const sum = weights.reduce((a, b) => a + b, 0);
  return sum > 0 ? weights.map((weight) => weight / sum) : undefined;
}

/** Whether something that a design brings about reaches people without a place: their lives then differ from their twins’. */
export function reachesEverybody({ interventions }: Scenario): boolean {
  return Object.keys(interventions).length > 0;
}
