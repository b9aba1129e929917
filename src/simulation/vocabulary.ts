import { formulaVariables } from '../model/formulas/variables.ts';
import { type Scenario, scenarioSchema } from '../model/schema/scenario.ts';
import {
  type FormulaContext,
  type FormulaVariable,
  scenarioJsonSchema as fileSchema,
  type Vocabulary,
} from '../scenario/index.ts';
import { checkScenario } from './check.ts';

/**
 * What a scenario file may say: the schema with all registries in it, the names that formulas may use, and
 * the checks of meaning.
 */
export const vocabulary: Vocabulary<Scenario> = {
  schema: scenarioSchema,
  variables: variablesOf,
  check: checkScenario,
  formulaConstants: (scenario, path) => localParameters(scenario, path),
};

/** The names last listed, by context: all formulas of a scenario are checked one after another. */
let listed: { scenario: Scenario; byContext: Map<FormulaContext, readonly FormulaVariable[]> } | undefined;

function variablesOf(context: FormulaContext, scenario: Scenario): readonly FormulaVariable[] {
  if (listed?.scenario !== scenario) listed = { scenario, byContext: new Map() };
  const known = listed.byContext.get(context) ?? formulaVariables(context, scenario);
  listed.byContext.set(context, known);
  return known;
}

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
