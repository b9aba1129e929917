import type { Scenario } from '../model/schema/scenario.ts';
import { type LoadedScenario, placeIn, type ScenarioProblem } from '../scenario/index.ts';

/**
 * What all designs of a comparison have in common: luck, number of runs, money, and how is counted. A design
 * that changed one of them would be ignored in silence, or compared by another yardstick than the base.
 */
const common: readonly string[][] = [
  ['seed'],
  ['replicates'],
  ['currency'],
  ['priceYear'],
  ['world', 'closure'],
  ['measures', 'horizon'],
  ['measures', 'window'],
  ['measures', 'parkedAfter'],
  ['measures', 'matchFrom'],
  ['measures', 'cohort'],
  ['measures', 'priceEvent'],
];

/** A problem for everything that a design changes though all designs have it in common. */
export function checkDesigns(loaded: LoadedScenario<Scenario>): ScenarioProblem[] {
  const [base, ...others] = loaded.designs;
  return others.flatMap(({ id, scenario }) =>
    common.flatMap((path): ScenarioProblem[] => {
      const at = ['designs', id, 'set', ...path];
      const found = written(scenario, path);
      const allowed = written(base.scenario, path);
      if (found === allowed) return [];
      return [
        {
          ...placeIn(loaded, at),
          path: at.join('.'),
          message: 'all designs of a comparison share this: change it for the whole file',
          found,
          allowed,
        },
      ];
    }),
  );
}

function written(scenario: Scenario, path: readonly string[]): string {
  let node: unknown = scenario;
  for (const key of path) node = (node as Record<string, unknown>)[key];
  return JSON.stringify(node);
}
