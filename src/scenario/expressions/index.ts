/** Formulas: read once, checked against a whitelist, compiled to passes over columns. */
export type { Bounds as ValueBounds } from './bounds.ts';
export { checkFormula, checkSyntax, type FormulaSurroundings, type FormulaVariable } from './check.ts';
export { compileFormula, expressionOf, type Kernel } from './compile.ts';
export { contextMeanings, formulaContexts } from './contexts.ts';
export { type Expression, formulaFunctions, variablesOf } from './expression.ts';
export { FormulaError, type FormulaProblem } from './formulaError.ts';
export { formulaLimits } from './limits.ts';
export { parseFormula } from './parse.ts';
export { interpret, type Simplified, simplify } from './simplify.ts';
