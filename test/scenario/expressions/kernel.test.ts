import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp, log, logistic } from '../../../src/random/math.ts';
import {
  binaryOperations,
  type Expression,
  formulaFunctions,
  ternaryOperations,
  unaryOperations,
} from '../../../src/scenario/expressions/expression.ts';
import { compileFormula, expressionOf, Formula } from '../../../src/scenario/index.ts';

/** The plainest reading of a tree: no folding, no weighted sums. */
function plain(expression: Expression, values: Record<string, number>): number {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'variable':
      return values[expression.name];
    case 'unary':
      return unaryOperations[expression.name](plain(expression.of, values));
    case 'binary':
      return binaryOperations[expression.name](
        plain(expression.left, values),
        plain(expression.right, values),
      );
    case 'ternary': {
      const [a, b, c] = expression.of.map((part) => plain(part, values));
      return ternaryOperations[expression.name](a, b, c);
    }
  }
}

const names = ['x', 'y', 'z', 'k'];
const numbers = fc.integer({ min: -20, max: 20 }).map((n) => (n < 0 ? `(${n / 8})` : `${n / 8}`));

/**
 * Formulas whose values are eighths of whole numbers and stay far below 2^53, so that every order of adding gives the
 * same number exactly, and comparisons cannot tip over by rounding. The seed is fixed, so a failure is a fault.
 */
const exactFormula = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...names),
    numbers,
    fc
      .tuple(
        tie('any'),
        fc.constantFrom('+', '-', '+', '-', '<', '<=', '>', '>=', ' and ', ' or '),
        tie('any'),
      )
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(numbers, tie('any')).map(([a, b]) => `(${a} * (${b}))`),
    fc.tuple(tie('any'), fc.constantFrom('2', '4')).map(([a, b]) => `((${a}) / ${b})`),
    tie('any').map((a) => `(-${a})`),
    tie('any').map((a) => `(not ${a})`),
    fc.tuple(fc.constantFrom('min', 'max'), tie('any'), tie('any')).map(([f, a, b]) => `${f}(${a}, ${b})`),
    fc
      .tuple(fc.constantFrom('abs', 'floor', 'ceil', 'round', 'step'), tie('any'))
      .map(([f, a]) => `${f}(${a})`),
    fc.tuple(tie('any'), tie('any'), tie('any')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc.tuple(tie('any'), numbers, numbers).map(([a, b, c]) => `clip(${a}, ${b}, ${c})`),
  ),
})).any;

/** Products and powers of columns, which are exact, and what chooses among them without new values. */
const chosenFormula = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('x', '(x * y)', '(x ^ 2)', '(y ^ 3)', '(x ^ 4)', '(y * y)'),
    fc.tuple(fc.constantFrom('min', 'max'), tie('any'), tie('any')).map(([f, a, b]) => `${f}(${a}, ${b})`),
    fc.tuple(tie('any'), tie('any'), tie('any')).map(([a, b, c]) => `(${a} > 0 ? ${b} : ${c})`),
  ),
})).any;

const rows = 2500;
const column = (seed: number) =>
  Float64Array.from({ length: rows }, (_, i) => (((i * 7919 + seed * 104729) % 401) - 200) / 8);
const columns: Record<string, Float64Array> = { x: column(1), y: column(2), z: column(3) };

function tooLarge(text: string): boolean {
  try {
    expressionOf(new Formula('measure', text));
    return false;
  } catch {
    return true;
  }
}

describe('kernels against the plain reading', () => {
  test.each([
    ['sums and comparisons', exactFormula, 400],
    ['products and powers', chosenFormula, 800],
  ])(
    'equal for random formulas, over several blocks, with broadcast numbers and constants: %s',
    (_, formulas, numRuns) => {
      fc.assert(
        fc.property(formulas, (text) => {
          fc.pre(!tooLarge(text));
          const formula = new Formula('measure', text);
          const kernel = compileFormula(formula, { k: 0.375 });
          const out = new Float64Array(rows);
          const inputs = kernel.variables.map((name) => (name === 'z' ? 1.25 : columns[name]));
          kernel.evaluate(rows, inputs, out);
          const expression = expressionOf(formula);
          for (const i of [0, 1, 1023, 1024, 2047, 2048, 2499]) {
            const values = { x: columns.x[i], y: columns.y[i], z: 1.25, k: 0.375 };
            // + 0 since a rearranged sum may turn -0 into 0.
            expect(out[i] + 0).toBe(plain(expression, values) + 0);
            expect(kernel.evaluateOne(values) + 0).toBe(out[i] + 0);
          }
        }),
        { numRuns, seed: 20_240_601 },
      );
    },
  );

  test('a hazard is a rearranged sum within a few units in the last place, and equal one by one', () => {
    const text =
      'logistic(a - b * x + 0.8 * (y - 0.5) + 0.3 * (z - t0) + 0.12 * y * log(1 + abs(x) / 0.15) + x^3 / 7e3)';
    const formula = new Formula('hazard', text);
    const constants = { a: -4.79, b: 0.026, t0: 0.3 };
    const kernel = compileFormula(formula, constants);
    expect(kernel.variables).toEqual(['x', 'y', 'z']);
    const out = new Float64Array(rows);
    kernel.evaluate(rows, [columns.x, columns.y, columns.z], out);
    for (let i = 0; i < rows; i++) {
      const [x, y, z] = [columns.x[i], columns.y[i], columns.z[i]];
      expect(kernel.evaluateOne({ x, y, z })).toBe(out[i]);
      const sum =
        -4.79 -
        0.026 * x +
        0.8 * (y - 0.5) +
        0.3 * (z - 0.3) +
        0.12 * y * log(1 + Math.abs(x) / 0.15) +
        (x * x * x) / 7e3;
      // Terms stay below 100, so their rounding moves the logit by less than 1e-13, and the chance by no more.
      expect(Math.abs(out[i] / logistic(sum) - 1)).toBeLessThan(1e-12);
    }
  });
});

describe('kernels', () => {
  const kernel = (text: string | number, constants = {}) =>
    compileFormula(new Formula('measure', text), constants);

  test.each([
    ...Object.keys(formulaFunctions)
      .filter((name) => !['min', 'max', 'clip'].includes(name))
      .map((name) => `${name}(x)`),
    ...['min(x, y)', 'max(x, y)', 'clip(x, y, z)', 'x ? y : z', '-x', 'not x'],
    ...['+', '-', '*', '/', '^', '<', '<=', '>', '>=', 'and', 'or'].map((sign) => `x ${sign} y`),
    ...['x ^ 2', 'x ^ 3', 'x ^ 4', '1 + 2 * x + 3 * y + 4 * z', '1 + 2 * exp(x)'],
  ])('%s is written for those who are asked about, and for nobody after them', (text) => {
    const asked = 5;
    const out = new Float64Array(asked + 3).fill(99);
    const column = Float64Array.from({ length: asked + 3 }, (_, i) => (i + 1) / 8);
    const compiled = kernel(text);
    compiled.evaluate(
      asked,
      compiled.variables.map(() => column),
      out,
    );
    expect(out.subarray(0, asked)).not.toContain(99);
    expect([...out.subarray(asked)]).toEqual([99, 99, 99]);
  });

  test('what is known when compiling is a constant', () => {
    expect(kernel('a * 2 + exp(b)', { a: 3, b: 0 }).constant).toBe(7);
    expect(kernel('a > 1 ? 5 : x', { a: 3 })).toMatchObject({ constant: 5, variables: [] });
    const out = new Float64Array(3).fill(9);
    kernel(4).evaluate(2, [], out);
    expect([...out]).toEqual([4, 4, 9]);
  });

  test('a condition that is decided leaves out the variables of the other branch', () => {
    expect(kernel('a > 1 ? y : x', { a: 3 }).variables).toEqual(['y']);
  });

  test('several kernels run side by side, each on its own scratch columns', () => {
    const [f, g] = [kernel('exp(x) * 2 + y^2'), kernel('(x + y) * (x - y) + exp(y)')];
    const alone = new Float64Array(rows);
    f.evaluate(rows, [columns.x, columns.y], alone);
    const [first, second] = [new Float64Array(rows), new Float64Array(rows)];
    f.evaluate(rows, [columns.x, columns.y], first);
    g.evaluate(rows, [columns.x, columns.y], second);
    f.evaluate(rows, [columns.x, columns.y], first);
    expect(first).toEqual(alone);
    expect(first[5]).toBe(2 * exp(columns.x[5]) + columns.y[5] * columns.y[5]);
  });

  test('the result may overwrite an input, even where many terms are added', () => {
    const many = kernel('x + 2*y + 3*z + 4*abs(x) + 5*abs(y) + 6*abs(z) + 7*floor(x) + x * y');
    const inputs = ['x', 'y', 'z'].map((name) => columns[name].slice());
    const apart = new Float64Array(rows);
    many.evaluate(rows, inputs, apart);
    many.evaluate(rows, inputs, inputs[0]);
    expect(inputs[0]).toEqual(apart);
  });

  test('rows beyond n stay untouched, and n may be 0', () => {
    const out = new Float64Array(1500).fill(-1);
    kernel('x * y').evaluate(1100, [2, columns.y], out);
    expect(out[1099]).toBe(2 * columns.y[1099]);
    expect([...out.slice(1100)].every((value) => value === -1)).toBe(true);
    kernel('x').evaluate(0, [new Float64Array(0)], new Float64Array(0));
  });

  test('missing or short columns and values are errors', () => {
    expect(() => kernel('x + y').evaluate(5, [columns.x], new Float64Array(5))).toThrow('"y"');
    expect(() => kernel('x').evaluate(5, [new Float64Array(4)], new Float64Array(5))).toThrow('"x"');
    expect(() => kernel('x').evaluate(5, [1], new Float64Array(4))).toThrow('result');
    expect(() => kernel('x').evaluateOne({})).toThrow('"x"');
    expect(() => kernel('toString').evaluateOne({})).toThrow('"toString"');
  });

  test('powers: whole ones by multiplication, others by pow, the same in columns and alone', () => {
    for (const text of ['x^2', 'x^3', 'x^4', 'x^7', 'x^-2', 'abs(x)^0.5', 'abs(x)^y']) {
      const compiled = kernel(text);
      const out = new Float64Array(10);
      const inputs = compiled.variables.map((name) => columns[name]);
      compiled.evaluate(10, inputs, out);
      for (let i = 0; i < 10; i++)
        expect(out[i]).toBe(compiled.evaluateOne({ x: columns.x[i], y: columns.y[i] }));
    }
    expect(kernel('x^3').evaluateOne({ x: 1.1 })).toBe(1.1 * 1.1 * 1.1);
  });
});
