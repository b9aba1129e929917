import type { z } from 'zod';
import {
  checkFormula,
  checkSyntax,
  type FormulaProblem,
  type FormulaVariable,
} from '../expressions/index.ts';
import type { FormulaContext } from '../kit/fields.ts';
import { Formula } from '../kit/formula.ts';
import { schemaAt, visitFields } from './fields.ts';
import type { ScenarioProblem } from './problems.ts';
import { readSections } from './readSections.ts';
import { repairTree } from './repair.ts';
import type { MapNode } from './sourceNode.ts';
import { problemAt } from './zodProblems.ts';

/** What a scenario is about: its sections, the names that formulas may use, and what must hold between values. */
export interface Vocabulary<S> {
  /** The sections of a file, strict; without what loading reads itself (format, extends, timeline, designs). */
  schema: z.ZodType<S>;
  /** The names allowed in the formula at a path. */
  variables(context: FormulaContext, scenario: S, path: readonly string[]): readonly FormulaVariable[];
  /** What is wrong between values that are right one by one. */
  check(
    scenario: S,
  ): { path: string[]; message: string; found?: string; allowed?: string; nearest?: string }[];
  /** The local parameters of the formula at a path, which are folded in when it is compiled. */
  formulaConstants(scenario: S, path: readonly string[]): Readonly<Record<string, number>>;
}

/**
 * Turns a tree into a scenario and checks it: the scenario, or all that is wrong. Where the form is wrong, meaning and
 * formulas are checked on a repaired scenario, without what may follow from the repair.
 */
export function checkTree<S>(
  tree: MapNode,
  vocabulary: Vocabulary<S>,
  extraKeys: readonly string[],
): { scenario: S } | { problems: ScenarioProblem[] } {
  const { schema } = vocabulary;
  const scenario = readSections(tree, schema);
  if (scenario !== undefined) {
    const problems = wrongMeanings(tree, scenario, vocabulary).map(({ told }) => told);
    return problems.length > 0 ? { problems } : { scenario };
  }
  const repaired = repairTree(tree, schema, extraKeys);
  const problems = [...repaired.problems, ...malformedFormulas(tree, schema)];
  if ('scenario' in repaired)
    for (const { path, told } of wrongMeanings(tree, repaired.scenario, vocabulary))
      if (!repaired.follows(path, told)) problems.push(told);
  return { problems };
}

/** What is wrong with a scenario of the right form: between its values, and in its formulas. */
function wrongMeanings<S>(
  tree: MapNode,
  scenario: S,
  vocabulary: Vocabulary<S>,
): { path: readonly string[]; told: ScenarioProblem }[] {
  const between = vocabulary
    .check(scenario)
    .map(({ path, ...problem }) => ({ path, told: problemAt(tree, path, problem) }));
  return [...between, ...wrongFormulas(tree, scenario, vocabulary)];
}

/** Formulas that cannot even be read, found in a tree that is wrong elsewhere too. */
function malformedFormulas(tree: MapNode, schema: z.ZodType): ScenarioProblem[] {
  const problems: ScenarioProblem[] = [];
  visitFields(tree, schema, (path, node, info) => {
    if (info.kind !== 'formula' || !info.context || node.kind !== 'scalar' || typeof node.value !== 'string')
      return;
    const found = checkSyntax(new Formula(info.context, node.value));
    problems.push(...found.map((problem) => formulaProblem(tree, path, problem)));
  });
  return problems;
}

function wrongFormulas<S>(
  tree: MapNode,
  scenario: S,
  vocabulary: Vocabulary<S>,
): { path: readonly string[]; told: ScenarioProblem }[] {
  return formulasIn(scenario as object).flatMap(({ formula, path }) => {
    const info = schemaAt(tree, vocabulary.schema, path)?.info;
    const found = checkFormula(formula, {
      variables: (context) => vocabulary.variables(context, scenario, path),
      constants: vocabulary.formulaConstants(scenario, path),
      min: info?.min,
      max: info?.max,
    });
    return found.map((problem) => ({ path, told: formulaProblem(tree, path, problem) }));
  });
}

function formulaProblem(tree: MapNode, path: readonly string[], problem: FormulaProblem): ScenarioProblem {
  const { at, message, ...rest } = problem;
  return problemAt(tree, path, {
    message: at === undefined ? message : `${message}, at character ${at + 1}`,
    ...rest,
  });
}

interface PlacedFormula {
  formula: Formula;
  path: readonly string[];
}

/** The formulas of sections, which designs and phases share where they leave them alone. */
const formulasOf = new WeakMap<object, readonly PlacedFormula[]>();

/** Every formula of a resolved scenario, with its path. */
function formulasIn(scenario: object): PlacedFormula[] {
  return Object.entries(scenario).flatMap(([name, section]) => {
    const keeps = typeof section === 'object' && Object.isFrozen(section);
    const found = (keeps && formulasOf.get(section)) || formulasBelow(section, [name]);
    if (keeps) formulasOf.set(section, found);
    return found;
  });
}

function formulasBelow(value: unknown, path: readonly string[]): PlacedFormula[] {
  if (value instanceof Formula) return [{ formula: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => formulasBelow(inner, [...path, name]));
}
