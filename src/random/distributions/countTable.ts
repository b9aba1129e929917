import type { Distribution } from './kind.ts';

/**
 * A distribution over whole numbers from a table of its probabilities around the mean. Twelve standard
 * deviations and forty counts each way leave less than 1e-16 outside.
 */
export function countDistribution(
  name: string,
  mean: number,
  variance: number,
  max: number,
  probability: (count: number) => number,
): Distribution {
  const reach = 12 * Math.sqrt(variance) + 40;
  const first = Math.max(0, Math.floor(mean - reach));
  const last = Math.min(max, Math.ceil(mean + reach));
  const atMost = new Float64Array(last - first + 1);
  let sum = 0;
  for (let i = 0; i < atMost.length; i++) {
    sum += probability(first + i);
    atMost[i] = sum;
  }
  // Where rounding keeps the sum just below 1, a u above it means the count at which the sum stopped growing.
  let end = atMost.length - 1;
  while (end > 0 && atMost[end - 1] === sum) end--;
  return {
    name,
    mean,
    variance,
    min: 0,
    max,
    quantile(u) {
      // Smallest count with a share of at least u at or below it.
      let low = 0;
      let high = end;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (atMost[middle] < u) low = middle + 1;
        else high = middle;
      }
      return first + low;
    },
  };
}
