import { interval, Moments } from '../../../src/statistics/index.ts';

/** How many groups of runs had an interval that holds the mean of all runs. */
export interface Coverage {
  groups: number;
  held: number;
}

/**
 * Runs of one measure in groups of so many, each with its t interval as a report would give it. The mean of all runs stands
 * for the true one: its own error is that of the groups together. A group whose runs are all the same has an interval
 * without width, which holds the mean only where no run differs. Runs left over are not used.
 */
export function coverage(values: readonly number[], perGroup: number, level: number): Coverage {
  const truth = values.reduce((sum, value) => sum + value, 0) / values.length;
  const groups = Math.floor(values.length / perGroup);
  let held = 0;
  for (let group = 0; group < groups; group++) {
    const moments = new Moments();
    for (let run = 0; run < perGroup; run++) moments.push(values[group * perGroup + run]);
    const { lo, hi } = interval(moments, level)!;
    if (lo <= truth && truth <= hi) held += 1;
  }
  return { groups, held };
}
