import type { Scenario } from '../model/schema/scenario.ts';
import { type LoadedScenario, ScenarioError, type ScenarioProblem } from '../scenario/index.ts';

/**
 * What all designs of a comparison have in common: luck, number of runs, money, and how is counted. A design
 * that changed one of them would be ignored in silence, or compared by another yardstick than the base.
 */
const common: readonly string[][] = [
  ['seed'],
  ['replicates'],
  ['currency'],
  ['priceYear'],
  ['measures', 'horizon'],
  ['measures', 'window'],
  ['measures', 'parkedAfter'],
  ['measures', 'matchFrom'],
  ['measures', 'cohort'],
  ['measures', 'priceEvent'],
];

/** Throws ScenarioError for every design that changes what all designs have in common. */
export function checkDesigns({ file, designs: [base, ...others] }: LoadedScenario<Scenario>): void {
  const problems = others.flatMap(({ id, scenario }) =>
    common.flatMap((path): ScenarioProblem[] => {
      const found = written(scenario, path);
      const allowed = written(base.scenario, path);
      if (found === allowed) return [];
      return [
        {
          file,
          line: 1,
          column: 1,
          path: `designs.${id}.set.${path.join('.')}`,
          message: 'all designs of a comparison share this: change it for the whole file',
          found,
          allowed,
        },
      ];
    }),
  );
  if (problems.length > 0) throw new ScenarioError(problems);
}

function written(scenario: Scenario, path: readonly string[]): string {
  let node: unknown = scenario;
  for (const key of path) node = (node as Record<string, unknown>)[key];
  return JSON.stringify(node);
}
