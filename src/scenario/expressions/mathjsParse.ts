import type { MathNode } from 'mathjs';
import * as mathjs from 'mathjs/number';

/** What the parser is made of; the types of mathjs leave these factories out. */
interface Factories {
  createParse(parts: object): (text: string) => MathNode;
  createNumber(parts: object): (text: string) => number;
}

/** The parts of a tree: their names, and what their constructors are given, in that order. */
const parts = {
  AccessorNode: ['object', 'index', 'optionalChaining'],
  ArrayNode: ['items'],
  AssignmentNode: ['object', 'index', 'value'],
  BlockNode: ['blocks'],
  ConditionalNode: ['condition', 'trueExpr', 'falseExpr'],
  ConstantNode: ['value'],
  FunctionAssignmentNode: ['name', 'params', 'expr'],
  FunctionNode: ['fn', 'args', 'optional'],
  IndexNode: ['dimensions', 'dotNotation'],
  ObjectNode: ['properties'],
  OperatorNode: ['op', 'fn', 'args', 'implicit', 'isPercentage'],
  ParenthesisNode: ['content'],
  RangeNode: ['start', 'end', 'step'],
  RelationalNode: ['conditionals', 'params'],
  SymbolNode: ['name'],
};

/** A part that only holds what it is given: mathjs's own can also compute, print and typeset themselves. */
function partOf(type: string, fields: readonly string[]): new (...values: unknown[]) => object {
  class Part {
    constructor(...values: unknown[]) {
      for (const [i, field] of fields.entries()) (this as Record<string, unknown>)[field] = values[i];
    }
  }
  Object.assign(Part.prototype, { type, isNode: true, [`is${type}`]: true });
  return Part;
}

/** Of the forms of a function that mathjs tells apart by the types of its arguments, the one for a text. */
const typed = Object.assign((_name: string, forms: { string: unknown }) => forms.string, {
  referToSelf: () => undefined,
  addConversion: () => undefined,
});

let parser: ((text: string) => MathNode) | undefined;

// The only door to mathjs, and only its parser comes through: nothing is ever evaluated with it.
function createParser(): (text: string) => MathNode {
  const nodes = Object.fromEntries(
    Object.entries(parts).map(([type, fields]) => [type, partOf(type, fields)]),
  );
  // Each factory is named where it is used, so that a bundle holds these two and no other.
  const numeric = (mathjs as unknown as Factories).createNumber({ typed });
  return (mathjs as unknown as Factories).createParse({
    ...nodes,
    typed,
    numeric,
    config: { number: 'number' },
  });
}

/** The mathjs tree of a text. Throws a SyntaxError with the field `char` (from 1) where the text is malformed. */
export function mathjsParse(text: string): MathNode {
  parser ??= createParser();
  return parser(text);
}
