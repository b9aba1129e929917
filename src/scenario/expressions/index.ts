/** Formulas: read once, checked against a whitelist, compiled to passes over columns. */
export type { Bounds as ValueBounds } from './bounds.ts';
export { checkFormula, checkSyntax, type FormulaSurroundings, type FormulaVariable } from './check.ts';
export { compileFormula, expressionOf, type Kernel } from './compile.ts';
export { contextMeanings, formulaContexts } from './contexts.ts';
export { type Expression, formulaFunctions, variablesOf } from './expression.ts';
export type { FormulaProblem } from './formulaError.ts';
export { parseFormula } from './parse.ts';
export type { Simplified } from './simplify.ts';
