import { expect, it } from 'vitest';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import { openedOr, openings } from './properties.ts';

const many = (count: number, line: (i: number) => string, between = '\n') =>
  Array.from({ length: count }, (_, i) => line(i)).join(between);

/** A scenario with as many transitions as are allowed, whose hazards are these. */
const withHazards = (hazard: string, count = 250) =>
  firstScenario.replace(
    '  transitions:\n',
    `  transitions:\n${many(count, (i) => `    t${i}: { from: searching, to: working, emits: jobStart, hazard: ${hazard}, believed: 0.1 }`)}\n`,
  );
/** As many operations as a formula may have, and no more inside one another than it may. */
const wide = `logistic(${many(11, () => `(need${' + need'.repeat(19)})`, ' + ')})`;
const wideDesigns = many(
  199,
  (i) =>
    `  d${i}: { set: { pathway: { transitions: { findsWork: { hazard: ${i} / 1000 + 0.1 * ${wide} } } } } }`,
);
/** As many designs as are allowed, in place of those of a text. */
const withDesigns = (text: string, designs = wideDesigns) =>
  text.replace(/^(levers|designs):[\s\S]*/m, `designs:\n${designs}\n`);
const withFees = (count: number, fee: (i: number) => string) =>
  firstScenario.replace('incentives:\n', `incentives:\n${many(count, (i) => `  f${i}: ${fee(i)}`)}\n`);
const oneFee = many(199, (i) => `  d${i}: { set: { incentives: { f0: { amount: ${i} } } } }`);
const unknownKeys = (count: number) => many(count, (i) => `unknown${i}: x`, ', ');

it.each<[what: string, text: string]>([
  ['pairs of brackets', '[]'.repeat(499_000)],
  ['pairs of braces', '{ } '.repeat(249_000)],
  ['lists beside one another', `title: [${many(4000, () => '['.repeat(60) + ']'.repeat(60), ',')}]`],
  ['quotes', '"'.repeat(999_999)],
  ['quotes within quotes', `title: '${"''".repeat(490_000)}'`],
  ['anchors', '&a '.repeat(300_000)],
  ['aliases', '*a '.repeat(300_000)],
  ['tags', '!a '.repeat(300_000)],
  ['directives', `${many(19_000, (i) => `%TAG !a${i}! tag:x,2000`)}\n--- a`],
  ['documents', many(19_000, () => '---')],
  ['an open quote', `"${'x'.repeat(999_000)}`],
  ['signs by their numbers', `title: "${'\\u0041'.repeat(160_000)}"`],
  ['lines of a text', `title: >\n${many(19_000, (i) => `${' '.repeat(2 + (i % 3))}x`)}`],
  ['digits', `format: ${'1'.repeat(999_000)}`],
  ['digits that are no number', `format: ${'1'.repeat(999_000)}x`],
  [
    'digits that are no number of a distribution',
    `format: 1\nclients: { referrals: 'beta(${'1'.repeat(900_000)}x, 1)' }`,
  ],
  ['digits that are no formula', withHazards(`${'1'.repeat(900_000)}x`, 1)],
  ['blanks in a formula', withHazards(`"1${' '.repeat(900_000)}x"`, 1)],
  ['blanks in a distribution', `format: 1\nclients: { referrals: 'beta(${' '.repeat(990_000)}x' }`],
  ['a name of a distribution', `format: 1\nclients: { referrals: '${'a'.repeat(990_000)} (' }`],
  [
    'aliases that repeat unknown keys',
    `format: 1\nclients: { groups: { g: &a { ${unknownKeys(999)} }, ${many(9, (i) => `g${i}: *a`, ', ')} } }`,
  ],
  [
    'unknown keys',
    `format: 1\nclients: { groups: { ${many(18, (i) => `g${i}: { ${unknownKeys(500)} }`, ', ')} } }`,
  ],
  ['long unknown keys', `format: 1\n${many(950, (i) => `${'k'.repeat(1000)}${i}: 1`)}`],
  [
    'words in place of numbers',
    `format: 1\nclients: { groups: { ${many(999, (i) => `g${i}: { share: x, bias: y }`, ', ')} } }`,
  ],
  [
    'unknown kinds',
    `format: 1\nincentives: { ${many(999, (i) => `i${i}: { kind: milestoneFe, amont: 1 }`, ', ')} }`,
  ],
  ['formulas of unknown names', withHazards(wide.replaceAll('need', 'ned'))],
  ['formulas cut off', withHazards(`${wide} +`)],
  ['powers of powers', withHazards(`9${'^9'.repeat(45)}`)],
  ['wide formulas times designs', withDesigns(withHazards(wide))],
  [
    'fees times designs',
    withDesigns(
      withFees(900, (i) => `{ kind: milestoneFee, event: jobStart, amount: ${i} }`),
      oneFee,
    ),
  ],
  [
    'many wrong fees times designs',
    withDesigns(
      withFees(200, (i) => `{ kind: milestoneFe, amont: ${i} }`),
      oneFee,
    ),
  ],
  [
    'some wrong fees times designs',
    withDesigns(
      withFees(40, (i) => `{ kind: milestoneFe, amont: ${i} }`),
      oneFee,
    ),
  ],
])('a file of %s is refused', (_what, text) => {
  expect(openedOr(text)).toBeUndefined();
});

it.each<[what: string, text: string]>([
  ['wide formulas', withHazards(wide)],
  ['deep formulas', withHazards(`logistic(${'exp(-'.repeat(22)}need${')'.repeat(23)}`)],
  ['designs of wide formulas', withDesigns(firstScenario)],
  [
    'fees and designs',
    withDesigns(
      withFees(60, (i) => `{ kind: milestoneFee, event: jobStart, amount: ${i} }`),
      oneFee,
    ),
  ],
])('a file of %s is read', (_what, text) => {
  expect(openedOr(text)).toBeDefined();
});

it('none of them takes long', () => openings.expectShort());
