import { exp, expm1, log, log1p, logistic, pow } from '../../random/math.ts';

/** Largest whole exponent that is computed by multiplication instead of `pow`. */
const multipliedExponent = 16;

/** x to the power y; small whole exponents by repeated multiplication, which is exact where products are. */
export function power(x: number, y: number): number {
  if (Number.isInteger(y) && Math.abs(y) <= multipliedExponent) {
    let result = 1;
    for (let i = Math.abs(y); i > 0; i--) result *= x;
    return y < 0 ? 1 / result : result;
  }
  return pow(x, y);
}

/** Anything but zero and not-a-number counts as true; comparisons give 1 or 0. */
const truth = (x: number): number => (x ? 1 : 0);

export const unaryOperations = {
  negate: (x: number) => -x,
  not: (x: number) => 1 - truth(x),
  exp,
  log,
  log1p,
  expm1,
  logistic,
  abs: (x: number) => Math.abs(x),
  sqrt: (x: number) => Math.sqrt(x),
  floor: (x: number) => Math.floor(x),
  ceil: (x: number) => Math.ceil(x),
  round: (x: number) => Math.round(x),
  step: (x: number) => (x > 0 ? 1 : 0),
};

export const binaryOperations = {
  add: (x: number, y: number) => x + y,
  subtract: (x: number, y: number) => x - y,
  multiply: (x: number, y: number) => x * y,
  divide: (x: number, y: number) => x / y,
  power,
  min: (x: number, y: number) => Math.min(x, y),
  max: (x: number, y: number) => Math.max(x, y),
  less: (x: number, y: number) => (x < y ? 1 : 0),
  lessEqual: (x: number, y: number) => (x <= y ? 1 : 0),
  greater: (x: number, y: number) => (x > y ? 1 : 0),
  greaterEqual: (x: number, y: number) => (x >= y ? 1 : 0),
  and: (x: number, y: number) => truth(x) * truth(y),
  or: (x: number, y: number) => Math.max(truth(x), truth(y)),
};

export const ternaryOperations = {
  clip: (x: number, low: number, high: number) => Math.min(Math.max(x, low), high),
  choose: (condition: number, yes: number, no: number) => (truth(condition) ? yes : no),
};

export type UnaryName = keyof typeof unaryOperations;
export type BinaryName = keyof typeof binaryOperations;
export type TernaryName = keyof typeof ternaryOperations;

/** A formula as a tree of known operations: nothing in it can reach anything else. */
export type Expression =
  | { kind: 'number'; value: number }
  | { kind: 'variable'; name: string }
  | { kind: 'unary'; name: UnaryName; of: Expression }
  | { kind: 'binary'; name: BinaryName; left: Expression; right: Expression }
  | { kind: 'ternary'; name: TernaryName; of: readonly [Expression, Expression, Expression] };

/** Functions that a formula may call by name, with their meaning. */
export const formulaFunctions: Readonly<Record<string, { arguments: string; doc: string }>> = {
  exp: { arguments: 'x', doc: 'e to the power x' },
  log: { arguments: 'x', doc: 'natural logarithm' },
  log1p: { arguments: 'x', doc: 'log(1 + x), exact for small x' },
  expm1: { arguments: 'x', doc: 'exp(x) - 1, exact for small x' },
  logistic: { arguments: 'x', doc: '1 / (1 + exp(-x)): log-odds to chance' },
  min: { arguments: 'a, b, …', doc: 'the smallest' },
  max: { arguments: 'a, b, …', doc: 'the largest' },
  abs: { arguments: 'x', doc: 'x without its sign' },
  sqrt: { arguments: 'x', doc: 'square root' },
  clip: { arguments: 'x, low, high', doc: 'x, but not below low nor above high' },
  floor: { arguments: 'x', doc: 'the whole number at or below x' },
  ceil: { arguments: 'x', doc: 'the whole number at or above x' },
  round: { arguments: 'x', doc: 'the nearest whole number, halves upwards' },
  step: { arguments: 'x', doc: '1 if x > 0, else 0' },
};

/** The variables that an expression reads, in order of first appearance. */
export function variablesOf(expression: Expression, found = new Set<string>()): Set<string> {
  switch (expression.kind) {
    case 'number':
      break;
    case 'variable':
      found.add(expression.name);
      break;
    case 'unary':
      variablesOf(expression.of, found);
      break;
    case 'binary':
      variablesOf(expression.left, found);
      variablesOf(expression.right, found);
      break;
    case 'ternary':
      for (const part of expression.of) variablesOf(part, found);
  }
  return found;
}
