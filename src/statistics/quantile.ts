import { ascendingOrder } from './order.ts';

/** Mean of values with weights ≥ 0 (all 1 if left out); null where the weights sum to 0. */
export function weightedMean(values: ArrayLike<number>, weights?: ArrayLike<number>): number | null {
  let total = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const weight = weights ? weights[i] : 1;
    if (weight === 0) continue;
    total += weight;
    sum += weight * values[i];
  }
  return total > 0 ? sum / total : null;
}

/**
 * The value at or below which a share p in [0, 1] of the weight lies: the smallest one whose cumulative
 * weight reaches p of the total, and the middle of two neighbours where it is reached exactly, so that the
 * median of 1, 2, 3, 4 is 2.5. Values of weight 0 do not count; null where the weights sum to 0.
 */
export function weightedQuantile(
  values: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
  p: number,
): number | null {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += weights ? weights[i] : 1;
  if (!(total > 0)) return null;
  const aim = p * total;
  let below = 0;
  let last: number | null = null;
  let reachedExactly = false;
  for (const i of ascendingOrder(values)) {
    const weight = weights ? weights[i] : 1;
    if (weight === 0) continue;
    if (reachedExactly) return last! + (values[i] - last!) / 2;
    below += weight;
    last = values[i];
    if (below > aim) return last;
    if (below === aim && aim > 0) reachedExactly = true;
  }
  return last;
}

/** `weightedQuantile` at one half. */
export function median(values: ArrayLike<number>, weights?: ArrayLike<number>): number | null {
  return weightedQuantile(values, weights, 0.5);
}
