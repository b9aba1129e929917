import { describe, expect, test } from 'vitest';
import type { FormulaError } from '../../../src/scenario/expressions/formulaError.ts';
import { compileFormula, Formula, parseFormula } from '../../../src/scenario/index.ts';
import { problemsOf } from '../vocabulary.ts';

const value = (text: string | number, values: Record<string, number> = {}) =>
  compileFormula(new Formula('measure', text)).evaluateOne(values);

describe('what a formula may say', () => {
  test.each<[string | number, number]>([
    [3, 3],
    ['-2.5e1', -25],
    ['1 + 2 * 3 - 4 / 8', 6.5],
    ['-2 ^ 2', -4],
    ['2 ^ 3 ^ 2', 512],
    ['2 ^ -1', 0.5],
    ['+3', 3],
    ['(1 + 2) * 3', 9],
    ['1 < 2', 1],
    ['2 <= 1', 0],
    ['1 > 2 or 3 >= 3', 1],
    ['not 0 and 2', 1],
    ['1 > 2 ? 10 : 20', 20],
    ['min(3, 1, 2)', 1],
    ['max(3)', 3],
    ['clip(7, 0, 5)', 5],
    ['step(0) + step(0.1)', 1],
    ['round(2.5) + floor(-0.5) + ceil(0.2)', 3],
    ['abs(-2) + sqrt(9)', 5],
    ['log(exp(1))', 1],
    ['logistic(0)', 0.5],
    ['log1p(0) + expm1(0)', 0],
  ])('%s is %d', (text, expected) => {
    expect(value(text)).toBeCloseTo(expected, 14);
  });
});

describe('what it may not say', () => {
  const cases: [string, RegExp][] = [
    ['import("fs")', /text/],
    ['import(a)', /"import" is no function/],
    ['evaluate(a)', /"evaluate" is no function/],
    ['constructor(1)', /"constructor" is no function/],
    ['toString(1)', /"toString" is no function/],
    ['hasOwnProperty(1)', /"hasOwnProperty" is no function/],
    ['a.constructor', /property/],
    ['a.b.c(1)', /by name only/],
    ['a["b"]', /matrix|text/],
    ['[1, 2]', /matrix/],
    ['{a: 1}', /object/],
    ['a = 3', /assign/],
    ['f(x) = x', /define a function/],
    ['a; b', /second statement/],
    ['a\nb', /several statements/],
    ['1 : 3', /range/],
    ['2 need', /multiply without a sign/],
    ['2(need)', /multiply without a sign/],
    ['5 cm', /units of measure/],
    ['a == b', /"==" may not/],
    ['a != b', /factorial or inequality/],
    ['a!', /factorial/],
    ['a % b', /remainder/],
    ['a mod b', /"mod" may not/],
    ['a to b', /"to" may not/],
    ['a xor b', /"xor" may not/],
    ['a & b', /bit operation/],
    ["a'", /transpose/],
    ['0 < a < 1', /chain comparisons/],
    ['true', /finite numbers/],
    ['NaN', /finite numbers/],
    ['1e999', /finite/],
    ['a # b', /comment/],
    ['$a', /the sign \$/],
    ['a @ b', /the sign @/],
    ['a \\ b', /the sign \\/],
    ['[1, 2]', /a matrix/],
    ['{a: 1}', /an object/],
    ['"a"', /text \("…"\)/],
    ['`a`', /text \(`…`\)/],
    ['a | b', /bit operation \(\|\): write "or"/],
    ['~a', /bit operation \(~\): write "not"/],
    ['', /empty/],
    ['   ', /empty/],
    ['1 +', /malformed/],
    ['(1', /malformed/],
    ['random()', /"random" is no function/],
    ['exp()', /was given 0/],
    ['exp(1, 2)', /was given 2/],
    ['clip(1, 2)', /was given 2/],
  ];
  test.each(cases)('%j', (text, message) => {
    expect(() => parseFormula(text)).toThrow(message);
  });

  const problems = (text: string | number) => {
    try {
      parseFormula(text);
    } catch (error) {
      return (error as FormulaError).problems;
    }
    throw new Error(`${text} is a formula`);
  };

  test('a number that is not finite is shown', () => {
    expect(problems('1e999')).toEqual([{ message: 'a formula must be finite', found: '1e999' }]);
    expect(problems(Number.NaN)).toEqual([{ message: 'a formula must be finite', found: 'NaN' }]);
  });

  test('what the parser says stands without its own words for the place', () => {
    expect(problems('a + (b * c')).toEqual([
      { message: 'the formula is malformed: Parenthesis ) expected', at: 10 },
    ]);
  });

  test('the same fault is told once, another in the same piece by itself', () => {
    expect(problems('exp() + exp() + log() + exp()').map(({ message }) => message)).toEqual([
      'exp was given 0 number(s)',
      'log was given 0 number(s)',
    ]);
    expect(problems('(a == b) + (a == b) + (a mod b)').map(({ found }) => found)).toEqual(['==', 'mod']);
    expect(problems('(0 < a < 1) + a.b + (0 < a < 1)').map(({ message }) => message)).toEqual([
      'a formula may not chain comparisons: write "a < x and x < b"',
      'a formula may not read a property (".")',
    ]);
  });

  test('a product without a sign is shown by what can be named of it', () => {
    expect(problems('2 need')[0].found).toBe('2 need');
    expect(problems('2(a + b)')[0].found).toBe('2 (…)');
    expect(problems('2 exp(a)')[0].found).toBe('2 exp');
  });

  test('a misspelt function names the nearest', () => {
    expect(() => parseFormula('logistik(1)')).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ nearest: 'logistic' }) }),
    );
  });

  test.each([
    ['100,000 brackets', `${'('.repeat(1e5)}1${')'.repeat(1e5)}`, /too long/],
    ['60 brackets', `${'('.repeat(60)}1${')'.repeat(60)}`, /brackets/],
    ['60 signs of minus', `${'-'.repeat(60)}a`, /inside one another/],
    ['1,900 signs of minus', `${'-'.repeat(1900)}a`, /inside one another/],
    ['600 powers', `a${'^a'.repeat(600)}`, /inside one another|too many/],
    ['400 conditions', `${'a?b:'.repeat(400)}c`, /inside one another|too many/],
    ['600 "not"', `${'not '.repeat(450)}a`, /inside one another|too many/],
    ['500 parts in a list', `max(${Array(600).fill('a').join(',')})`, /too many parts/],
    ['a megabyte', 'a+'.repeat(5e5), /too long/],
  ])('%s are refused fast', (_name, text, message) => {
    const start = performance.now();
    expect(() => parseFormula(text)).toThrow(message);
    // Two orders of magnitude above what it takes, and far below what an unguarded parser does.
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('formulas in a scenario', () => {
  const hazard = (text: string, parameters = '') =>
    problemsOf(`format: 1\npathway:\n  job:\n    hazard: ${text}\n    parameters: { ${parameters} }\n`);

  test('a misspelt variable names the nearest, at its place', () => {
    expect(hazard('2 * trusst')).toMatchObject([
      {
        line: 4,
        column: 13,
        path: 'pathway.job.hazard',
        found: 'trusst',
        nearest: 'trust',
        allowed: 'need, trust',
      },
    ]);
  });

  test('a name from another context says so', () => {
    const [problem] = problemsOf('format: 1\nincentives: { a: { kind: fee, price: need * 2 } }\n');
    expect(problem.message).toBe(
      '"need" is known only to hazard, measure formulas; a price formula sees recorded or reported facts',
    );
    expect(problem.nearest).toBeUndefined();
  });

  test('several wrong names are all reported, local parameters are known', () => {
    expect(hazard('a + x + y + need', 'a: 1').map(({ found }) => found)).toEqual(['x', 'y']);
  });

  test('a local parameter may not hide a variable', () => {
    expect(hazard('need', 'need: 1')[0].message).toContain('hides a variable');
  });

  test('a formula that is a number in disguise keeps the bounds of its field', () => {
    expect(problemsOf('format: 1\nincentives: { a: { kind: fee, price: 2 - 3 } }\n')).toMatchObject([
      { message: 'the value is out of bounds', found: '-1', allowed: 'a number, at least 0' },
    ]);
  });
});
