import type { Scenario } from '../model/schema/scenario.ts';
import { sharesInSums } from '../scenario/kit/index.ts';
import { inSections } from './inSections.ts';
import type { MeaningProblem } from './meaningProblem.ts';

/** How far shares may sum from 1. */
const SHARE_TOLERANCE = 1e-6;

const sumsOf = inSections(sharesInSums);

/** Shares, weights and mixes that do not sum to 1 where the schema says that they must. */
export function checkSums(scenario: Scenario): MeaningProblem[] {
  return sumsOf(scenario).flatMap(({ map, what, shares }) => {
    const sum = shares.reduce((all, { value }) => all + value, 0);
    if (Math.abs(sum - 1) <= SHARE_TOLERANCE) return [];
    return [
      {
        path: [...map],
        message: `${what} must sum to 1`,
        found: `a sum of ${Number(sum.toPrecision(10))}`,
        allowed: '1',
      },
    ];
  });
}
