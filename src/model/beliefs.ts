import { expm1, log1p } from '../random/index.ts';
import { groupTraits } from './formulas/gather.ts';
import type { TransitionModel } from './phase.ts';
import { BLOCK } from './scratch.ts';
import type { World } from './world.ts';

/** Steps of apparent need in a table of beliefs. */
const STEPS = 256;

/**
 * B(A) of one transition for one group, tabulated over apparent need in [0, 1]: the believed worth of the
 * chance within the horizon, B = P(1 − insight × P), P = 1 − (1 − p̂)^horizon. Traits enter with the
 * weight of what caseworkers know of groups.
 */
export interface BeliefTable {
  /** [group × (steps + 1) + step of A] */
  worth: Float64Array;
}

/** Worth B of a believed weekly chance. */
export function worthOfChance(chance: number, horizon: number, insight: number): number {
  if (chance <= 0) return 0;
  const within = chance >= 1 ? 1 : -expm1(horizon * log1p(-chance));
  return within * (1 - insight * within);
}

/**
 * Tabulates a transition's belief if it hangs on appearance and traits alone; undefined if it needs more,
 * and is then evaluated for each claimant.
 */
export function tabulateBelief(world: World, transition: TransitionModel): BeliefTable | undefined {
  const { clients, caseworkers } = world.phase.scenario;
  const kernel = transition.believed;
  const traits = Object.keys(clients.traits);
  if (!kernel.variables.every((name) => name === 'appearance' || traits.includes(name))) return undefined;
  const { horizon, insight } = caseworkers.beliefs;
  const appearance = Float64Array.from({ length: STEPS + 1 }, (_, at) => at / STEPS);
  const out = new Float64Array(BLOCK);
  const worth = new Float64Array(world.names.groups.length * (STEPS + 1));
  for (let group = 0; group < world.names.groups.length; group++) {
    const inputs = kernel.variables.map((name) =>
      name === 'appearance' ? appearance : knownTrait(world, name, group),
    );
    if (kernel.constant === undefined) kernel.evaluate(STEPS + 1, inputs, out);
    else out.fill(kernel.constant);
    for (let at = 0; at <= STEPS; at++)
      worth[group * (STEPS + 1) + at] = worthOfChance(out[at], horizon, insight);
  }
  return { worth };
}

/** Reads the table of a group between its steps. */
export function readBelief({ worth }: BeliefTable, group: number, appearance: number): number {
  const at = appearance * STEPS;
  const below = at >= STEPS ? STEPS - 1 : at | 0;
  const first = group * (STEPS + 1) + below;
  return worth[first] + (at - below) * (worth[first + 1] - worth[first]);
}

/** A trait as caseworkers know it: g × own group's + (1 − g) × mean over the referred. */
export function knownTrait(world: World, trait: string, group: number): number {
  const values = groupTraits(world, trait);
  const { groupShares } = world.references;
  const known = world.phase.scenario.caseworkers.beliefs.groupKnowledge;
  let mean = 0;
  for (let index = 0; index < values.length; index++) mean += groupShares[index] * values[index];
  return known * values[group] + (1 - known) * mean;
}
