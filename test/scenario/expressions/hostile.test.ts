import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FormulaError } from '../../../src/scenario/expressions/formulaError.ts';
import { compileFormula, Formula, parseFormula } from '../../../src/scenario/index.ts';
import { Slowest } from '../../fuzz/slowest.ts';
import { problemsOf } from '../vocabulary.ts';

const hazard = (text: string) =>
  problemsOf(`format: 1\npathway: { job: { hazard: ${JSON.stringify(text)} } }\n`);

/** Refused where it stands, in words and not in those of the engine. */
function expectRefused(text: string): void {
  const problems = hazard(text);
  expect(problems.length).toBeGreaterThan(0);
  for (const { path, line, message } of problems) {
    expect([path, line]).toEqual(['pathway.job.hazard', 2]);
    expect(message).not.toMatch(/\bat .*\.[jt]s|is not a function|of undefined/);
  }
}

/** Names that every object of the language has. */
const inherited = [
  'constructor',
  '__proto__',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
];

describe('what a program would reach by a formula', () => {
  test.each(inherited)('%s is no variable, function, property, key or parameter', (name) => {
    for (const text of [name, `${name} + need`, `need * (${name})`, `${name} ? 1 : 0`])
      expect(hazard(text)).toMatchObject([{ path: 'pathway.job.hazard', line: 2, found: name }]);
    for (const text of [
      `${name}(1)`,
      `${name}()`,
      `need.${name}`,
      `exp.${name}("x")`,
      `exp.${name}(1)(2)`,
      `need["${name}"]`,
      `{${name}: 1}`,
      `{${name}: 1}.${name}`,
      `${name} = 1`,
      `${name}(x) = x`,
      `need.${name} = 1`,
      `need?.${name}`,
    ]) {
      const problems = hazard(text);
      expect([text, problems.length > 0]).toEqual([text, true]);
      for (const { path, line } of problems) expect([path, line]).toEqual(['pathway.job.hazard', 2]);
    }
    const parameters = problemsOf(
      `format: 1\npathway: { job: { hazard: need, parameters: { ${name}: 1, "${name}2": x } } }\n`,
    );
    expect(parameters.length).toBeGreaterThan(0);
  });

  test.each([
    ['a loop', 'while(1)'],
    ['a loop over nothing', 'for(;;)'],
    ['an arrow', 'x => x'],
    ['new', 'new Date()'],
    ['this', 'this'],
    ['global names', 'globalThis.process.exit(1)'],
    ['a module', 'require("fs")'],
    ['an import', 'import("fs")'],
    ['code in text', 'evaluate("1")'],
    ['mathjs’s own doors', 'createUnit("x")'],
    ['a chain', 'chain(3).done()'],
    ['a template', '`1`'],
    ['a comment', '1 # 2'],
    ['a comment of C', '1 /* 2 */ + 3'],
    ['a comment to the end', '1 // 2'],
    ['a range without end', '1:1e9'],
    ['a range in a sum', 'sum(1:1e9)'],
    ['a matrix', 'zeros(1e9)'],
    ['a matrix written out', '[1, 2; 3, 4]'],
    ['a unit', '5 cm'],
    ['a date', '2020-01-01T00:00'],
    ['a big number', '1n'],
    ['a complex number', '2i'],
    ['a large factorial', '170!'],
    ['a large factorial by name', 'factorial(1e9)'],
    ['endless', 'Infinity'],
    ['no number', 'NaN'],
    ['nothing', 'null'],
    ['undefined', 'undefined'],
  ])('%s is refused with where it stands', (_what, text) => {
    expectRefused(text);
  });
});

describe('signs that look like others', () => {
  test.each([
    ['a Cyrillic e', 'n\u0435ed'],
    ['full-width digits', '\uff11 + \uff12'],
    ['full-width brackets', 'exp\uff081\uff09'],
    ['a full-width minus', '1 \uff0d 2'],
    ['a true minus sign', '1 \u2212 2'],
    ['a times sign', '2 \u00d7 3'],
    ['a zero-width space inside a name', 'ne\u200bed'],
    ['a zero-width joiner', 'need\u200d'],
    ['a right-to-left override', '\u202e1 + need'],
    ['a right-to-left mark', 'need\u200f * 2'],
    ['a byte order mark', '\ufeffneed * x'],
    ['a no-break space', 'need\u00a0need'],
    ['a line separator', '1\u20281'],
    ['a composed letter', 'ne\u0301ed'],
    ['a mathematical letter', '\u{1d427}eed'],
    ['half a sign', 'need + \ud835'],
    ['Arabic digits', '\u0661 + need'],
    ['a superscript', 'need\u00b2'],
  ])('%s is no sign of a formula', (_what, text) => {
    expectRefused(text);
  });
});

describe('sums that have no end or no value', () => {
  test.each([
    ['9^9^9^9', /finite|bounds/],
    ['1 / 0', /finite|bounds/],
    ['0 / 0', /finite|bounds/],
    ['exp(1e9)', /finite|bounds/],
    ['log(0)', /finite|bounds/],
    ['sqrt(-1)', /finite|bounds/],
    ['(-8) ^ (1 / 3)', /finite|bounds/],
    ['1e308 * 10', /finite|bounds/],
  ])('%s is refused where it is a constant', (text, message) => {
    expect(hazard(text)[0].message).toMatch(message);
  });

  test('names and operators without end are refused before they are read', () => {
    const of = (text: string) => () => parseFormula(text);
    for (const text of ['x'.repeat(1e6), `1${'+1'.repeat(1e5)}`, `${'('.repeat(1e5)}1${')'.repeat(1e5)}`])
      expect(of(text)).toThrow(/too long/);
    expect(of(`${'exp('.repeat(200)}1${')'.repeat(200)}`)).toThrow(/brackets/);
    expect(of(`1${'+1'.repeat(900)}`)).toThrow(/inside one another|too many/);
    expect(of(`9${'^9'.repeat(60)}`)).toThrow(/inside one another/);
  });
});

test('whatever the text, it is a formula or a FormulaError', () => {
  const pieces = [
    ...['need', 'trust', 'exp', 'clip', 'min', '(', ')', ',', '+', '-', '*', '/', '^', '<', '>=', '?', ':'],
    ...[
      '1',
      '0',
      '1e308',
      '.5',
      ' ',
      'not ',
      ' and ',
      ' or ',
      '=',
      '.',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '!',
      '%',
    ],
    ...[
      'constructor',
      '__proto__',
      '\n',
      ';',
      '#',
      '\u0000',
      '\ud800',
      '\u202e',
      'NaN',
      'i',
      'e',
      '..',
      '?.',
      '=>',
    ],
  ];
  const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 14 });
  const slowest = new Slowest('reading a formula');
  let read = 0;
  fc.assert(
    fc.property(text, (parts) => {
      try {
        const formula = parts.join('');
        const value = slowest.timed(formula, () =>
          compileFormula(new Formula('hazard', formula)).evaluateOne({ need: 0.5, trust: 0 }),
        );
        expect(typeof value).toBe('number');
        read++;
      } catch (error) {
        // A variable that nobody gives a value is found when scenarios are checked, and here when one is worked out.
        if (!(error instanceof FormulaError) && !/needs a value/.test((error as Error).message)) throw error;
      }
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 2000), seed: Number(process.env.FUZZ_SEED ?? 1) },
  );
  expect(read).toBeGreaterThan(0);
  slowest.expectShort();
});
