import { create, type MathNode, parseDependencies } from 'mathjs/number';

// The only door to mathjs, and only its parser comes through: nothing is ever evaluated with it.
let parser: ((text: string) => MathNode) | undefined;

/** The mathjs tree of a text. Throws a SyntaxError with the field `char` (from 1) where the text is malformed. */
export function mathjsParse(text: string): MathNode {
  parser ??= create({ parseDependencies }, {}).parse as (text: string) => MathNode;
  return parser(text);
}
