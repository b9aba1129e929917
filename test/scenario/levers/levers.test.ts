import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Lever,
  type LoadOptions,
  leversOf,
  loadScenario,
  namedMap,
  rangedLevers,
  resolvedYaml,
  ScenarioError,
  type ScenarioProblem,
  section,
  settingsOfCopy,
  settingsOfLever,
  share,
  withShare,
} from '../../../src/scenario/index.ts';
import { filesOf, schema, vocabulary } from '../vocabulary.ts';

/** The small vocabulary with a mix. */
const mixed = {
  ...vocabulary,
  schema: schema.extend({
    mix: namedMap(share({ doc: 'Share of posts', sumsToOne: { what: 'shares' } }), { doc: 'Who they are' }),
    offices: namedMap(
      section(
        { share: share({ doc: 'Share', sumsToOne: { what: 'shares' }, default: 1, source: 'x' }) },
        { doc: 'One' },
      ),
      { doc: 'Where' },
    ),
  }),
} as unknown as typeof vocabulary;

const load = (text: string, options?: LoadOptions) =>
  loadScenario({ text, file: 'pilot.yaml' }, mixed, options);
const levers = (text: string, options?: LoadOptions): readonly Lever[] => leversOf(load(text, options));

function problemsOf(text: string, options?: LoadOptions): readonly ScenarioProblem[] {
  try {
    load(text, options);
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems;
    throw error;
  }
  throw new Error('The scenario loaded although it should not.');
}

const body = `format: 1
clients: { number: { value: 50, range: [10, 90], source: a count } }
mix: { a: 0.5, b: 0.3, c: 0.2 }
offices: { north: { share: 0.6 }, south: { share: 0.4 } }
incentives:
  start: { kind: fee, price: { value: 100, source: the contract } }
  stay: { kind: fee, price: 300 }
  yearly: { kind: bonus, amount: 5 }
timeline:
  cut: { at: 10, set: { incentives: { start: { price: 80 }, stay: { price: 20 } } } }
`;
const designs = `designs:
  asBuilt: { set: {} }
  noStart: { set: { incentives: { start: null }, timeline: { cut: null } } }
  dear: { set: { incentives: { start: { price: { value: 200, source: a plan, note: n } } } } }
  late: { from: 20, set: { incentives: { start: { price: 150 } } } }
`;
const marked = (entry: string, rest = designs): string => `${body}${rest}levers:\n  one: ${entry}\n`;

describe('a lever of kind number', () => {
  const fee = marked(
    '{ title: Fee, path: incentives.start.price, from: 0, to: 500, step: 10, also: [timeline.cut.set.incentives.start.price] }',
  );

  test('stands by design, and is absent where a design has nothing there', () => {
    expect(levers(fee)).toEqual([
      {
        id: 'one',
        kind: 'number',
        title: 'Fee',
        doc: 'What one event pays',
        unit: 'pounds',
        source: 'the contract',
        ofFile: false,
        from: 0,
        to: 500,
        step: 10,
        designs: {
          asBuilt: {
            value: 100,
            paths: ['incentives.start.price', 'timeline.cut.set.incentives.start.price'],
          },
          dear: {
            value: 200,
            paths: ['incentives.start.price', 'timeline.cut.set.incentives.start.price'],
          },
          late: {
            value: 150,
            paths: ['incentives.start.price', 'timeline.cut.set.incentives.start.price'],
          },
        },
      },
    ]);
  });

  test('sets its design alone, also where that states a value with its source', () => {
    const [lever] = levers(fee);
    expect(settingsOfLever(lever, 'dear', 210)).toEqual([
      'designs.dear.set.incentives.start.price=210',
      'designs.dear.set.timeline.cut.set.incentives.start.price=210',
    ]);
    const changed = load(fee, { set: settingsOfLever(lever, 'dear', 210) });
    const [asBuilt, , dear] = changed.designs.map(({ parameters }) =>
      parameters.filter(({ path }) => path.endsWith('start.price')),
    );
    expect(dear.map(({ value, source, origin }) => [value, source, origin])).toEqual([
      [210, '--set', 'set'],
      [210, '--set', 'set'],
    ]);
    expect(asBuilt.map(({ value, source }) => [value, source])).toEqual([
      [100, 'the contract'],
      [80, 'given in pilot.yaml, no source stated'],
    ]);
  });

  test('takes ends and step from the range where it states none, and sets a file without designs as a whole', () => {
    const text = marked('{ title: People, path: clients.number }', '');
    const [lever] = levers(text);
    expect(lever).toMatchObject({ from: 10, to: 90, step: 2, range: [10, 90], ofFile: true });
    expect(settingsOfLever(lever, 'base', 60)).toEqual(['clients.number=60']);
    const { scenario, parameters } = load(text, { set: ['clients.number=60'] }).designs[0];
    expect(scenario.clients.number).toBe(60);
    expect(parameters.find(({ path }) => path === 'clients.number')).toMatchObject({
      source: '--set',
      range: [10, 90],
    });
  });

  test('reaches numbers of distributions, dates of the timeline and defaults', () => {
    const text = `${body}${designs}levers:
  need: { title: N, path: clients.need.a, from: 1, to: 5 }
  date: { title: D, path: timeline.cut.at, from: 0, to: 50, step: 1 }
  late: { title: L, path: incentives.stay.late }
`;
    expect(levers(text).map(({ id, unit, designs }) => [id, unit, Object.keys(designs)])).toEqual([
      // A design that begins later cannot have other clients then.
      ['need', undefined, ['asBuilt', 'noStart', 'dear']],
      ['date', 'weeks from the start', ['asBuilt', 'dear', 'late']],
      ['late', undefined, ['asBuilt', 'noStart', 'dear', 'late']],
    ]);
  });

  test('gives way to --set and to files that extend its own, which it does not stop', () => {
    const [set] = levers(fee, { set: ['incentives.start.price=900'] });
    expect(set).toMatchObject({ from: 0, to: 900 });
    const resolve = filesOf({ parent: fee });
    const extended = (text: string) => levers(`format: 1\nextends: parent\n${text}`, { resolve });
    expect(extended('incentives: { start: { price: 800 } }\n')[0]).toMatchObject({ from: 0, to: 800 });
    expect(extended('levers: { one: { title: Other, to: 300 } }\n')[0]).toMatchObject({
      title: 'Other',
      to: 300,
    });
    expect(extended('levers: { one: null }\n')).toEqual([]);
    // What is gone has no lever, and the file is none the worse.
    expect(extended('designs: null\nincentives: { start: null }\ntimeline: null\n')).toEqual([]);
  });

  test('is written out with the ends that it came to', () => {
    const loaded = load(fee, { set: ['designs.dear.set.incentives.start.price=900'] });
    const [lever] = leversOf(loaded);
    for (const id of [undefined, 'dear', 'late']) {
      const [written] = levers(resolvedYaml(loaded, id));
      expect(written).toMatchObject({ id: 'one', from: 0, to: 900, kind: 'number' });
    }
    expect(levers(resolvedYaml(loaded))[0].designs).toEqual(lever.designs);
    expect(levers(resolvedYaml(loaded, 'noStart'))).toEqual([]);
  });
});

describe('the other kinds', () => {
  const split = marked(
    `{ kind: split, title: S, parts: {
      start: { title: Start, path: incentives.start.price, also: [timeline.cut.set.incentives.start.price] },
      stay: { path: incentives.stay.price, also: [timeline.cut.set.incentives.stay.price] } } }`,
  );

  test('split: a sum is divided anew and stays, in every phase by itself', () => {
    const [lever] = levers(split);
    expect(lever).toMatchObject({
      kind: 'split',
      parts: [
        { name: 'start', title: 'Start', source: 'the contract' },
        { name: 'stay', title: 'stay', source: 'given in pilot.yaml, no source stated' },
      ],
      designs: {
        asBuilt: { value: { start: 0.25, stay: 0.75 } },
        dear: { value: { start: 0.4, stay: 0.6 } },
      },
    });
    expect(lever.designs).not.toHaveProperty('noStart');
    expect(settingsOfLever(lever, 'asBuilt', { start: 0.1, stay: 0.9 })).toEqual([
      'designs.asBuilt.set.incentives.start.price=40',
      'designs.asBuilt.set.incentives.stay.price=360',
      'designs.asBuilt.set.timeline.cut.set.incentives.start.price=10',
      'designs.asBuilt.set.timeline.cut.set.incentives.stay.price=90',
    ]);
  });

  test('mix: of a map of shares, and of entries with a share', () => {
    const [mix] = levers(marked('{ kind: mix, title: M, path: mix }'));
    expect(mix.designs.asBuilt.value).toEqual({ a: 0.5, b: 0.3, c: 0.2 });
    expect(mix.designs).not.toHaveProperty('late');
    const raised = withShare({ a: 0.5, b: 0.3, c: 0.2 }, 'a', 0.75);
    expect(raised).toEqual({ a: 0.75, b: 0.15, c: 0.1 });
    expect(settingsOfLever(mix, 'dear', raised)).toEqual([
      'designs.dear.set.mix.a=0.75',
      'designs.dear.set.mix.b=0.15',
      'designs.dear.set.mix.c=0.1',
    ]);
    const [offices] = levers(marked('{ kind: mix, title: O, path: offices }', ''));
    expect(settingsOfLever(offices, 'base', { north: 0.1, south: 0.9 })).toEqual([
      'offices.north.share=0.1',
      'offices.south.share=0.9',
    ]);
  });

  test('choice: of a switch and of words', () => {
    const [flag] = levers(marked('{ kind: choice, title: F, path: incentives.yearly.yearly }'));
    expect(flag).toMatchObject({
      options: [
        { value: 'true', title: 'yes' },
        { value: 'false', title: 'no' },
      ],
    });
    expect(settingsOfLever(flag, 'late', 'false')).toEqual([
      'designs.late.set.incentives.yearly.yearly=false',
    ]);
    const [words] = levers(
      marked(
        '{ kind: choice, title: W, path: rule, options: { priority: By rank, waterline: By worth } }',
        '',
      ),
    );
    expect(words).toMatchObject({ options: [{ title: 'By rank' }, { title: 'By worth' }] });
    expect(settingsOfLever(words, 'base', 'priority')).toEqual(['rule="priority"']);
  });

  test('refuse values that they cannot take', () => {
    const [number] = levers(marked('{ title: P, path: clients.number }'));
    const [mix] = levers(marked('{ kind: mix, title: M, path: mix }'));
    const [choice] = levers(marked('{ kind: choice, title: W, path: rule }'));
    const wrong: [Lever, Parameters<typeof settingsOfLever>[2]][] = [
      [number, Number.NaN],
      [number, '5'],
      [mix, { a: 0.5, b: 0.5 }],
      [mix, { a: 0.5, b: 0.3, c: 0.3 }],
      [mix, { a: 1.2, b: -0.2, c: 0 }],
      [choice, 'other'],
    ];
    for (const [lever, value] of wrong)
      expect(() => settingsOfLever(lever, 'asBuilt', value)).toThrow(/cannot take/);
    expect(() => settingsOfLever(number, 'late', 5)).toThrow(/moves nothing in "late"/);
  });
});

describe('shares', () => {
  const shares = fc
    .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 6 })
    .filter((list) => list.some((share) => share > 1e-3))
    .map((list) => Object.fromEntries(list.map((share, i) => [`s${i}`, share])));

  test('sum to 1 whichever is moved, and the others keep their proportions', () => {
    fc.assert(
      fc.property(shares, fc.double({ min: 0, max: 1, noNaN: true }), (before, share) => {
        const whole = withShare(before, 's0', share);
        const sum = Object.values(whole).reduce((all, one) => all + one, 0);
        expect(Math.abs(sum - 1)).toBeLessThan(1e-9);
        expect(Math.abs(whole.s0 - share)).toBeLessThan(1e-5);
        for (const one of Object.values(whole)) expect(one).toBeGreaterThanOrEqual(0);
        const [, first, second] = Object.keys(before);
        if (second !== undefined && before[first] > 0.01 && share < 0.9)
          expect(whole[second]).toBeCloseTo((whole[first] * before[second]) / before[first], 3);
      }),
    );
  });

  test('of a sum keep it, to the last digits that are told', () => {
    const amount = fc.double({ min: 0.01, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(amount, amount, fc.double({ min: 0, max: 1, noNaN: true }), (start, stay, share) => {
        const text = `format: 1\nincentives: { start: { kind: fee, price: ${start} }, stay: { kind: fee, price: ${stay} } }
levers: { one: { kind: split, title: S, parts: { start: { path: incentives.start.price }, stay: { path: incentives.stay.price } } } }\n`;
        const [lever] = levers(text);
        const value = withShare({ start: 0.5, stay: 0.5 }, 'start', share);
        const amounts = settingsOfLever(lever, 'base', value).map((setting) => Number(setting.split('=')[1]));
        expect(Math.abs((amounts[0] + amounts[1]) / (start + stay) - 1)).toBeLessThan(1e-9);
        expect(amounts[0] / (start + stay)).toBeCloseTo(share, 4);
        for (const one of amounts) expect(one).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 40 },
    );
  });
});

test('a value outside the ends stretches them: who changes a number need not know of its slider', () => {
  const [people] = levers(marked('{ title: T, path: clients.number, from: 60 }'));
  expect(people).toMatchObject({ from: 50, to: 90, designs: { asBuilt: { value: 50 } } });
  const [price] = levers(marked('{ title: T, path: incentives.start.price, from: 0, to: 150 }'));
  expect(price).toMatchObject({ from: 0, to: price.kind === 'number' && price.designs.dear.value });
});

describe('what is wrong with a lever', () => {
  test.each<[string, Partial<ScenarioProblem>]>([
    ['{ path: clients.number }', { path: 'levers.one.title', message: 'the key "title" is missing' }],
    [
      '{ title: T, path: clients.number, form: 3 }',
      { path: 'levers.one.form', message: 'no key is called "form" here', nearest: 'from' },
    ],
    [
      '{ kind: mixx, title: T, path: mix }',
      { path: 'levers.one.kind', message: 'no kind is called "mixx"', nearest: 'mix' },
    ],
    [
      '{ title: T, path: clients.numbr, from: 1, to: 9 }',
      {
        path: 'levers.one.path',
        message: 'no design has anything at this path',
        found: 'clients.numbr',
        nearest: 'clients.number',
      },
    ],
    [
      '{ title: T, path: incentives.start, from: 1, to: 9 }',
      { path: 'levers.one.path', message: 'what stands there is no number' },
    ],
    [
      '{ title: T, path: incentives.start.price, from: 1 }',
      {
        path: 'levers.one',
        message: 'the lever needs "from" and "to", since incentives.start.price states no range',
      },
    ],
    [
      '{ title: T, path: clients.number, from: 90, to: 10 }',
      { path: 'levers.one.to', message: 'the lever must end above where it begins', found: 'from 90 to 10' },
    ],
    [
      '{ title: T, path: clients.number, step: 0 }',
      { path: 'levers.one.step', message: 'the value is too small' },
    ],
    [
      '{ title: T, path: clients.number, step: 100 }',
      { path: 'levers.one.step', message: 'the step is longer than the lever', allowed: 'at most 80' },
    ],
    [
      '{ title: T, path: clients.number, step: 2.5 }',
      { path: 'levers.one.step', message: 'clients.number is a whole number' },
    ],
    [
      '{ title: T, path: clients.number, from: -5 }',
      {
        path: 'levers.one.from',
        message: 'clients.number cannot be -5',
        allowed: 'a whole number, at least 1',
      },
    ],
    [
      '{ title: T, path: clients.number, also: [clients.numberr] }',
      { path: 'levers.one.also.0', nearest: 'clients.number' },
    ],
    [
      '{ kind: mix, title: T, path: incentives }',
      {
        path: 'levers.one.path',
        message: 'what stands there is no map of shares',
        allowed: 'the path of a map of two or more shares that sum to 1',
      },
    ],
    [
      '{ kind: choice, title: T, path: clients.number }',
      { path: 'levers.one.path', message: 'what stands there is no switch or choice' },
    ],
    [
      '{ kind: choice, title: T, path: rule, options: { waterline: W, prioritty: P } }',
      { path: 'levers.one.options.prioritty', found: 'prioritty', allowed: 'waterline, priority' },
    ],
    [
      '{ kind: choice, title: T, path: rule, options: { waterline: W } }',
      { path: 'levers.one.options', message: 'there is nothing to choose' },
    ],
    [
      '{ kind: split, title: T, parts: { a: { path: incentives.start.price } } }',
      { path: 'levers.one.parts', message: 'a sum is split between two amounts or more' },
    ],
    [
      '{ kind: split, title: T, parts: { a: { path: incentives.start.price }, b: { path: incentives.stay.prise } } }',
      { path: 'levers.one.parts.b.path', nearest: 'incentives.stay.price' },
    ],
    [
      '{ kind: split, title: T, parts: { a: { path: incentives.start.price, also: [x] }, b: { path: incentives.stay.price } } }',
      { path: 'levers.one.parts', message: 'every part needs as many further paths', found: 'a 1, b 0' },
    ],
  ])('%s', (entry, problem) => {
    const problems = problemsOf(marked(entry));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: 'pilot.yaml', ...problem });
    expect(problems[0].line).toBe(marked(entry).split('\n').length - 1);
  });

  test('is told at once with all else, but not where that may be all', () => {
    const text = `${marked('{ title: T, path: clients.number, from: 90, to: 10 }')}  two: { title: T, path: rulee }\n`;
    expect(problemsOf(text).map(({ path }) => path)).toEqual(['levers.one.to', 'levers.two.path']);
    const other = text.replace('clients: {', 'caseworkers: { skil: 2 }\nclients: {');
    expect(problemsOf(other).map(({ path }) => path)).toEqual([
      'caseworkers.skil',
      'levers.one.to',
      'levers.two.path',
    ]);
    const slip = marked('{ title: T, path: clients.number }').replace('number:', 'numbr:');
    expect(problemsOf(slip).map(({ path }) => path)).toEqual(['clients.numbr']);
  });

  test('designs, dates and the levers of a vocabulary cannot hold any', () => {
    const text = `${body}designs: { a: {}, b: { set: { levers: { one: null } } } }\n`;
    expect(problemsOf(text)).toMatchObject([
      {
        path: 'designs.b.set.levers',
        message: '"levers" belongs to the file as a whole and cannot be changed here',
      },
    ]);
  });
});

describe('levers leave results alone', () => {
  test('no hash changes', () => {
    const hashes = (text: string) => load(text).designs.map(({ hash }) => hash);
    expect(hashes(marked('{ title: T, path: clients.number }'))).toEqual(hashes(`${body}${designs}`));
  });
});

describe('levers of a file that marks none', () => {
  test('are its numbers with a range: first those that differ, then stated ones, then defaults', () => {
    const text = `${body}${designs}`.replace(
      'noStart: { set: {',
      'noStart: { set: { caseworkers: { skill: { value: 2, range: [1, 3] } },',
    );
    const loaded = load(text);
    expect(leversOf(loaded)).toEqual([]);
    const ranged = rangedLevers(loaded, 3);
    expect(ranged.map(({ id }) => id)).toEqual([
      'incentives.start.late',
      'clients.number',
      'incentives.stay.late',
    ]);
    expect(ranged[1]).toMatchObject({
      kind: 'number',
      from: 10,
      to: 90,
      title: 'How many',
      source: 'a count',
    });
    expect(settingsOfLever(ranged[1], 'dear', 60)).toEqual(['designs.dear.set.clients.number=60']);
    expect(rangedLevers(loaded, 1)).toHaveLength(1);
  });
});

describe('a design like another', () => {
  test('in a file without designs: the one that it is stays, under its name', () => {
    const loaded = load(body);
    const set = settingsOfCopy(loaded, 'base', 'other', 'Other');
    const changed = load(body, { set });
    expect(changed.designs.map(({ id, hash }) => [id, hash])).toEqual([
      ['base', loaded.designs[0].hash],
      ['other', loaded.designs[0].hash],
    ]);
  });

  test('keeps its beginning, what --set made of it, and what it takes out', () => {
    const text = `${body}${designs}`;
    const given = ['designs.late.set.incentives.start.price=170'];
    for (const id of ['noStart', 'late']) {
      const loaded = load(text, { set: given });
      const before = loaded.designs.find((design) => design.id === id)!;
      const changed = load(text, { set: [...given, ...settingsOfCopy(loaded, id, 'copy', 'Copy')] });
      expect(changed.designs.at(-1)).toMatchObject({ id: 'copy', from: before.from, hash: before.hash });
    }
    expect(() => settingsOfCopy(load(text), 'nobody', 'copy', 'Copy')).toThrow(
      /No design is called "nobody"/,
    );
  });
});
