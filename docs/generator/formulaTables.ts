import { formulaVariables, recentName } from '../../src/model/formulas/variables.ts';
import { shockVariable } from '../../src/model/outside/shocks.ts';
import type { Scenario } from '../../src/model/schema/scenario.ts';
import { distributionRegistry } from '../../src/random/index.ts';
import { contextMeanings, formulaContexts, formulaFunctions } from '../../src/scenario/expressions/index.ts';
import { distributionSignature, type FormulaContext } from '../../src/scenario/kit/index.ts';
import { code, table } from './markdown.ts';

const ROLE = 'adviser';
const SHOCK = 'slump';

/** Placeholders for what the scenario names itself, so that the lists hold for every file. */
const anyScenario = {
  clients: { traits: { '<trait>': 0 }, barriers: { '<barrier>': {} } },
  caseworkers: { roles: { [ROLE]: {} } },
  interventions: { '<intervention>': {} },
  world: { shocks: { [SHOCK]: {} }, localTraits: { '<local trait>': 0 } },
} as unknown as Scenario;

/** What each context may read: one row a variable, one column a context. */
export function variableTable(): string {
  const rows = new Map<string, { doc: string; contexts: Set<FormulaContext> }>();
  for (const context of formulaContexts) {
    for (const variable of formulaVariables(context, anyScenario)) {
      const unit = variable.unit ? ` (${variable.unit})` : '';
      const range = variable.range ? `, ${variable.range[0]} to ${variable.range[1]}` : '';
      const row = rows.get(variable.name) ?? { doc: `${variable.doc}${unit}${range}`, contexts: new Set() };
      row.contexts.add(context);
      rows.set(variable.name, row);
    }
  }
  return table(
    ['Variable', 'Meaning', ...formulaContexts.map(code)],
    [...rows].map(([name, { doc, contexts }]) => [
      code(name),
      name === recentName(ROLE)
        ? `${doc}; each role has its own, such as this one`
        : name === shockVariable(SHOCK)
          ? `${doc}; each shock has its own, such as this one`
          : doc,
      ...formulaContexts.map((context) => (contexts.has(context) ? 'yes' : '')),
    ]),
  );
}

export const contextTable = (): string =>
  table(
    ['Context', 'Sees'],
    formulaContexts.map((context) => [code(context), contextMeanings[context]]),
  );

export const functionTable = (): string =>
  table(
    ['Function', 'Meaning'],
    Object.entries(formulaFunctions).map(([name, about]) => [code(`${name}(${about.arguments})`), about.doc]),
  );

export const distributionTable = (): string =>
  table(
    ['Distribution', 'Meaning', 'Numbers'],
    Object.values(distributionRegistry).map(({ name, doc, parameters }) => [
      code(distributionSignature(name)),
      doc,
      parameters.map((each) => `\`${each.name}\`: ${each.doc}`).join('; '),
    ]),
  );
