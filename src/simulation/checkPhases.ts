import { collectNames } from '../model/names.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import { type LoadedScenario, ScenarioError, type ScenarioProblem } from '../scenario/index.ts';

/**
 * What has a name stands in the columns of a world from the first week to the last: dated changes may change what
 * is said of activities, offices and openings, but not add or remove them. Throws ScenarioError for all that do.
 */
export function checkPhases(loaded: LoadedScenario<Scenario>): void {
  const problems = loaded.designs.flatMap((design) =>
    design.phases.slice(1).flatMap((phase) =>
      changedNames(design.scenario, phase.scenario).map(
        ({ what, found, allowed }): ScenarioProblem => ({
          file: loaded.file,
          line: 1,
          column: 1,
          path: `designs.${design.id}`,
          message: `from week ${phase.from} on there would be other ${what}, but they must be the same throughout; state them all from the start, with an amount, effect or share of 0 while they are out of use`,
          found,
          allowed,
        }),
      ),
    ),
  );
  if (problems.length > 0) throw new ScenarioError(problems);
}

function changedNames(first: Scenario, later: Scenario): { what: string; found: string; allowed: string }[] {
  const named = (scenario: Scenario): Record<string, string[]> => {
    const names = collectNames(scenario);
    return {
      activities: names.activities,
      offices: names.offices,
      events: names.events,
      'pools of openings': Object.keys(scenario.world.openings),
    };
  };
  const before = named(first);
  return Object.entries(named(later)).flatMap(([what, names]) => {
    const found = names.join(', ');
    const allowed = before[what].join(', ');
    return found === allowed ? [] : [{ what, found: found === '' ? 'none' : found, allowed }];
  });
}
