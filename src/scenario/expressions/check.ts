import { describeBounds, type FormulaContext, withinBounds } from '../kit/fields.ts';
import type { Formula } from '../kit/formula.ts';
import { nearestName } from '../kit/nearest.ts';
import { expressionOf } from './compile.ts';
import { contextMeanings } from './contexts.ts';
import { variablesOf } from './expression.ts';
import { FormulaError, type FormulaProblem } from './formulaError.ts';
import { simplify } from './simplify.ts';

/** A name that a formula may use. */
export interface FormulaVariable {
  name: string;
  doc: string;
  unit?: string;
  range?: [number, number];
}

/** What a formula stands among: the names of each context, its local constants, and bounds of its field. */
export interface FormulaSurroundings {
  variables: (context: FormulaContext) => readonly FormulaVariable[];
  constants: Readonly<Record<string, number>>;
  min?: number;
  max?: number;
}

/** Why a text is no formula at all, before its names are looked up. */
export function checkSyntax(formula: Formula): readonly FormulaProblem[] {
  return syntaxError(formula)?.problems ?? [];
}

function syntaxError(formula: Formula): FormulaError | undefined {
  try {
    expressionOf(formula);
    return undefined;
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
}

/** All that is wrong with a formula where it stands. A name of another context is told apart from a misspelt one. */
export function checkFormula(formula: Formula, surroundings: FormulaSurroundings): FormulaProblem[] {
  const error = syntaxError(formula);
  const { constants } = surroundings;
  const known = surroundings.variables(formula.context).map(({ name }) => name);
  const problems: FormulaProblem[] = [...(error?.problems ?? [])];
  for (const name of Object.keys(constants))
    if (known.includes(name))
      problems.push({
        message: `the local parameter "${name}" hides a variable of the same name`,
        found: name,
      });
  for (const name of error ? error.variables : variablesOf(expressionOf(formula)))
    if (!known.includes(name) && !Object.hasOwn(constants, name))
      problems.push(unknownName(name, formula, [...known, ...Object.keys(constants)], surroundings));
  if (error) return problems;
  const folded = simplify(expressionOf(formula), constants);
  if (folded.kind === 'number' && !withinBounds(folded.value, surroundings))
    problems.push({
      message: 'the value is out of bounds',
      found: String(folded.value),
      allowed: describeBounds(surroundings),
    });
  return problems;
}

function unknownName(
  name: string,
  { context }: Formula,
  allowed: readonly string[],
  { variables }: FormulaSurroundings,
): FormulaProblem {
  const elsewhere = (Object.keys(contextMeanings) as FormulaContext[]).filter(
    (other) => other !== context && variables(other).some((variable) => variable.name === name),
  );
  const list =
    allowed.length > 0 ? [...allowed].sort().join(', ') : 'numbers only: no variable is known here';
  if (elsewhere.length === 0)
    return {
      message: `no ${context} variable is called "${name}"`,
      found: name,
      allowed: list,
      nearest: nearestName(name, allowed),
    };
  return {
    message: `"${name}" is known only to ${elsewhere.join(', ')} formulas; a ${context} formula sees ${contextMeanings[context]}`,
    found: name,
    allowed: list,
  };
}
