import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { formulaVariables } from '../../../src/model/formulas/variables.ts';
import { recordedVariables } from '../../../src/model/incentives/clientAmounts.ts';
import {
  checkInstruments,
  createInstruments,
  incentivesSchema,
  instrumentKinds,
} from '../../../src/model/incentives/registry.ts';
import type { Scenario } from '../../../src/model/schema/scenario.ts';
import { jsonSchema, listFields } from '../../../src/scenario/kit/index.ts';
import { names, testSetup } from './scheme.ts';

const folder = new URL('../../../src/model/incentives/', import.meta.url);
const problemsOf = (entry: unknown) => incentivesSchema.safeParse({ fee: entry }).error?.issues ?? [];

describe.each(Object.entries(instrumentKinds))(
  '%s',
  (kind, { title, pays, tempts, example, schema, create }) => {
    test('is described', () => {
      expect(title).not.toBe('');
      expect(pays).toMatch(/\.$/);
      expect(tempts).toMatch(/\.$/);
      expect(create).toBeTypeOf('function');
    });

    test('has a file of its own', () => {
      expect(readdirSync(folder)).toContain(`${kind}.ts`);
    });

    test('has an example that runs, passes the checks and the JSON Schema', () => {
      const entries = parse(example);
      const incentives = incentivesSchema.parse(entries);
      expect(Object.values(incentives)[0].kind).toBe(kind);
      expect(checkInstruments(incentives, names)).toEqual([]);
      const [instrument] = createInstruments(incentives, testSetup());
      expect(instrument.kind).toBe(kind);
      expect(instrument.name).toBe(Object.keys(entries)[0]);
      const validate = new Ajv({ strict: false }).compile(jsonSchema(incentivesSchema));
      expect(validate(entries), JSON.stringify(validate.errors)).toBe(true);
    });

    test('says of every default where it comes from', () => {
      const numbers = listFields(schema).filter(
        ({ info }) => !['text', 'section', 'namedMap'].includes(info.kind),
      );
      expect(numbers.length).toBeGreaterThan(0);
      for (const { path, info } of numbers)
        if (info.default !== undefined) expect(info.source, path).toBeTruthy();
    });

    test('imports no other instrument', () => {
      const source = readFileSync(new URL(`${kind}.ts`, folder), 'utf8');
      const imports = [...source.matchAll(/from '\.\/(\w+)\.ts'/g)].map((match) => match[1]);
      expect(imports).toContain('instrument');
      for (const name of imports) expect(Object.keys(instrumentKinds)).not.toContain(name);
    });
  },
);

test('what instruments share knows no instrument', () => {
  const kinds = Object.keys(instrumentKinds);
  const shared = readdirSync(folder).filter(
    (file) => !kinds.includes(file.slice(0, -3)) && file !== 'registry.ts',
  );
  for (const file of shared) {
    const source = readFileSync(new URL(file, folder), 'utf8');
    for (const kind of kinds) expect(source, file).not.toContain(`'./${kind}.ts'`);
  }
});

test('without incentives there is no instrument', () => {
  expect(incentivesSchema.parse(undefined)).toEqual({});
  expect(createInstruments({}, testSetup())).toEqual([]);
});

test('an unknown kind is told the nearest one, a missing kind all of them', () => {
  expect(problemsOf({ kind: 'milestonFee', amount: 1 })).toMatchObject([
    { path: ['fee', 'kind'], message: expect.stringContaining('did you mean milestoneFee?') },
  ]);
  expect(problemsOf({ amount: 1 })).toMatchObject([
    { path: ['fee', 'kind'], message: expect.stringContaining('the kind is missing') },
  ]);
  expect(problemsOf({ kind: 'constructor' })[0].message).toContain('no instrument is of kind "constructor"');
});

test('an error inside a known kind keeps its own words', () => {
  expect(problemsOf({ kind: 'target', event: 'jobStart', threshold: 'many' })).toMatchObject([
    { path: ['fee', 'threshold'], code: 'invalid_type' },
  ]);
  expect(problemsOf({ kind: 'attachmentFee', amount: 5, amout: 6 })).toMatchObject([
    { code: 'unrecognized_keys', keys: ['amout'] },
  ]);
  expect(problemsOf({ kind: 'attachmentFee' })).toMatchObject([{ path: ['fee', 'amount'] }]);
  expect(problemsOf({ kind: 'blockGrant', amount: -5 })).toMatchObject([{ code: 'too_small' }]);
});

test('names that the scenario lacks are found, with the nearest', () => {
  const incentives = incentivesSchema.parse({
    start: { kind: 'milestoneFee', event: 'jobstart', amount: 1, byGroup: { essa: 2 } },
    stay: { kind: 'sustainmentFee', event: 'sustained62', amount: 1 },
    visits: { kind: 'activityFee', role: 'keyworker', amount: 1 },
    goal: { kind: 'target', event: 'training', threshold: 1, byGroup: { elsewhere: 2 } },
    join: { kind: 'attachmentFee', amount: 1, byGroup: { jsa: 2 } },
  });
  expect(checkInstruments(incentives, names)).toMatchObject([
    { path: ['start', 'event'], found: 'jobstart', nearest: 'jobStart' },
    { path: ['start', 'byGroup', 'essa'], found: 'essa', nearest: 'esa', allowed: 'jsa, esa, empty' },
    { path: ['stay', 'event'], nearest: 'sustained26' },
    { path: ['visits', 'role'], nearest: 'keyWorker' },
    { path: ['goal', 'byGroup', 'elsewhere'] },
  ]);
});

test('an activity fee states a role or an event, and not both', () => {
  const problems = (entry: object) =>
    checkInstruments(incentivesSchema.parse({ fee: { kind: 'activityFee', amount: 1, ...entry } }), names);
  expect(problems({})).toMatchObject([{ path: ['fee'], found: 'neither role nor event' }]);
  expect(problems({ role: 'keyWorker', event: 'training' })).toMatchObject([
    { found: 'both role and event' },
  ]);
  expect(problems({ event: 'training' })).toEqual([]);
});

test('every variable that price formulas may use can be read', () => {
  const scenario = {
    clients: { traits: {}, barriers: {} },
    caseworkers: { roles: {} },
    interventions: {},
    world: { shocks: {}, localTraits: {} },
  } as unknown as Scenario;
  for (const { name } of formulaVariables('price', scenario)) expect(recordedVariables).toContain(name);
});

test('an instrument of the same name goes on only if it is of the same kind', () => {
  const setup = testSetup();
  const parse = (entry: object) => incentivesSchema.parse({ fee: entry });
  const before = createInstruments(parse({ kind: 'sustainmentFee', event: 'jobStart', amount: 1 }), setup);
  const after = createInstruments(
    parse({ kind: 'milestoneFee', event: 'jobStart', amount: 1 }),
    setup,
    before,
  );
  expect(after[0].kind).toBe('milestoneFee');
  expect(setup.books.accounts).toHaveLength(1);
});
