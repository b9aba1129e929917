import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import stringWidth from '../../src/cli/plainText/stringWidth.ts';
import wrapAnsi from '../../src/cli/plainText/wrapAnsi.ts';
import { root } from '../house/sources.ts';
import { streetlevel } from './command.ts';

const dist = join(root, 'dist');

/** What a built file imports: at once, or when it comes to it. */
function importsOf(file: string): { atOnce: string[]; late: string[] } {
  const text = readFileSync(join(dist, file), 'utf8');
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const atOnce = tree.statements.flatMap((node) => {
    const from =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : undefined;
    return from && ts.isStringLiteral(from) ? [from.text] : [];
  });
  const late = [...text.matchAll(/\bimport\("([^"]+)"\)/g)].map(([, name]) => name);
  return { atOnce, late };
}

/** A built file and all files of ours that come with it at once, with the packages that it asks for. */
function loadedWith(entry: string): { files: string[]; packages: string[]; text: string } {
  const files = new Set<string>();
  const packages = new Set<string>();
  const load = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    for (const name of importsOf(file).atOnce)
      if (name.startsWith('./')) load(name.slice(2));
      else packages.add(name);
  };
  load(entry);
  return {
    files: [...files],
    packages: [...packages],
    text: [...files].map((file) => readFileSync(join(dist, file), 'utf8')).join('\n'),
  };
}

/** Words by which a part is known in built files. */
const marks = {
  vega: 'vega.github.io',
  tinypool: '"tinypool"',
  resvg: '@resvg/resvg-js',
  'hyparquet-writer': 'ParquetWriter',
  'cli-progress': 'noTTYOutput',
  zod: 'invalid_union',
  yaml: 'BLOCK_FOLDED',
  mathjs: 'Parenthesis ) expected',
  'the scenario file': 'Weeks for which everybody, served or not, is followed after referral.',
  'the week': 'function runWorld',
} as const;
type Part = keyof typeof marks;

const partsIn = (text: string): Part[] =>
  (Object.keys(marks) as Part[]).filter((part) => text.includes(marks[part]));

const built = readdirSync(dist).filter((name) => /^(streetlevel|worker|chunk-).*\.js$/.test(name));
const chunkOf = (command: string): string =>
  loadedWith('streetlevel.js')
    .files.flatMap((file) => importsOf(file).late)
    .map((name) => name.slice(2))
    .find((name) => name.startsWith(`chunk-${command}-`))!;

describe('the parts that are looked for', () => {
  it('are all in the built command, under the words by which they are known', () => {
    expect(partsIn(built.map((name) => readFileSync(join(dist, name), 'utf8')).join('\n'))).toEqual(
      Object.keys(marks),
    );
  });

  it('come late: each command is a file of its own', () => {
    for (const { name } of commands) expect([name, chunkOf(name)]).toEqual([name, expect.any(String)]);
  });
});

describe('help', () => {
  it('loads the parser of the command line and no other part', () => {
    const { files, packages, text } = loadedWith('streetlevel.js');
    expect(partsIn(text)).toEqual([]);
    expect(packages.filter((name) => !/^(node:)?[a-z_]+$/.test(name))).toEqual([]);
    expect(files.length).toBeGreaterThan(1);
  });

  it('is laid out without tables of emoji and of wide letters', () => {
    const { text } = loadedWith('streetlevel.js');
    expect(text).not.toMatch(/RGI_Emoji|Intl\.Segmenter/);
  });
});

describe('validate', () => {
  it('loads what reads and checks scenarios, and nothing that runs, draws or writes', () => {
    const { packages, text } = loadedWith(chunkOf('validate'));
    expect(partsIn(text)).toEqual(['zod', 'yaml', 'mathjs', 'the scenario file']);
    expect(packages.filter((name) => !/^(node:)?[a-z_]+$/.test(name))).toEqual([]);
  });

  it('loads the parser of mathjs without its functions, types and printing', () => {
    const { text } = loadedWith(chunkOf('validate'));
    // From the dispatch by types, a function, and the typesetting of parts.
    for (const word of ['referToSelf(', 'Too few arguments in function', 'operatorname'])
      expect([word, text.includes(word)]).toEqual([word, word === 'referToSelf(']);
  });
});

describe('list', () => {
  it('reads the titles alone, and gives those of the whole files', async () => {
    const [{ out: lines }, { out: json }] = await Promise.all([
      streetlevel(['list']),
      streetlevel(['list', '--json']),
    ]);
    const whole: { name: string; title: string }[] = JSON.parse(json);
    expect(
      lines
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/\s{2,}/)),
    ).toEqual(whole.map(({ name, title }) => [name, title]));
  });
});

describe('wrapping help', () => {
  const text = 'Run a scenario at many settings: --out results/<scenario>/charts and more';
  it('keeps all words, and no line is wider than allowed', () => {
    for (let columns = 1; columns <= 80; columns++) {
      const lines = wrapAnsi(text, columns).split('\n');
      expect(Math.max(...lines.map(stringWidth))).toBeLessThanOrEqual(columns);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
  });

  it('breaks between words, and begins a word longer than a line where that saves a line', () => {
    expect(wrapAnsi('one two three', 8)).toBe('one two\nthree');
    expect(wrapAnsi('an abcdefghi', 6)).toBe('an abc\ndefghi');
    expect(wrapAnsi('and abcdefgh', 4)).toBe('and\nabcd\nefgh');
    expect(wrapAnsi('first\n\nsecond', 80)).toBe('first\n\nsecond');
  });
});
