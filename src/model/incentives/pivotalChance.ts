import { exp, log, logGamma, upperIncompleteGamma } from '../../random/index.ts';

/**
 * Chance that one more event is the one that reaches a target: that exactly `missing − 1` further events come of
 * themselves, when they come at random with this mean (Poisson). 0 where nothing is missing; `missing` is whole.
 * This is P(target reached with the event) − P(reached without it), so times a bonus it is what the event is worth.
 */
export function pivotalChance(missing: number, mean: number): number {
  if (missing <= 0) return 0;
  const others = missing - 1;
  if (others === 0) return exp(-mean);
  if (!(mean > 0)) return 0;
  return exp(others * log(mean) - mean - logGamma(others + 1));
}

/** Events up to which chances are added one by one. */
const MOST_TERMS = 100_000;

/**
 * Chance that one more event will be needed to the end: that fewer than `missing` further events come of themselves
 * (Poisson with this mean). 0 where nothing is missing. Times a charge for each missing event, it is what the event
 * is worth.
 */
export function neededChance(missing: number, mean: number): number {
  // A threshold may be a million million events, and the sum over them would never end.
  if (missing > MOST_TERMS) return mean > 0 ? upperIncompleteGamma(missing, mean) : 1;
  let chance = 0;
  for (let more = 1; more <= missing; more++) chance += pivotalChance(more, mean);
  return Math.min(1, chance);
}
