import { formulaVariables } from '../model/formulas/variables.ts';
import { type Scenario, scenarioSchema } from '../model/schema/scenario.ts';
import { scenarioJsonSchema as fileSchema, type Vocabulary } from '../scenario/index.ts';
import { checkScenario } from './check.ts';

/**
 * What a scenario file may say: the schema with all registries in it, the names that formulas may use, and
 * the checks of meaning.
 */
export const vocabulary: Vocabulary<Scenario> = {
  schema: scenarioSchema,
  variables: (context, scenario) => formulaVariables(context, scenario),
  check: checkScenario,
  formulaConstants: (scenario, path) => localParameters(scenario, path),
};

/** The parameters that stand beside a formula, such as `pathway.transitions.jobStart.parameters`. */
function localParameters(scenario: Scenario, path: readonly string[]): Record<string, number> {
  let node: unknown = scenario;
  for (const key of path.slice(0, -1)) node = (node as Record<string, unknown> | undefined)?.[key];
  return ((node as { parameters?: Record<string, number> } | undefined)?.parameters ?? {}) as Record<
    string,
    number
  >;
}

/** The JSON Schema of scenario files, for editors. */
export function scenarioJsonSchema(): object {
  return fileSchema(scenarioSchema);
}
