import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measureCatalogue } from '../../src/simulation/index.ts';
import { repository } from './repository.ts';

const page = readFileSync(join(repository, 'docs/glossary.md'), 'utf8');
const [own] = page.split('## Kinds by name');
const rows = [...own.matchAll(/^\| \*\*(.+?)\*\* \| (.+?) \| (.+?) \|$/gm)];
const terms = rows.map(([, term]) => term);

describe('the glossary', () => {
  it('has every term once, in alphabetical order within its part, with a meaning and a link', () => {
    expect(terms.length).toBeGreaterThan(70);
    expect(new Set(terms.map((term) => term.toLowerCase())).size).toBe(terms.length);
    for (const part of own.split('\n## ').slice(1)) {
      const listed = [...part.matchAll(/^\| \*\*(.+?)\*\*/gm)].map(([, term]) => term.toLowerCase());
      expect(listed).toEqual(listed.toSorted((a, b) => (a < b ? -1 : 1)));
    }
    for (const [, term, meaning, more] of rows) {
      expect(meaning, term).toMatch(/^\p{Lu}.*\.$/u);
      expect(more, term).toContain('](');
    }
  });

  it('leads to every family of measures, and names no measure that is none', () => {
    const ids = measureCatalogue().map(({ id }) => id);
    const linked = [...own.matchAll(/\[`([\w.]+)`\]\(measures\.md#/g)].map(([, id]) => id);
    expect(linked.filter((id) => !ids.includes(id))).toEqual([]);
    const family = (id: string) => id.split('.')[0];
    const named = new Set(linked.map(family));
    // Hours of contact by slices, and events as such, go with the terms that lead to one of them.
    expect([...new Set(ids.map(family))].filter((one) => !named.has(one))).toEqual([]);
  });

  it('is what lessons and the page lead to', () => {
    for (const from of ['docs/lessons/README.md', 'docs/workshop.md', 'README.md'])
      expect(readFileSync(join(repository, from), 'utf8'), from).toContain('glossary.md)');
  });
});
