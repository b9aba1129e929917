import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFormula } from '../../../src/scenario/expressions/index.ts';
import { Formula } from '../../../src/scenario/kit/index.ts';

const formulas = [
  'logistic(-4 + 0.8 * (a - 0.5) - 2 * b + 0.3 * c * log1p(a / 0.15))',
  '(1 - a) * exp(b - c)',
  'a > 0.5 ? b ^ 2 : min(b, c)',
  'clip(a - b, 0, c) / (1 + a)',
  'abs(a - b) + sqrt(c) + step(a - c)',
  'not (a < b) and c',
  '(1 + a) ^ (b - c)',
  'max(-a, b * -c, floor(3 * c))',
];

describe('bounds of a formula', () => {
  it.each(formulas)('hold for every value in the ranges: %s', (text) => {
    const kernel = compileFormula(new Formula('hazard', text));
    const side = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.tuple(side, side, side), fc.tuple(side, side, side), (ranges, at) => {
        const names = ['a', 'b', 'c'];
        const bounds: Record<string, [number, number]> = {};
        const values: Record<string, number> = {};
        names.forEach((name, index) => {
          const [x, y] = ranges[index];
          bounds[name] = [Math.min(x, y), Math.max(x, y)];
          values[name] = bounds[name][0] + at[index][0] * (bounds[name][1] - bounds[name][0]);
        });
        const [low, high] = kernel.bounds(bounds);
        const value = kernel.evaluateOne(values);
        const slack = 1e-12 * (1 + Math.abs(value));
        expect(value).toBeGreaterThanOrEqual(low - slack);
        expect(value).toBeLessThanOrEqual(high + slack);
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  it.each<[string, number, number]>([
    ['2 * (a + 3)', 4, 10],
    ['2 * (a - 3)', -8, -2],
    ['-2 * (a + 3)', -10, -4],
    ['-a', -2, 1],
    ['abs(a)', 0, 2],
    ['abs(a + 1)', 0, 3],
    ['abs(a - 2)', 0, 3],
    ['abs(3 - a)', 1, 4],
    ['clip(a, 0, 1)', 0, 1],
    ['exp(0) + a', 0, 3],
    ['7', 7, 7],
  ])('are as narrow as they can be where each variable stands once: %s', (text, low, high) => {
    const bounds = compileFormula(new Formula('hazard', text)).bounds({ a: [-1, 2] });
    // + 0 since a sign may turn 0 into -0.
    expect(bounds.map((bound) => bound + 0)).toEqual([low, high]);
  });

  it('are exact where every variable is known', () => {
    const kernel = compileFormula(new Formula('hazard', 'logistic(2 * a - b)'));
    const [low, high] = kernel.bounds({ a: [0.5, 0.5], b: [1, 1] });
    expect([low, high]).toEqual([0.5, 0.5]);
  });

  it('are everything where a variable has no range or a division can pass 0', () => {
    expect(compileFormula(new Formula('hazard', 'a + 1')).bounds({})).toEqual([-Infinity, Infinity]);
    expect(compileFormula(new Formula('hazard', '1 / a')).bounds({ a: [-1, 1] })).toEqual([
      -Infinity,
      Infinity,
    ]);
  });
});
