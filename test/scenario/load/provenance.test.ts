import { describe, expect, test } from 'vitest';
import { load, problemsOf } from '../vocabulary.ts';

const text = `format: 1
clients: { number: { value: 50, source: a register, range: [10, 90], note: rounded }, need: { value: "beta(2, 3)", source: a survey } }
incentives:
  start: { kind: fee, price: 100 }
pathway:
  job: { hazard: "logistic(a - trust)", parameters: { a: { value: -4, source: fitted } } }
timeline:
  cut: { at: { value: 10, source: a letter }, set: { incentives: { start: { price: 80 } } } }
designs:
  asBuilt: {}
  other: { set: { clients: { number: 60, need: { a: 4 } } } }
`;

const records = (i: number, set?: string[]) =>
  new Map(load(text, { set }).designs[i].parameters.map((record) => [record.path, record]));

describe('every number has a source', () => {
  test('stated in the file, with range, line, unit and doc', () => {
    expect(records(0).get('clients.number')).toEqual({
      path: 'clients.number',
      value: 50,
      doc: 'How `many`.',
      source: 'a register',
      range: [10, 90],
      origin: 'file',
      file: 'pilot.yaml',
      line: 2,
    });
    expect(records(0).get('pathway.job.parameters.a')).toMatchObject({ value: -4, source: 'fitted' });
    expect(records(0).get('pathway.job.hazard')).toMatchObject({
      value: 'logistic(a - trust)',
      origin: 'file',
    });
  });

  test('given without one', () => {
    expect(records(0).get('incentives.start.price')).toMatchObject({
      value: 100,
      unit: 'pounds',
      source: 'given in pilot.yaml, no source stated',
    });
  });

  test('defaults keep theirs, in maps of defaults too', () => {
    expect(records(0).get('caseworkers.weeklyHours')).toEqual({
      path: 'caseworkers.weeklyHours',
      value: 37,
      unit: 'hours a week',
      doc: 'Hours',
      source: 'default: a contract',
      origin: 'default',
    });
    expect(records(0).get('incentives.start.late')).toMatchObject({
      source: 'default: assumed',
      range: [0, 0.5],
    });
    expect(records(0).get('clients.groups.young.share')?.source).toBe('default: a census');
    expect(records(0).get('clients.groups.old.share')?.source).toBe('default: a table');
  });

  test('a bare value from a design or --set keeps the range and names who set it', () => {
    expect(records(1).get('clients.number')).toMatchObject({
      value: 60,
      source: 'design other',
      range: [10, 90],
      origin: 'design',
    });
    expect(records(0, ['clients.number=70']).get('clients.number')).toMatchObject({
      value: 70,
      source: '--set',
      range: [10, 90],
      origin: 'set',
    });
  });

  test('numbers of a distribution are parameters of their own', () => {
    expect(records(0).get('clients.need.a')).toMatchObject({ value: 2, source: 'a survey' });
    expect(records(1).get('clients.need.a')).toMatchObject({ value: 4, source: 'design other' });
    expect(records(1).get('clients.need.b')).toMatchObject({ value: 3, source: 'a survey' });
    const scalar = new Map(
      load('format: 1\nclients: { need: 0.5 }\n').designs[0].parameters.map((r) => [r.path, r.value]),
    );
    expect(scalar.get('clients.need')).toBe(0.5);
  });

  test('dates and changes of the timeline are listed by their own paths, which --set takes', () => {
    expect(records(0).get('timeline.cut.at')).toMatchObject({
      value: 10,
      source: 'a letter',
      unit: 'weeks from the start',
    });
    const path = 'timeline.cut.set.incentives.start.price';
    expect(records(0).get(path)).toMatchObject({ value: 80, unit: 'pounds' });
    expect(records(0, [`${path}=70`]).get(path)).toMatchObject({ value: 70, source: '--set' });
  });

  test('every listed path of a number can be set, and only it changes', () => {
    const before = records(0);
    for (const { path, value } of before.values()) {
      if (typeof value !== 'number' || path.includes('share')) continue;
      const changed = path === 'clients.number' ? 51 : value * 0.5;
      const after = records(0, [`${path}=${changed}`]);
      const moved = [...after.values()].filter((record) => record.value !== before.get(record.path)?.value);
      expect(moved.map((record) => [record.path, record.value])).toEqual([[path, changed]]);
    }
  });

  test('a wrong range or source is a problem at its place', () => {
    expect(
      problemsOf('format: 1\nclients: { number: { value: 3, source: 4, range: [2, 1] } }\n'),
    ).toMatchObject([
      { column: 40, message: '"source" must be text' },
      { column: 50, message: 'the range is not two numbers, the lower one first' },
    ]);
  });

  test('a patch of only range or source amends what is stated', () => {
    const amended = records(0, ['clients.number={ range: [1, 2] }']).get('clients.number');
    expect(amended).toMatchObject({ value: 50, source: 'a register', range: [1, 2] });
  });
});
