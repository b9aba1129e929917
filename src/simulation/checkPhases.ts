import { collectNames } from '../model/names.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import { changeAt, type LoadedScenario, type ScenarioProblem } from '../scenario/index.ts';

const CLOSURE = 'limits of policy closure';

/**
 * What has a name stands in the columns of a world from the first week to the last: dated changes may change what
 * is said of activities, offices and openings, but not add or remove them. A problem for every change that does.
 */
export function checkPhases(loaded: LoadedScenario<Scenario>): ScenarioProblem[] {
  const problems = loaded.designs.flatMap((design) =>
    design.phases.slice(1).flatMap((phase, i) => {
      const { path, ...place } = changeAt(loaded, design.id, phase.from);
      const before = changedNames(design.scenario, design.phases[i].scenario);
      return changedNames(design.scenario, phase.scenario)
        .filter(({ what, found }) => !before.some((each) => each.what === what && each.found === found))
        .map(
          ({ what, found, allowed }): ScenarioProblem => ({
            ...place,
            path: path.join('.'),
            message:
              what === CLOSURE
                ? 'policy closure comes from outside: nobody in the scenario can change it; run another file without it'
                : `from week ${phase.from} on there would be other ${what}, but they must be the same throughout; state them all from the start, with an amount, effect or share of 0 while they are out of use`,
            found,
            allowed,
          }),
        );
    }),
  );
  // Designs that share a timeline share its problems.
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function changedNames(first: Scenario, later: Scenario): { what: string; found: string; allowed: string }[] {
  const named = (scenario: Scenario): Record<string, string[]> => {
    const names = collectNames(scenario);
    return {
      activities: names.activities,
      offices: names.offices,
      events: names.events,
      'duties, their kinds or roles': Object.entries(scenario.caseworkers.duties).map(
        ([name, { kind, role }]) => `${name} (${kind} of ${role})`,
      ),
      'pools of openings': Object.keys(scenario.world.openings),
      'interventions, who decides on them or when they were planned': Object.entries(
        scenario.interventions,
      ).map(
        ([name, { level, planned }]) =>
          `${name} (${level}${Object.entries(planned)
            .map(([place, week]) => `, ${place} ${week}`)
            .join('')})`,
      ),
      shocks: Object.keys(scenario.world.shocks),
      partners: Object.keys(scenario.partners),
      [CLOSURE]: Object.entries(scenario.world.closure).map(([name, most]) => `${name} at ${most}`),
    };
  };
  const before = named(first);
  const changed = Object.entries(named(later)).flatMap(([what, names]) => {
    const found = names.join(', ');
    const allowed = before[what].join(', ');
    return found === allowed ? [] : [{ what, found: found === '' ? 'none' : found, allowed }];
  });
  // A mix may lose dispositions: who is there stays, and who comes is drawn from what is left.
  const known = collectNames(first).dispositions;
  const added = collectNames(later).dispositions.filter((name) => !known.includes(name));
  if (added.length === 0) return changed;
  return [...changed, { what: 'dispositions', found: added.join(', '), allowed: known.join(', ') }];
}
