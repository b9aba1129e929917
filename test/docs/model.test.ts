import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { saysOfItself } from '../../docs/generator/modelBlocks.ts';
import { protocol } from '../../docs/generator/protocol.ts';
import { scenarioFields } from '../../src/explanation/index.ts';
import { formulaVariables } from '../../src/model/formulas/variables.ts';
import { openedBundled } from '../support/opened.ts';
import { repository } from './repository.ts';

const page = readFileSync(join(repository, 'docs/model.md'), 'utf8');
/** The page without its blocks of equations and its generated tables: what somebody wrote. */
const written = page
  .replaceAll(/<!-- generated: \w+ -->[\s\S]*?<!-- end -->/g, '')
  .replaceAll(/^```[\s\S]*?^```/gm, '');
const headings = [...written.matchAll(/^(#+) (.*)$/gm)].map(([, marks, heading]) => ({
  depth: marks.length,
  heading,
}));

const sources = (readdirSync(join(repository, 'src'), { recursive: true }) as string[])
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path: `src/${path}`, text: readFileSync(join(repository, 'src', path), 'utf8') }));
const words = new Set(sources.flatMap(({ text }) => text.match(/[A-Za-z][A-Za-z0-9]*/g) ?? []));

describe('the protocol', () => {
  it('stands on the page with its headings, in its order', () => {
    const own = protocol.map(({ heading }) => heading);
    expect(headings.map(({ heading }) => heading).filter((heading) => own.includes(heading))).toEqual(own);
    const parts = headings.filter(({ depth }) => depth === 2).map(({ heading }) => heading);
    expect(parts.slice(0, 3)).toEqual(['Overview', 'Design concepts', 'Details']);
  });

  it('has every question answered under headings that have text', () => {
    const texts = new Map(
      written
        .split(/^#+ /m)
        .map((part) => [part.split('\n')[0], part.split('\n').slice(1).join('\n').trim()]),
    );
    const sections = protocol.flatMap(({ questions }) => questions.flatMap(([, ...answered]) => answered));
    expect(sections.length).toBeGreaterThan(40);
    for (const section of sections) {
      expect([section, texts.has(section)]).toEqual([section, true]);
      // The text of a block of tables is generated, and stands beside a line that says what it is.
      expect([section, texts.get(section)!.length > 20]).toEqual([section, true]);
    }
  });
});

describe('what the page names in the code', () => {
  const named = [...written.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name);

  it('are files that exist, short names too', () => {
    const short = named.filter((name) => /^[A-Za-z]+\.ts$/.test(name));
    const known = sources.map(({ path }) => path.replace(/^.*\//, ''));
    expect(short.length).toBeGreaterThan(2);
    expect(short.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('are fields of scenario files, where they are paths', () => {
    const fields = scenarioFields().flatMap(({ path }) => [
      path.replaceAll(/\*\[\w+\]/g, '*'),
      path.replaceAll(/\*\[(\w+)\]/g, '$1'),
    ]);
    // A list of words, which the schema holds without a field of its own.
    fields.push('measures.references');
    const measures = new Set(readFileSync(join(repository, 'docs/measures.md'), 'utf8').match(/`[\w.]+`/g));
    const paths = named.filter(
      (name) => /^[a-z]\w*(\.(<name>|[a-z]\w*))+$/i.test(name) && !/\.(ts|md|csv|json|cff)$/.test(name),
    );
    const isField = (path: string): boolean => {
      const pattern = path.replaceAll('<name>', '*');
      return fields.some(
        (field) =>
          field === pattern ||
          field.endsWith(`.${pattern}`) ||
          field.startsWith(`${pattern}.`) ||
          field.includes(`.${pattern}.`),
      );
    };
    expect(paths.length).toBeGreaterThan(40);
    expect(paths.filter((path) => !isField(path) && !measures.has(`\`${path}\``))).toEqual([]);
  });

  it('are words of the code, where they are single names', () => {
    const { scenario } = openedBundled('activation-pilot').designs[0];
    const variables = (['hazard', 'belief', 'appeal', 'price'] as const).flatMap((context) =>
      formulaVariables(context, scenario).map(({ name }) => name),
    );
    const names = named.filter((name) => /^[a-z][A-Za-z0-9]*$/.test(name));
    expect(names.length).toBeGreaterThan(80);
    expect(names.filter((name) => !words.has(name) && !variables.includes(name))).toEqual([]);
  });
});

describe('files of the model', () => {
  it('stand on the page, each with what it says of itself', () => {
    const own = sources.filter(
      ({ path }) => path.startsWith('src/model/') && !path.startsWith('src/model/schema/'),
    );
    expect(own.length).toBeGreaterThan(150);
    for (const { path, text } of own)
      expect(page).toContain(`| \`${path}\` | ${saysOfItself(text, path).replaceAll('|', '\\|')} |`);
  });

  it('are read by what has the name of the file, then by what runs', () => {
    const text =
      '/** A shape. */\nexport interface A {}\n/** Twelve. */\nexport const b = 12;\n/** Step 3. Does it: all of it. */\nexport function thing() {}\n';
    expect(saysOfItself(text, 'src/x/thing.ts')).toBe('Does it: all of it.');
    expect(() => saysOfItself('export const a = 1;\n', 'a.ts')).toThrow(/no comment/);
  });
});
