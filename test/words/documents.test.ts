import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { citedDocuments, documentName, documents, namedSources } from '../../src/words/documents.ts';
import { root } from '../house/sources.ts';

const textsBelow = (folder: string, ending: string): [path: string, text: string][] =>
  (readdirSync(join(root, folder), { recursive: true }) as string[])
    .filter((path) => path.endsWith(ending))
    .map((path) => [`${folder}/${path}`, readFileSync(join(root, folder, path), 'utf8')]);

describe('documents', () => {
  const texts = [
    ...textsBelow('src', '.ts'),
    ...textsBelow('scenarios', '.yaml'),
    ...textsBelow('docs', '.md'),
  ];

  it('are cited by numbers that are listed, and in one way throughout', () => {
    const cited = new Set<string>();
    for (const [path, text] of texts) {
      for (const [, number] of text.matchAll(/\b[Dd]ocument ?(\d{3})\b/g)) {
        expect([path, number, number in documents]).toEqual([path, number, true]);
        cited.add(number);
      }
      // A seed is a text from which luck is made, and nothing else.
      expect([path, text.match(/\bseeds? ?00\d/i)?.[0]]).toEqual([path, undefined]);
    }
    expect([...cited].sort()).toEqual(Object.keys(documents).sort());
  });

  it('have their title behind their number, and those that nobody lists have none', () => {
    expect(documentName('003')).toBe('document 003 (joint commissioning)');
    expect(documentName('117')).toBe('document 117');
  });

  it('are found where a text is broken between words, each once, with the list of evidence last', () => {
    const texts = [
      'assumed (published\n  evidence, F2)',
      'Document 004: a, document\n003, M17',
      'document 003',
    ];
    expect(citedDocuments(texts).map(({ name }) => name)).toEqual([
      'document 003 (joint commissioning)',
      'document 004 (employment pilot)',
      'published evidence',
    ]);
    expect(citedDocuments(['assumed'])).toEqual([]);
  });

  it('are told in the words of a scenario where it names them, and stand behind its own sources', () => {
    expect(
      namedSources({ document003: 'Own words', fees: 'A list' }, ['document 003', 'document 001']),
    ).toEqual([
      { name: 'document 003 (joint commissioning)', about: 'Own words' },
      { name: 'fees', about: 'A list' },
      { name: 'document 001 (justice reinvestment)', about: documents['001'].about },
    ]);
  });
});
