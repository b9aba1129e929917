import { describe, expect, test } from 'vitest';
import { readScenario } from '../../../src/scenario/index.ts';
import { filesOf, load, problemsOf } from '../vocabulary.ts';

const fees = `format: 1
incentives:
  start: { kind: fee, price: { value: 100, source: the contract, range: [50, 150] } }
`;

describe('designs', () => {
  test('without any there is one, called base', () => {
    const { designs, base } = load('format: 1\n');
    expect(base).toBe('base');
    expect(designs.map(({ id, title, from }) => [id, title, from])).toEqual([['base', 'base', 0]]);
  });

  test('the first is the base; each patches the file and not another design', () => {
    const loaded = load(`${fees}designs:
  asBuilt:
  dearer: { title: Dearer, about: why, set: { incentives: { start: { price: 200 } } } }
  none: { set: { incentives: { start: null } } }
`);
    expect(loaded.base).toBe('asBuilt');
    const prices = loaded.designs.map(({ scenario }) => {
      const start = scenario.incentives.start;
      return start?.kind === 'fee' ? start.price.text : undefined;
    });
    expect(prices).toEqual([100, 200, undefined]);
    expect(loaded.designs[1]).toMatchObject({ title: 'Dearer', about: 'why' });
  });

  test('another kind of instrument leaves no defaults of the old kind behind', () => {
    const { designs } = load(`${fees}designs:
  a: {}
  b: { set: { incentives: { start: { kind: bonus, price: null, amount: 5 } } } }
`);
    expect(designs[1].scenario.incentives.start).toEqual({ kind: 'bonus', amount: 5, yearly: true });
  });

  test('designs share the sections that they leave alone, also with designs of the file read again with a setting', () => {
    const text = `${fees}designs:
  asBuilt:
  dearer: { set: { incentives: { start: { price: 200 } } } }
`;
    const [asBuilt, dearer] = load(text).designs.map(({ scenario }) => scenario);
    expect(dearer.clients).toBe(asBuilt.clients);
    expect(dearer.incentives).not.toBe(asBuilt.incentives);
    expect(Object.isFrozen(asBuilt.clients)).toBe(true);
    const written = readScenario({ text, file: 'pilot.yaml' });
    const [first, set] = [[], ['clients.number=7']].map((set) => load(text, { written, set }).designs[0]);
    expect([first.scenario.clients.number, set.scenario.clients.number]).toEqual([asBuilt.clients.number, 7]);
    expect(set.scenario.incentives).toBe(first.scenario.incentives);
    expect(first.hash).toBe(load(text).designs[0].hash);
  });

  test('a scenario is frozen through and through', () => {
    const { scenario } = load(fees).designs[0];
    expect(() => Object.assign(scenario.clients, { number: 3 })).toThrow(TypeError);
    expect(Object.isFrozen(scenario.incentives.start)).toBe(true);
  });

  test('defaults can be patched one number at a time', () => {
    const { scenario } = load('format: 1\n', { set: ['clients.need.a=3', 'clients.groups.young.share=0.4'] })
      .designs[0];
    expect(scenario.clients.need).toEqual({ dist: 'beta', a: 3, b: 5 });
    expect(scenario.clients.groups).toEqual({ young: { share: 0.4 }, old: { share: 0.6 } });
  });

  test('--set comes before designs, reads YAML and removes with null', () => {
    const text = `${fees}designs: { a: {}, b: { set: { clients: { number: 9 } } } }\n`;
    const { designs } = load(text, {
      set: ['clients.number=7', 'incentives.start=null', 'clients.need=uniform(0, 1)'],
    });
    expect(designs.map(({ scenario }) => scenario.clients.number)).toEqual([7, 9]);
    expect(designs[0].scenario.incentives).toEqual({});
    expect(designs[0].scenario.clients.need).toEqual({ dist: 'uniform', min: 0, max: 1 });
  });
});

describe('timeline and dates', () => {
  const timed = `${fees}timeline:
  later: { at: 20, set: { caseworkers: { weeklyHours: 30 } } }
  reweight: { at: 10, set: { incentives: { start: { price: 60 } } } }
`;
  const phases = (text: string, i = 0) =>
    load(text).designs[i].phases.map(({ from, scenario }) => {
      const start = scenario.incentives.start;
      return [from, start.kind === 'fee' && start.price.text, scenario.caseworkers.weeklyHours];
    });

  test('phases add up, in the order of their dates', () => {
    expect(phases(timed)).toEqual([
      [0, 100, 37],
      [10, 60, 37],
      [20, 60, 30],
    ]);
  });

  test('a design may move a date', () => {
    const text = `${timed}designs: { a: {}, b: { set: { timeline: { reweight: { at: 30 } } } } }\n`;
    expect(phases(text, 1).map(([from, price]) => [from, price])).toEqual([
      [0, 100],
      [20, 100],
      [30, 60],
    ]);
  });

  test('before the first week of a design the base holds, as the same object', () => {
    const text = `${timed}designs: { a: {}, b: { from: 15, set: { incentives: { start: { price: 90, late: 0 } } } } }\n`;
    expect(phases(text, 1)).toEqual([
      [0, 100, 37],
      [10, 60, 37],
      [15, 60, 37],
      [20, 60, 30],
    ]);
    const [a, b] = load(text).designs;
    expect(b.phases[1].scenario).toBe(a.phases[1].scenario);
    expect(b.phases[2].scenario.incentives.start).toMatchObject({ late: 0 });
  });

  test('an event in week 0 holds from the start; two on one date make one phase', () => {
    const both = timed.replace('at: 20', 'at: 10').replace('at: 10, set: { inc', 'at: 0, set: { inc');
    expect(phases(both)).toEqual([
      [0, 60, 37],
      [10, 60, 30],
    ]);
  });

  test('people and their lives may not change while it runs', () => {
    expect(
      problemsOf('format: 1\ntimeline: { x: { at: 3, set: { clients: { number: 5 } } } }\n'),
    ).toMatchObject([{ line: 2, path: 'timeline.x.set.clients.number', found: 'clients.number' }]);
    const text =
      'format: 1\ndesigns: { a: {}, b: { from: 5, set: { caseworkers: { skill: 2, weeklyHours: 9 } } } }\n';
    expect(problemsOf(text)).toMatchObject([{ path: 'designs.b.set.caseworkers.skill' }]);
  });

  test('the base cannot begin late, and a date cannot be negative or missing', () => {
    expect(problemsOf('format: 1\ndesigns: { a: { from: 5 } }\n')).toMatchObject([
      { path: 'designs.a.from' },
    ]);
    expect(problemsOf('format: 1\ntimeline: { x: { at: -1 }, y: {} }\n')).toMatchObject([
      { path: 'timeline.x.at', message: 'the value is too small' },
      { path: 'timeline.y.at', message: 'the key "at" is missing' },
    ]);
  });
});

describe('extends', () => {
  test('the child wins, null removes, lists and kinds follow, positions stay', () => {
    const resolve = filesOf({ base: `${fees}clients: { number: 5, need: "beta(3, 4)" }\n` });
    const text =
      'format: 1\nextends: base\nclients: { number: 6, need: { a: 1 } }\nincentives: { start: null }\n';
    const [{ scenario, parameters }] = load(text, { resolve }).designs;
    expect(scenario.clients).toMatchObject({ number: 6, need: { dist: 'beta', a: 1, b: 4 } });
    expect(scenario.incentives).toEqual({});
    const file = (path: string) => parameters.find((record) => record.path === path)?.file;
    expect([file('clients.number'), file('clients.need.b')]).toEqual(['pilot.yaml', 'base']);
  });

  test('a circle is shown as a chain', () => {
    const resolve = filesOf({ b: 'format: 1\nextends: c\n', c: 'format: 1\nextends: b\n' });
    expect(problemsOf('format: 1\nextends: b\n', { resolve })).toMatchObject([
      { file: 'c', line: 2, column: 10, found: 'pilot.yaml -> b -> c -> b' },
    ]);
  });

  test('a missing file, no reader, no text and too long a chain', () => {
    expect(problemsOf('format: 1\nextends: x\n', { resolve: filesOf({}) })[0].message).toContain(
      'no file "x"',
    );
    expect(problemsOf('format: 1\nextends: x\n')[0].message).toContain('nothing here can read files');
    expect(problemsOf('format: 1\nextends: [x]\n')[0].message).toContain('names one file');
    let n = 0;
    const resolve = () => ({ text: `format: 1\nextends: f${n + 1}\n`, file: `f${n++}` });
    expect(problemsOf('format: 1\nextends: f0\n', { resolve })[0].message).toContain('too many files');
  });
});
