import type { MathNode } from 'mathjs';
import { nearestName } from '../kit/nearest.ts';
import { isNumberText } from '../kit/numberText.ts';
import {
  type BinaryName,
  type Expression,
  formulaFunctions,
  type TernaryName,
  type UnaryName,
  variablesOf,
} from './expression.ts';
import { FormulaError, type FormulaProblem } from './formulaError.ts';
import { checkText, formulaLimits } from './limits.ts';
import { mathjsParse } from './mathjsParse.ts';

/**
 * Reads a formula once into a tree of known operations. Throws FormulaError for anything outside the whitelist.
 * Plain numbers never reach the parser, so that a scenario without formulas does not pay for it.
 */
export function parseFormula(text: string | number): Expression {
  if (typeof text === 'number' || isNumberText(text.trim())) {
    const value = Number(text);
    if (!Number.isFinite(value))
      throw new FormulaError({ message: 'a formula must be finite', found: `${text}` });
    return { kind: 'number', value };
  }
  checkText(text);
  let tree: MathNode;
  try {
    tree = mathjsParse(text);
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep();
    const char = (error as { char?: number }).char;
    const message = (error as Error).message.replace(/\s*\(char \d+\)$/, '');
    throw new FormulaError({
      message: `the formula is malformed: ${message}`,
      at: char === undefined ? undefined : char - 1,
    });
  }
  const reading: Reading = { nodes: 0, problems: [] };
  const expression = convert(tree, 0, reading);
  const [first, ...others] = reading.problems;
  if (first) throw new FormulaError(first, others, [...variablesOf(expression)]);
  return expression;
}

/** How many parts have been read so far, and what is wrong with them; reading goes on past a part that is refused. */
interface Reading {
  nodes: number;
  problems: FormulaProblem[];
}

/** Notes what is wrong with a part of a formula, for which the parts inside it stand in. */
function refuse(
  reading: Reading,
  problem: FormulaProblem,
  inside: () => readonly Expression[] = () => [],
): Expression {
  const { problems } = reading;
  if (!problems.some(({ message, found }) => message === problem.message && found === problem.found))
    problems.push(problem);
  const nothing: Expression = { kind: 'number', value: 0 };
  return inside().reduce<Expression>(
    (left, right) => ({ kind: 'binary', name: 'add', left, right }),
    nothing,
  );
}

const tooDeep = () =>
  new FormulaError({
    message: 'the formula has too many operations inside one another',
    allowed: `at most ${formulaLimits.depth} levels`,
  });

const refused: Readonly<Record<string, string>> = {
  AccessorNode: 'read a property (".")',
  ArrayNode: 'hold a matrix',
  AssignmentNode: 'assign with "="; compare with < <= > >=',
  BlockNode: 'hold several statements',
  FunctionAssignmentNode: 'define a function',
  IndexNode: 'read an index',
  ObjectNode: 'hold an object',
  RangeNode: 'hold a range (":")',
  RelationalNode: 'chain comparisons: write "a < x and x < b"',
};

const unaryOperators: Readonly<Record<string, UnaryName>> = { unaryMinus: 'negate', not: 'not' };
const binaryOperators: Readonly<Record<string, BinaryName>> = {
  add: 'add',
  subtract: 'subtract',
  multiply: 'multiply',
  divide: 'divide',
  pow: 'power',
  smaller: 'less',
  smallerEq: 'lessEqual',
  larger: 'greater',
  largerEq: 'greaterEqual',
  and: 'and',
  or: 'or',
};

/** What the conversion reads of a mathjs node. */
interface LooseNode {
  type: string;
  fn?: string | { type?: string; name?: string };
  op?: string;
  implicit?: boolean;
  args?: LooseNode[];
  value?: unknown;
  name?: string;
  content?: LooseNode;
  condition?: LooseNode;
  trueExpr?: LooseNode;
  falseExpr?: LooseNode;
}

function convert(raw: unknown, depth: number, reading: Reading): Expression {
  const node = raw as LooseNode;
  if (depth > formulaLimits.depth) throw tooDeep();
  if (++reading.nodes > formulaLimits.nodes)
    throw new FormulaError({
      message: 'the formula has too many parts',
      allowed: `at most ${formulaLimits.nodes} numbers, names and operations`,
    });
  const inner = (child: LooseNode | undefined) => convert(child, depth + 1, reading);
  switch (node.type) {
    case 'ParenthesisNode':
      return inner(node.content);
    case 'ConstantNode':
      return constant(node.value, reading);
    case 'SymbolNode':
      return { kind: 'variable', name: node.name! };
    case 'ConditionalNode':
      return {
        kind: 'ternary',
        name: 'choose',
        of: [inner(node.condition), inner(node.trueExpr), inner(node.falseExpr)],
      };
    case 'OperatorNode':
      return operator(node, inner, reading);
    case 'FunctionNode':
      return call(node, inner, reading);
    default:
      return refuse(reading, { message: `a formula may not ${refused[node.type] ?? `hold a ${node.type}`}` });
  }
}

function constant(value: unknown, reading: Reading): Expression {
  if (typeof value === 'number' && Number.isFinite(value)) return { kind: 'number', value };
  return refuse(reading, {
    message: 'a formula may hold finite numbers only',
    found: String(value),
    allowed: typeof value === 'boolean' ? '1 for true, 0 for false' : undefined,
  });
}

function operator(
  node: LooseNode,
  inner: (child: LooseNode | undefined) => Expression,
  reading: Reading,
): Expression {
  const [left, right] = node.args ?? [];
  const name = String(node.fn);
  if (node.implicit)
    return refuse(reading, {
      message: 'a formula may not multiply without a sign, nor hold units of measure: write 2 * x',
      found: `${sketch(left)} ${sketch(right)}`,
    });
  if (node.args?.length === 1 && name === 'unaryPlus') return inner(left);
  if (node.args?.length === 1 && Object.hasOwn(unaryOperators, name))
    return { kind: 'unary', name: unaryOperators[name], of: inner(left) };
  if (node.args?.length === 2 && Object.hasOwn(binaryOperators, name))
    return { kind: 'binary', name: binaryOperators[name], left: inner(left), right: inner(right) };
  return refuse(reading, {
    message: `the operator "${node.op}" may not be used in a formula`,
    found: node.op,
    allowed: name === 'equal' ? '< <= > >=' : '+ - * / ^ < <= > >= and or not, a ? b : c',
  });
}

/** A few characters that show which part of a formula is meant. */
function sketch(node: LooseNode | undefined): string {
  const called = typeof node?.fn === 'object' ? node.fn.name : undefined;
  return node?.name ?? called ?? (node?.value === undefined ? '(…)' : String(node.value));
}

function call(
  node: LooseNode,
  inner: (child: LooseNode | undefined) => Expression,
  reading: Reading,
): Expression {
  const name = typeof node.fn === 'object' ? node.fn.name : undefined;
  const names = Object.keys(formulaFunctions);
  if (name === undefined || (typeof node.fn === 'object' && node.fn.type !== 'SymbolNode'))
    return refuse(reading, {
      message: 'a formula may call functions by name only',
      allowed: names.join(', '),
    });
  const args = node.args ?? [];
  const inside = () => args.map(inner);
  if (!Object.hasOwn(formulaFunctions, name))
    return refuse(
      reading,
      {
        message: `"${name}" is no function that a formula may call`,
        found: `${name}(…)`,
        allowed: names.join(', '),
        nearest: nearestName(name, names),
      },
      inside,
    );
  const wanted = formulaFunctions[name].arguments;
  const many = name === 'min' || name === 'max';
  if (many ? args.length < 1 : args.length !== wanted.split(',').length)
    return refuse(
      reading,
      {
        message: `${name} was given ${args.length} number(s)`,
        found: `${name} of ${args.length}`,
        allowed: `${name}(${wanted})`,
      },
      inside,
    );
  const given = inside();
  if (many) return given.reduce((left, right) => ({ kind: 'binary', name: name as BinaryName, left, right }));
  return given.length === 3
    ? { kind: 'ternary', name: name as TernaryName, of: [given[0], given[1], given[2]] }
    : { kind: 'unary', name: name as UnaryName, of: given[0] };
}
