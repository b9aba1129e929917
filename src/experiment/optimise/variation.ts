import { decisions, drawStream, pow, type SeedKey } from '../../random/index.ts';

/** One coordinate of a place, from 0 to 1. The parts of a listed one without an order are all as near to each other. */
export interface Gene {
  unordered: boolean;
}

/** How near children stay to their parents; the larger, the nearer. The values of Deb and others (2002). */
const CROSSOVER_INDEX = 15;
const MUTATION_INDEX = 20;
const CROSSOVER_CHANCE = 0.9;

/** What tells the draws of one pair of children from all others. */
export interface Breeding {
  key: SeedKey;
  generation: number;
  attempt: number;
}

/**
 * Two children of two places: simulated binary crossover within bounds (Deb and Agrawal 1995), then polynomial mutation of
 * one coordinate in each on average (Deb and Goyal 1996). Each coordinate is swapped between them in half of all cases, where
 * nothing crosses as well; those without an order are only swapped and drawn anew.
 */
export function breed(
  parents: readonly [readonly number[], readonly number[]],
  genes: readonly Gene[],
  breeding: Breeding,
): [number[], number[]] {
  const children: [number[], number[]] = [[...parents[0]], [...parents[1]]];
  const { key, generation, attempt } = breeding;
  const crosses =
    drawStream(key, generation, decisions.searchCrossover).uniform(attempt, 0) < CROSSOVER_CHANCE;
  for (const [k, { unordered }] of genes.entries()) {
    const draw = drawStream(key, generation, decisions.searchCrossover, k + 1);
    if (crosses && draw.uniform(attempt, 0) < 0.5) cross(children, k, unordered, draw.uniform(attempt, 1));
    // Which child has which half is luck, or one would always have the lower ones.
    if (draw.uniform(attempt, 2) < 0.5) [children[0][k], children[1][k]] = [children[1][k], children[0][k]];
  }
  for (const [c, child] of children.entries()) {
    for (const [k, { unordered }] of genes.entries()) {
      const draw = drawStream(key, generation, decisions.searchMutation, k);
      if (draw.uniform(attempt, 2 * c) >= 1 / genes.length) continue;
      const luck = draw.uniform(attempt, 2 * c + 1);
      child[k] = unordered ? luck : mutated(child[k], luck);
    }
  }
  return children;
}

function cross([one, other]: [number[], number[]], k: number, unordered: boolean, luck: number): void {
  const low = Math.min(one[k], other[k]);
  const high = Math.max(one[k], other[k]);
  if (unordered || high - low < 1e-14) return;
  const spread = (room: number) => {
    const alpha = 2 - pow(1 + (2 * room) / (high - low), -(CROSSOVER_INDEX + 1));
    return pow(luck <= 1 / alpha ? luck * alpha : 1 / (2 - luck * alpha), 1 / (CROSSOVER_INDEX + 1));
  };
  one[k] = inUnit((low + high - spread(low) * (high - low)) / 2);
  other[k] = inUnit((low + high + spread(1 - high) * (high - low)) / 2);
}

function mutated(place: number, luck: number): number {
  const power = MUTATION_INDEX + 1;
  const moved =
    luck <= 0.5
      ? pow(2 * luck + (1 - 2 * luck) * pow(1 - place, power), 1 / power) - 1
      : 1 - pow(2 * (1 - luck) + (2 * luck - 1) * pow(place, power), 1 / power);
  return inUnit(place + moved);
}

const inUnit = (value: number): number => Math.min(1, Math.max(0, value));
