import { collectNames } from '../model/names.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import type { MeaningProblem } from './meaningProblem.ts';
import { unknownName } from './unknownName.ts';

/** What makes no sense in the world outside: limits on activities that there are not, or that leave none open. */
export function checkWorld(scenario: Scenario): MeaningProblem[] {
  const { activities } = collectNames(scenario);
  const { closure } = scenario.world;
  const problems = Object.keys(closure).flatMap((name) =>
    unknownName(['world', 'closure', name], 'activity', activities),
  );
  const open = activities.reduce((sum, name) => sum + (closure[name] ?? 1), 0);
  if (Object.keys(closure).length > 0 && open < 1)
    problems.push({
      path: ['world', 'closure'],
      message: 'the limits leave no activity for part of the contacts',
      found: `limits that sum to ${Number(open.toPrecision(6))}`,
      allowed: 'limits that sum to at least 1, or an activity without limit',
    });
  return problems;
}
