import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../../src/scenario/expressions/parse.ts';
import { type Simplified, simplify } from '../../../src/scenario/expressions/simplify.ts';

const folded = (text: string, constants: Record<string, number> = {}) =>
  simplify(parseFormula(text), constants);
const x: Simplified = { kind: 'variable', name: 'x' };
const y: Simplified = { kind: 'variable', name: 'y' };
const term = (coefficient: number, of: Simplified, shift = 0) => ({ coefficient, shift, of });

describe('a formula after folding', () => {
  it.each<[string, number, ReturnType<typeof term>[]]>([
    ['x * 2', 0, [term(2, x)]],
    ['2 * x', 0, [term(2, x)]],
    ['-x', 0, [term(-1, x)]],
    ['-(x + 3)', -3, [term(-1, x)]],
    ['5 - (x - y)', 5, [term(-1, x), term(1, y)]],
    ['2 * (x + 3)', 0, [term(2, x, 3)]],
    ['2 * (3 - x)', 0, [term(-2, x, -3)]],
    // The shift is kept where the coefficient is 1 again.
    ['2 * (1 * (x + 3))', 0, [term(2, x, 3)]],
    ['4 * (0.5 * (2 * (x + 3)))', 0, [term(4, x, 3)]],
    ['1 + 2 * (x + 3) + y', 1, [term(2, x, 3), term(1, y)]],
    ['2 * (x + y)', 0, [term(2, { kind: 'sum', constant: 0, terms: [term(1, x), term(1, y)] })]],
  ])('%s is a weighted sum', (text, constant, terms) => {
    expect(folded(text)).toEqual({ kind: 'sum', constant, terms });
  });

  it.each<[string, number]>([
    ['k + 1', 4],
    ['-k', -3],
    ['exp(k - 3)', 1],
    ['k * k', 9],
    ['clip(k, 0, 2)', 2],
    ['k > 2 ? 5 : x', 5],
    ['k < 2 ? x : 5', 5],
  ])('%s is a number where its constants are known', (text, value) => {
    expect(folded(text, { k: 3 })).toEqual({ kind: 'number', value });
  });

  it.each<[string, Simplified]>([
    ['x + 0', x],
    ['1 * x', x],
    ['x - 0', x],
    ['clip(x, 0, k)', { kind: 'ternary', name: 'clip', of: [x, folded('0'), folded('3')] }],
    ['clip(k, x, 2)', { kind: 'ternary', name: 'clip', of: [folded('3'), x, folded('2')] }],
    ['clip(k, 0, x)', { kind: 'ternary', name: 'clip', of: [folded('3'), folded('0'), x] }],
    ['x * y', { kind: 'binary', name: 'multiply', left: x, right: y }],
    ['not x', { kind: 'unary', name: 'not', of: x }],
  ])('%s is no more than that', (text, expected) => {
    expect(folded(text, { k: 3 })).toEqual(expected);
  });
});
