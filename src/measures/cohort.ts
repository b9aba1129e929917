import type { Clock } from '../model/clock.ts';
import type { People } from '../model/people/people.ts';
import type { Scenario } from '../model/schema/scenario.ts';

/** Rows of people, `from` included and `to` excluded. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Rows of the clients who are counted: referred in the weeks `cohort.from` to `cohort.to`, both included and here
 * given by their first steps.
 * Rows are ordered by week of referral, so that the cohort is one range; it is empty where no week falls in.
 */
export function cohortRows(
  people: People,
  cohort: Scenario['measures']['cohort'],
  { stepsPerWeek }: Clock,
): RowRange {
  const steps = people.firstOfStep.length - 1;
  const from = people.firstOfStep[Math.min(steps, Math.max(0, cohort.from))];
  const to = people.firstOfStep[Math.min(steps, Math.max(0, cohort.to + stepsPerWeek))];
  return { from, to: Math.max(from, to) };
}
