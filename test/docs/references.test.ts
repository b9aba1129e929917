import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { normalised, readWorks, withCitations } from '../../docs/generator/references.ts';
import { packageVersion } from '../../src/backends/packageFiles.ts';
import { pages, repository } from './repository.ts';

const works = readWorks(repository);
const forms = works.flatMap(({ cited }) => cited);
const read = (path: string): string => readFileSync(join(repository, path), 'utf8');
const below = (folder: string, ending: string): string[] =>
  (readdirSync(join(repository, folder), { recursive: true }) as string[])
    .filter((path) => path.endsWith(ending))
    .map((path) => `${folder}/${path}`);

const name = String.raw`\p{Lu}[\p{L}’'-]+`;
/** “Name (year)”, “Name and Name year”, “Name et al. year”, “Name, Name and Name year”, also of one who is `van` something. */
const citation = new RegExp(
  String.raw`${name}(?:(?:, ${name})* (?:and|&) (?:van |de )?${name}| et al\.| and others)? \(?(?:1[89]|20)\d\d\)?`,
  'gu',
);
const months = /^(January|February|March|April|May|June|July|August|September|October|November|December) /;

/** Citations in a text whose links are taken off. */
function citations(text: string): string[] {
  const plain = text.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1');
  return [...plain.matchAll(citation)]
    .map(([found]) => normalised(found))
    .filter((found) => !months.test(found));
}

const cited = (found: string): boolean => forms.some((form) => form === found || form.endsWith(` ${found}`));

describe('works', () => {
  it.each(pages().filter((path) => path !== 'docs/references.md' && path !== 'CHANGELOG.md'))(
    'that %s cites stand on the page of references',
    (path) => {
      expect(citations(read(path)).filter((found) => !cited(found))).toEqual([]);
    },
  );

  // Pages of defaults and the table of facts are made elsewhere, and blocks of code hold no links.
  it.each(
    pages().filter(
      (path) =>
        path !== 'docs/references.md' && path !== 'CHANGELOG.md' && !read(path).startsWith('<!-- Generated'),
    ),
  )('that %s cites by name and year are linked', (path) => {
    const text = read(path);
    const own = text.replaceAll(/<!-- generated: \w+ -->[\s\S]*?<!-- end -->|^```[\s\S]*?^```/gm, '');
    expect(withCitations(own, works)).toBe(own);
  });

  it('are found in the forms in which they are cited', () => {
    const text =
      'As Bevan & Hood (2006), [Zacka 2017](x), Tummers et al. 2015 and Rao and Scott 1992 say in May 2014.';
    expect(citations(text)).toEqual([
      'Bevan and Hood 2006',
      'Zacka 2017',
      'Tummers et al. 2015',
      'Rao and Scott 1992',
    ]);
    expect(citations('Nobody and Noone (1999)').filter((found) => !cited(found))).toEqual([
      'Nobody and Noone 1999',
    ]);
  });

  it('are cited somewhere, each of them', () => {
    const texts = [
      ...pages().filter((path) => path !== 'docs/references.md'),
      ...below('src', '.ts'),
      ...below('scenarios', '.yaml'),
    ].map((path) => normalised(read(path).replaceAll(/\s*\n\s*(?:\/\/|\*|\/\/\/)?\s*/g, ' ')));
    const dead = works.filter(
      ({ cited }) => !texts.some((text) => cited.some((form) => text.includes(form))),
    );
    expect(dead.map(({ cited }) => cited[0])).toEqual([]);
  });

  it('have what it takes to find them, and identifiers of the right form', () => {
    for (const work of works) {
      for (const key of ['authors', 'title', 'in'] as const)
        expect([work.cited[0], work[key]]).toEqual([work.cited[0], expect.stringMatching(/\S/)]);
      expect(String(work.year ?? work.cited[0].slice(-4))).toMatch(/^(1[89]|20)\d\d$/);
      const { doi, isbn } = work.id ?? {};
      if (doi !== undefined) expect(doi).toMatch(/^10\.\d{4,9}\/\S+$/);
      if (isbn === undefined) continue;
      const digits = isbn.replaceAll('-', '');
      expect(digits).toMatch(/^97[89]\d{10}$/);
      const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
      expect([isbn, sum % 10]).toEqual([isbn, 0]);
    }
    expect(new Set(forms).size).toBe(forms.length);
  });

  it('are linked from the pages that are made from the code', () => {
    expect(withCitations('Zacka 2017 (the caregiver); Bevan & Hood 2006', works)).toBe(
      '[Zacka 2017](references.md#zacka-2017) (the caregiver); [Bevan & Hood 2006](references.md#bevan-and-hood-2006)',
    );
    expect(read('docs/dispositions.md')).toContain('[Lipsky 1980](references.md#lipsky-1980)');
    expect(read('docs/measures.md')).toContain('[Erreygers 2009](references.md#erreygers-2009)');
  });
});

describe('CITATION.cff', () => {
  const citationFile = parse(read('CITATION.cff'));
  /** Keys that version 1.2.0 of the format knows, as far as a program without a release archive can fill them. */
  const known = [
    'abstract',
    'authors',
    'cff-version',
    'keywords',
    'license',
    'message',
    'title',
    'type',
    'version',
  ];

  it('is of format 1.2.0 with what it requires, and says no more than is so', () => {
    expect(Object.keys(citationFile).sort()).toEqual(known);
    expect(citationFile).toMatchObject({ 'cff-version': '1.2.0', type: 'software', license: 'MIT' });
    for (const key of ['message', 'title', 'abstract']) expect(citationFile[key]).toMatch(/\S/);
    expect(citationFile.authors).toEqual([{ name: expect.stringContaining('contributors') }]);
    expect(new Set(citationFile.keywords).size).toBe(citationFile.keywords.length);
  });

  it('has the version and the licence of the package', () => {
    expect(citationFile.version).toBe(packageVersion());
    expect(citationFile.license).toBe(JSON.parse(read('package.json')).license);
    expect(read('LICENSE')).toContain(citationFile.authors[0].name);
  });
});
