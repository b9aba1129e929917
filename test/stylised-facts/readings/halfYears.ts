import type { WeeklySeries } from '../../../src/tables/rows.ts';
import type { Numbers } from '../runs.ts';

const WEEKS = 26;

/**
 * Means of weekly series over half-years from the start, `halfYear.<series>[half=3]` for weeks 52 to 77: what a user can
 * take from weekly.csv. A last half-year that is cut short is left out.
 */
export function halfYears(weekly: readonly WeeklySeries[]): Numbers {
  const means: Record<string, number> = {};
  for (const { series, slice, values } of weekly) {
    if (slice !== '') continue;
    for (let half = 1; half * WEEKS <= values.length; half++) {
      const weeks = values.subarray((half - 1) * WEEKS, half * WEEKS);
      means[`halfYear.${series}[half=${half}]`] = weeks.reduce((sum, value) => sum + value, 0) / WEEKS;
    }
  }
  return means;
}
