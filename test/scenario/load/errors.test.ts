import { describe, expect, test } from 'vitest';
import { formatProblems } from '../../../src/scenario/index.ts';
import { filesOf, load, problemsOf } from '../vocabulary.ts';

describe('errors', () => {
  test('all at once, each with place, path, finding, allowed and nearest', () => {
    const problems = problemsOf(`format: 1
clients:
  numbr: 3
  need: betta(2, 5)
caseworkers: { weeklyHours: -4 }
rule: waterlin
incentives:
  start: { kind: fe }
  Sustain: { kind: fee, price: 3 }
  third: { kind: fee }
pathway:
  job: { hazard: "1 +" }
`);
    expect(problems.map(({ line, column, path }) => [line, column, path])).toEqual([
      [3, 3, 'clients.numbr'],
      [4, 9, 'clients.need'],
      [5, 29, 'caseworkers.weeklyHours'],
      [6, 7, 'rule'],
      [8, 18, 'incentives.start.kind'],
      [9, 12, 'incentives.Sustain'],
      [10, 10, 'incentives.third.price'],
      [12, 18, 'pathway.job.hazard'],
    ]);
    const [key, distribution, hours, rule, kind, name, missing, formula] = problems;
    expect(key).toMatchObject({
      file: 'pilot.yaml',
      found: 'numbr',
      allowed: 'number, need, groups',
      nearest: 'number',
    });
    expect(distribution).toMatchObject({ nearest: 'beta', found: 'the text "betta(2, 5)"' });
    expect(distribution.allowed).toContain('beta(a, b)');
    expect(hours.allowed).toBe('a number, above 0, at most 168 (hours a week): Hours');
    expect(hours.found).toBe('the number -4');
    expect(rule).toMatchObject({ allowed: 'waterline, priority', nearest: 'waterline' });
    expect(kind).toMatchObject({ allowed: 'fee, bonus', nearest: 'fee' });
    expect(name.message).toContain('is no name');
    expect(missing.message).toBe('the key "price" is missing');
    expect(formula.message).toContain('malformed');
  });

  test('are printed with file, line and column first', () => {
    const text = formatProblems(problemsOf('format: 1\nrule: prority\n'));
    expect(text.split('\n')).toEqual([
      'pilot.yaml:2:7  rule',
      '  this word is not allowed here',
      '  found:   the text "prority"',
      '  allowed: waterline, priority',
      '  did you mean: priority',
    ]);
  });

  test('an error that every design shares is reported once', () => {
    const problems = problemsOf('format: 1\ntitel: x\ndesigns: { a: {}, b: {}, c: {} }\n');
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ nearest: 'title', line: 2 });
  });

  test('an error of a patch stands where the patch was written', () => {
    const problems = problemsOf('format: 1\ndesigns:\n  a: {}\n  b:\n    set: { clients: { number: 0 } }\n');
    expect(problems).toMatchObject([{ line: 5, column: 31, path: 'clients.number' }]);
  });

  test('an error of an extended file names that file', () => {
    const resolve = filesOf({ 'base.yaml': 'format: 1\n\nclients: { number: 1.5 }\n' });
    expect(problemsOf('format: 1\nextends: base.yaml\n', { resolve })).toMatchObject([
      { file: 'base.yaml', line: 3, column: 20, path: 'clients.number' },
    ]);
  });

  test('an error of --set names the setting', () => {
    expect(problemsOf('format: 1\n', { set: ['nothing', 'clients.number=none'] })).toMatchObject([
      { file: '--set nothing' },
      { file: '--set clients.number=none', line: 1, column: 16, path: 'clients.number' },
    ]);
  });

  test('what belongs to the whole file cannot be patched or set', () => {
    expect(problemsOf('format: 1\n', { set: ['format=2', 'extends=x'] }).map(({ path }) => path)).toEqual([
      'format',
      'extends',
    ]);
    const text = 'format: 1\ndesigns: { a: {}, b: { set: { designs: {}, extends: x } } }\n';
    expect(problemsOf(text)).toMatchObject([
      { line: 2, column: 31, path: 'designs.b.set.designs' },
      { line: 2, column: 44, path: 'designs.b.set.extends' },
    ]);
  });

  test('names of the language are ordinary unknown keys', () => {
    for (const name of ['__proto__', 'constructor', 'toString'])
      expect(problemsOf(`format: 1\n${name}: { x: 1 }\n`)).toMatchObject([{ path: name, line: 2 }]);
  });

  test('checks between values point at the value', () => {
    expect(problemsOf('format: 1\nclients:\n  groups:\n    young: { share: 0.3 }\n')).toMatchObject([
      { line: 4, path: 'clients.groups', message: 'the shares do not sum to 1', found: '0.3' },
    ]);
  });

  test('top-level slips know the keys that loading reads itself', () => {
    expect(problemsOf('format: 1\ndesings: {}\n')[0].nearest).toBe('designs');
    expect(problemsOf('format: 1\ndesigns: { a: { clients: {} } }\n')[0].allowed).toContain('under "set"');
  });

  test('a path as one key, as --set has it, is answered with maps within maps', () => {
    const text = 'format: 1\ndesigns: { a: {}, b: { set: { clients.number: 3 } } }\n';
    expect(problemsOf(text)[0]).toMatchObject({ found: 'clients.number', nearest: 'clients: { number: … }' });
  });
});

describe('meaning is checked although the form is wrong elsewhere', () => {
  const paths = (text: string) => problemsOf(text).map(({ path, found }) => [path, found]);

  test('shares and formulas, beside an unknown key and a wrong value', () => {
    expect(
      paths(`title: x
clients:
  numbr: 3
  groups: { young: { share: 0.3 } }
rule: waterlin
pathway: { job: { hazard: "sin(need) + ned + cosh(trst)" } }
`),
    ).toEqual([
      ['format', 'nothing'],
      ['clients.numbr', 'numbr'],
      ['clients.groups', '0.3'],
      ['rule', 'the text "waterlin"'],
      ['pathway.job.hazard', 'sin(…)'],
      ['pathway.job.hazard', 'cosh(…)'],
      ['pathway.job.hazard', 'ned'],
      ['pathway.job.hazard', 'trst'],
    ]);
  });

  test('a share that is wrong or misspelt does not also spoil the sum', () => {
    for (const [group, path] of [
      ['{ share: much }', 'share'],
      ['{ sahre: 0.3 }', 'sahre'],
      ['{ share: 2 }', 'share'],
    ])
      expect(paths(`format: 1\nclients: { groups: { young: ${group} } }\n`).map(([at]) => at)).toEqual([
        `clients.groups.young.${path}`,
      ]);
    expect(paths('format: 1\nclients: { groups: { Young: { share: 1 } } }\n')).toHaveLength(1);
    const capital =
      'format: 1\nclients: { groups: { Young: { share: 1 } } }\nincentives: { a: { kind: fe } }\n';
    expect(paths(capital).map(([at]) => at)).toEqual(['clients.groups.Young', 'incentives.a.kind']);
    expect(paths('format: 1\nclents: { groups: { young: { share: 0.2 } } }\n')).toHaveLength(1);
  });

  test('a formula that reads a parameter with a wrong value is not told that there is none', () => {
    expect(
      paths(
        'format: 1\npathway: { job: { hazard: "base + more + ned", parameters: { base: x, more: 1 } } }\n',
      ).sort(),
    ).toEqual([
      ['pathway.job.hazard', 'ned'],
      ['pathway.job.parameters.base', 'the text "x"'],
    ]);
  });

  test('required values that are missing or wrong hide neither each other nor the rest', () => {
    expect(
      paths(`format: 1
incentives:
  a: { kind: fe, price: 3 }
  b: { kind: fee, price: { x: 1 } }
  c: { kind: bonus }
  d: { kind: fee, price: "need" }
pathway: { job: {}, other: { hazard: "ned" } }
`).map(([at]) => at),
    ).toEqual([
      'incentives.a.kind',
      'incentives.b.price',
      'incentives.c.amount',
      'incentives.d.price',
      'pathway.job.hazard',
      'pathway.other.hazard',
    ]);
  });

  test('what should be a map and is none may hold any names: nothing is guessed from its absence', () => {
    expect(paths('format: 1\nclients: { groups: 3 }\npathway: { job: { hazard: "ned" } }\n')).toHaveLength(1);
  });

  test('a design that is written wrongly does not hide the others', () => {
    expect(
      paths(`format: 1
clients: { groups: { young: { share: 0.4 }, old: { share: 0.6 } } }
designs:
  a: { titel: x, title: 5, set: { clients: { number: 0 } } }
  b: { set: { clients: { groups: { young: { share: 0.1 } } } } }
  c: { clients: {} }
`).map(([at]) => at),
    ).toEqual([
      'clients.groups',
      'designs.a.titel',
      'designs.a.title',
      'clients.number',
      'designs.c.clients',
    ]);
  });

  test('a date with an unknown key is checked, one without a week is not', () => {
    const date = (at: string) =>
      paths(`format: 1\ntimeline: { cut: { ${at}, set: { incentives: { a: { kind: fe } } } } }\n`);
    expect(date('at: 3, abuot: x').map(([at]) => at)).toEqual(['timeline.cut.abuot', 'incentives.a.kind']);
    expect(date('at: soon').map(([at]) => at)).toEqual(['timeline.cut.at']);
  });

  test('a newer format stands alone', () => {
    expect(paths('format: 2\ntitel: x\n').map(([at]) => at)).toEqual(['format']);
    expect(paths('format: one\ntitel: x\n').map(([at]) => at)).toEqual(['format', 'titel']);
  });
});

describe('text that is no scenario gives one clear error', () => {
  const cases: [string, string, RegExp][] = [
    ['an empty file', '', /empty/],
    ['only a comment', '# nothing\n', /empty/],
    ['a list at the top', '- a\n- b\n', /map of sections/],
    ['a single word', 'hello', /map of sections/],
    ['1 MB of letters', 'x'.repeat(1_000_001), /too large/],
    ['just under 1 MB of letters', 'x'.repeat(999_999), /map of sections/],
    ['a million brackets', '['.repeat(999_999), /nested too deeply/],
    ['brackets in maps', '{a: '.repeat(200_000), /nested too deeply/],
    ['dashes', '- '.repeat(300_000), /nested too deeply/],
    ['binary bytes', 'format: 1\u0000\u0001', /no text file/],
    ['broken UTF-8', 'title: caf\ufffd', /no text file/],
    ['broken YAML', 'a: [1, 2\nb: }', /no valid YAML/],
    ['a foreign tag', 'a: !!js/function "x"', /no valid YAML/],
    ['two documents', 'a: 1\n---\nb: 2', /no valid YAML/],
    ['a key twice', 'format: 1\nformat: 1\n', /stands here twice/],
    ['a merge key', 'format: 1\nclients: { <<: 3 }\n', /merge keys/],
    ['an alias inside itself', 'format: 1\nclients: &a [*a]\n', /inside what it repeats/],
    ['infinity', 'format: 1\nclients: { number: .inf }\n', /finite/],
    ['not a number', 'format: 1\nclients: { number: .nan }\n', /finite/],
    ['too large a number', '{"format": 1, "clients": {"number": 1e999}}', /finite/],
    ['a call cut at its comma', 'format: 1\nclients: { need: beta(2, 5) }\n', /put quotes around it/],
    ['no format', 'title: x\n', /does not say its format/],
    ['a newer format', 'format: 2\n', /newer than this version/],
    ['a format in words', 'format: one\n', /whole number/],
  ];
  test.each(cases)('%s', (_name, text, message) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0].message).toMatch(message);
  });

  test('aliases cannot unfold into millions', () => {
    const lines = Array.from(
      { length: 9 },
      (_, i) => `  l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`,
    );
    const problems = problemsOf(`format: 1\nclients:\n  l0: &l0 [x]\n${lines.join('\n')}\n`);
    expect(problems.map(({ message }) => message)).toContain('aliases unfold to too many values');
  });

  test('JSON with tabs and a $schema is read too', () => {
    const loaded = load(
      '{\n\t"$schema": "s.json",\n\t"format": 1,\n\t"clients": {\n\t\t"number": 7\n\t}\n}',
      {},
      'a/b.json',
    );
    expect(loaded).toMatchObject({ name: 'b', file: 'a/b.json', base: 'base' });
    expect(loaded.designs[0].scenario.clients.number).toBe(7);
  });
});
