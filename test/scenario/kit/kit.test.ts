import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  choice,
  distribution,
  Formula,
  formula,
  jsonSchema,
  listFields,
  namedMap,
  parameter,
  scenarioJsonSchema,
  section,
  share,
} from '../../../src/scenario/index.ts';
import { schema } from '../vocabulary.ts';

describe('definitions', () => {
  test('a default without a source is refused where it is defined', () => {
    expect(() => parameter({ doc: 'x', default: 0 })).toThrow('needs a source');
    expect(() => formula('price', { doc: 'x', default: 0 })).toThrow('needs a source');
    expect(() => distribution({ doc: 'x', default: 0, source: ' ' })).toThrow('needs a source');
  });

  test('a default outside its own bounds is refused', () => {
    expect(() => share({ doc: 'x', default: 1.5, source: 's' })).toThrow('at most 1');
    expect(() => parameter({ doc: 'x', default: 0, source: 's', above: 0 })).toThrow('above 0');
    expect(() => choice(['a', 'b'], { doc: 'x', default: 'c' as 'a' })).toThrow('not one of its values');
    expect(() => distribution({ doc: 'x', default: 'normal(0, 1)', source: 's', min: 0 })).toThrow(
      'can give values',
    );
  });

  test('a default of 0 is a default', () => {
    expect(z.strictObject({ x: parameter({ doc: 'x', default: 0, source: 's' }) }).parse({})).toEqual({
      x: 0,
    });
  });
});

describe('values', () => {
  const number = parameter({ doc: 'x', above: 0, below: 10, integer: true });
  test.each([
    [1, true],
    [9, true],
    [0, false],
    [10, false],
    [1.5, false],
    [Number.NaN, false],
    ['1', false],
  ])('a parameter of %s is allowed: %s', (value, allowed) =>
    expect(number.safeParse(value).success).toBe(allowed),
  );

  test('the three forms of a distribution are one', () => {
    const need = distribution({ doc: 'x', min: 0, max: 1 });
    const beta = { dist: 'beta', a: 2, b: 5 };
    expect(need.parse('beta(2, 5)')).toEqual(beta);
    expect(need.parse({ dist: 'beta', b: 5, a: 2 })).toEqual(beta);
    expect(need.parse(0.5)).toEqual({ dist: 'constant', value: 0.5 });
    expect(need.safeParse(2).success).toBe(false);
  });

  test.each([
    ['beta(2)', /takes 2 number/],
    ['beta(2, x)', /no number/],
    ['beta(-2, 5)', /too small/],
    ['constructor(1)', /no distribution is called/],
    ['__proto__(1)', /no distribution/],
    [{ dist: 'beta', a: 2 }, /needs "b"/],
    [{ dist: 'beta', a: 2, b: 5, c: 1 }, /no parameter "c"/],
    [{ a: 2 }, /"dist" is missing/],
    [{ dist: 'uniform', min: 3, max: 1 }, /./],
  ])('%j is no distribution', (value, message) => {
    const result = distribution({ doc: 'x' }).safeParse(value);
    expect(result.error?.issues[0].message).toMatch(message);
  });

  test('a formula keeps its text and context', () => {
    const parsed = formula('price', { doc: 'x', default: '2 * score', source: 's' }).parse(undefined);
    expect(parsed).toEqual(new Formula('price', '2 * score'));
  });

  test('names start small and have no signs', () => {
    const map = namedMap(z.number(), { doc: 'x' });
    expect(map.safeParse({ aB1: 1 }).success).toBe(true);
    for (const name of ['A', '1a', 'a-b', 'a.b', 'a b', ''])
      expect(map.safeParse({ [name]: 1 }).success).toBe(false);
    expect(map.parse(undefined)).toEqual({});
  });

  test('absent sections become their defaults, and unknown keys are errors', () => {
    const part = section({ x: share({ doc: 'x', default: 0.5, source: 's' }) }, { doc: 'p' });
    expect(z.strictObject({ part }).parse({})).toEqual({ part: { x: 0.5 } });
    expect(part.safeParse({ y: 1 }).success).toBe(false);
  });
});

describe('fields', () => {
  test('are listed with path, meaning and whether they are required', () => {
    const fields = new Map(listFields(schema).map((field) => [field.path, field]));
    expect(fields.get('clients.groups.*.share')).toMatchObject({
      required: false,
      info: { source: 'assumed' },
    });
    expect(fields.get('incentives.*[fee].price')).toMatchObject({
      required: true,
      info: { kind: 'formula', context: 'price', unit: 'pounds' },
    });
    expect(fields.get('title')).toMatchObject({ required: false });
  });
});

describe('JSON Schema', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  const whole = scenarioJsonSchema(schema);
  const valid = ajv.compile(whole);

  test('is accepted by ajv in strict mode and holds docs, units and defaults', () => {
    const text = JSON.stringify(whole);
    for (const part of [
      'Hours (hours a week)',
      '"default":37',
      'Default: a contract',
      'over the price variables',
    ])
      expect(text).toContain(part);
    expect(
      ajv.compile(jsonSchema(z.strictObject({ x: distribution({ doc: 'x' }) })))({ x: 'beta(2, 5)' }),
    ).toBe(true);
  });

  test.each([
    ['format: 1'],
    ['format: 1\nclients: { number: 5, need: "beta(2, 5)" }'],
    [
      'format: 1\nclients: { number: { value: 5, source: x, range: [1, 9], note: n }, need: { value: 0.5, source: y } }',
    ],
    ['format: 1\nclients: { need: { dist: beta, a: { value: 2, source: z }, b: 5 } }'],
    ['format: 1\nincentives: { a: { kind: fee, price: "2 * score" }, b: { kind: bonus, amount: 3 } }'],
    [
      'format: 1\nextends: x\ndesigns: { a: {}, b: { title: B, from: 3, set: { clients: { number: null } } } }',
    ],
    ['format: 1\ntimeline: { a: { at: { value: 3, source: s }, set: {} } }\n$schema: s'],
    [
      'format: 1\nlevers: { a: { title: A, path: x, from: { value: 0, source: s }, to: 1, also: [y] }, b: { kind: mix, title: B, path: z } }',
    ],
  ])('allows what loads: %s', (text) => {
    expect(valid(parse(text)) || valid.errors).toBe(true);
  });

  test.each([
    ['title: x'],
    ['format: 2'],
    ['format: 1\nclients: { number: 0 }'],
    ['format: 1\nclients: { number: { value: 0 } }'],
    ['format: 1\nclients: { number: { source: x } }'],
    ['format: 1\nclients: { need: "betta(2, 5)" }'],
    ['format: 1\nclients: { need: { dist: beta, c: 5 } }'],
    ['format: 1\nincentives: { a: { kind: fee } }'],
    ['format: 1\nrule: other'],
    ['format: 1\nlevers: { a: { kind: number, path: x } }'],
    ['format: 1\nlevers: { a: { kind: mix, title: A, path: x, from: 1 } }'],
    ['format: 1\ndesigns: { a: { set: {}, levers: {} } }'],
    ['format: 1\ndesigns: { a: { clients: {} } }'],
  ])('refuses what does not load: %s', (text) => {
    expect(valid(parse(text))).toBe(false);
  });
});
