import { checkDuties } from '../model/duties/registry.ts';
import type { Names } from '../model/names.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import type { MeaningProblem } from './meaningProblem.ts';

/** What makes no sense in duties: names that nobody has, two files for one role. */
export function checkDutiesOf(scenario: Scenario, names: Names): MeaningProblem[] {
  const { duties } = scenario.caseworkers;
  return checkDuties(duties, names, Object.keys(scenario.world.openings)).map((problem) => ({
    ...problem,
    path: ['caseworkers', 'duties', ...problem.path],
  }));
}
