import { expect, test } from 'vitest';
import { load, problemsOf } from '../vocabulary.ts';

const many = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');
const designs = (count: number) => `format: 1\ndesigns:\n${many(count, (i) => `  d${i}: {}`)}\n`;
const dates = (count: number) =>
  `timeline:\n${many(count, (i) => `  t${i}: { at: ${i}, set: { caseworkers: { weeklyHours: ${1 + i} } } }`)}\n`;

test.each<[what: string, text: string, path: string, message: RegExp]>([
  [
    'a map of 1,001 entries',
    `format: 1\npathway:\n${many(1001, (i) => `  p${i}: {}`)}\n`,
    'pathway',
    /map is too long/,
  ],
  ['1,001 unknown keys', `format: 1\n${many(1000, (i) => `k${i}: 1`)}\n`, '', /map is too long/],
  ['a list of 1,001', `format: 1\ntitle: [${'1, '.repeat(1000)}1]\n`, 'title', /list is too long/],
  ['20,001 lines', `format: 1\n${'#\n'.repeat(20_001)}`, '', /too many lines and values/],
  ['20,001 commas', `format: 1\ntitle: [${'1,'.repeat(20_001)}1]`, '', /too many lines and values/],
  ['20,001 brackets', `format: 1\ntitle: ${'[]'.repeat(20_001)}`, '', /too many brackets and quotes/],
  ['20,001 quotes', `format: 1\ntitle: "${"'".repeat(20_000)}"`, '', /too many brackets and quotes/],
  ['1,000 designs', designs(1000), 'designs', /too many designs and dates/],
  ['20 designs with 20 dates each', designs(20) + dates(20), 'designs', /too many designs and dates/],
  ['300 dates', `format: 1\n${dates(300)}`, 'timeline', /too many designs and dates/],
  [
    'designs with dates of their own',
    `format: 1\ndesigns:\n${many(20, (i) => `  d${i}: { set: { timeline: { ${many(12, (k) => `t${k}: { at: ${k} }`).replaceAll('\n', ', ')} } } }`)}\n`,
    'designs',
    /too many designs and dates/,
  ],
])('%s are refused at once', (_what, text, path, message) => {
  const problems = problemsOf(text);
  const found = problems.find((problem) => message.test(problem.message));
  expect(found?.path.startsWith(path)).toBe(true);
  expect(found?.allowed ?? 'at most').toContain('at most');
});

test('what is below is read', () => {
  expect(load(`format: 1\ntitle: "${"'".repeat(19_998)}"`).designs[0].scenario.title).toHaveLength(19_998);
  expect(load(designs(199)).designs).toHaveLength(199);
  expect(load(designs(10) + dates(18)).designs[9].phases).toHaveLength(18);
});

test('aliases in maps cannot unfold into millions either, nor repeat what they lie in', () => {
  const lines = many(
    9,
    (i) => `  l${i + 1}: &l${i + 1} { ${Array.from({ length: 9 }, (_, k) => `k${k}: *l${i}`).join(', ')} }`,
  );
  expect(
    problemsOf(`format: 1\nclients:\n  l0: &l0 { k: x }\n${lines}\n`).map(({ message }) => message),
  ).toContain('aliases unfold to too many values');
  for (const text of [
    'clients: &a { b: *a }',
    'clients: &a { b: { c: [*a] } }',
    'clients: { b: *a, c: &a 1 }',
  ])
    expect(problemsOf(`format: 1\n${text}\n`)[0].message).toMatch(
      /inside what it repeats|no anchor before it/,
    );
});

test.each([
  '!!js/function "function () {}"',
  '!!js/regexp /a/',
  '!!python/object/apply:os.system [x]',
  '!!binary aGVsbG8=',
  '!!set { a }',
  '!!omap [a: 1]',
  '!!timestamp 2020-01-01',
  '!!merge <<',
  '!own 1',
  '!<tag:example.org,2020:x> 1',
])('the tag of %s is refused where it stands', (value) => {
  const problems = problemsOf(`format: 1\ntitle: ${value}\n`);
  expect(problems[0].line).toBe(2);
  expect(problems[0].message).toMatch(/no valid YAML|tags are not read/);
});
