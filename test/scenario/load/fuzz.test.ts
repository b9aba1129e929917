import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ScenarioError } from '../../../src/scenario/index.ts';
import { load } from '../vocabulary.ts';

const sample = `format: 1
title: A pilot
clients: { number: { value: 50, source: a register, range: [10, 90] }, need: "beta(2, 3)" }
incentives:
  start: { kind: fee, price: 2 * score }
pathway:
  job: { hazard: "logistic(a - trust)", parameters: { a: -4 } }
timeline:
  cut: { at: 10, set: { incentives: { start: { price: 80 } } } }
designs:
  asBuilt: {}
  other: { from: 5, set: { incentives: { start: null } } }
`;
const pieces = [
  '',
  ' ',
  '\n',
  '  ',
  ':',
  ': ',
  '{',
  '}',
  '[',
  ']',
  ',',
  '"',
  "'",
  '&a ',
  '*a',
  '- ',
  '!',
  '|',
  '>',
  '#',
  '%',
  'null',
  '-1',
  '1e400',
  '.nan',
  'beta(',
  ')',
  'value: ',
  'dist: ',
  'kind: ',
  '__proto__: ',
  'constructor: ',
  '\u0000',
  '\ufffd',
  '😀',
  '\t',
];

/** Either a scenario or a list of problems with places; anything else that is thrown is a fault. */
function check(text: string, set: string[]): void {
  try {
    for (const { hash, parameters } of load(text, { set }).designs)
      expect([hash.length, parameters.length > 0]).toEqual([64, true]);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    for (const { line, column, message, file } of error.problems) {
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
      expect(message && file).not.toBe('');
    }
  }
}

test('a scenario cut, pasted and spoilt anywhere loads or says where it is wrong', () => {
  const edit = fc.tuple(fc.nat(sample.length), fc.nat(12), fc.constantFrom(...pieces));
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      const text = edits.reduce(
        (now, [at, cut, piece]) => now.slice(0, at) + piece + now.slice(at + cut),
        sample,
      );
      check(text, []);
    }),
    { numRuns: 1500, seed: 7 },
  );
});

test('so does any setting', () => {
  const names = [
    'clients',
    'number',
    'need',
    'a',
    'designs',
    'other',
    'set',
    'from',
    'timeline',
    'cut',
    'at',
    'incentives',
    'start',
    'kind',
    'format',
    'extends',
    '__proto__',
    'toString',
    '',
  ];
  const path = fc
    .array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('.'));
  const value = fc.constantFrom(
    '1',
    '-1',
    'x',
    'null',
    '',
    '{}',
    '[]',
    '[1]',
    '{ value: 3 }',
    '{ range: [1, 2] }',
    'beta(1, 1)',
    '{',
    '&a *a',
    'true',
  );
  fc.assert(
    fc.property(path, value, (where, what) => check(sample, [`${where}=${what}`])),
    { numRuns: 1000, seed: 8 },
  );
});
