import { clockOf } from '../model/clock.ts';
import type { ReviewProblem, ReviewTerms } from '../model/commissioner/review.ts';
import { wholeSteps } from '../model/inSteps.ts';
import type { Scenario } from '../model/schema/scenario.ts';

/** A review that would never be held, because the run or the referrals end before, or because no figures are in by then. */
export function checkReviewWeeks(terms: ReviewTerms, { clock }: Scenario): ReviewProblem[] {
  const { stepsPerWeek } = clockOf({ clock });
  const steps = (weeks: number): number => wholeSteps(weeks, stepsPerWeek);
  const weeks = clock.referralWeeks + (terms.during === 'run' ? clock.followUp : 0);
  const [first, every, lag, end] = [terms.first, terms.every, terms.lag, weeks].map(steps);
  if (first > end)
    return [
      {
        path: ['first'],
        message:
          terms.during === 'run'
            ? 'the run ends before the review is held'
            : 'referrals end before the review is held, and it is held only while clients are referred',
        found: String(terms.first),
        allowed:
          terms.during === 'run'
            ? `at most ${weeks} (weeks)`
            : `at most ${weeks} (weeks), or \`during: run\``,
      },
    ];
  const last = every > 0 ? first + Math.floor((end - first) / every) * every : first;
  if (lag < last) return [];
  return [
    {
      path: ['lag'],
      message: 'no figures are in when the review is held for the last time, so that it is never held',
      found: String(terms.lag),
      allowed: `less than ${Number((last / stepsPerWeek).toPrecision(4))} (weeks)`,
    },
  ];
}
