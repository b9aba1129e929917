import { describe, expect, it } from 'vitest';
import { isDraft } from '../../src/web/page/state/isDraft.ts';
import { lengthWords, reachWords } from '../../src/web/page/state/linkWords.ts';

const draft = {
  source: { bundled: 'first' },
  columns: [{ design: 'grant', levers: { advisers: 9 } }],
  scale: 1,
  replicates: 10,
};
const file = { file: 'mine.yaml', text: 'format: 1', extended: {} };

describe('a draft from a link', () => {
  it.each([
    ['of a bundled scenario', draft],
    ['of a file', { ...draft, source: file }],
    ['of a file that extends nothing', { ...draft, source: { file: 'mine.yaml', text: 'format: 1' } }],
    ['with a copy', { ...draft, columns: [{ design: 'own1', copyOf: 'grant', title: 'Own', levers: {} }] }],
    ['of the largest size and most runs of a file', { ...draft, scale: 1000, replicates: 100_000 }],
  ])('is taken: %s', (_, value) => expect(isDraft(value)).toBe(true));

  it.each([
    ['nothing', null],
    ['a number', 3],
    ['no source', { ...draft, source: undefined }],
    ['a source that is a list', { ...draft, source: [] }],
    ['a file whose name is a number', { ...draft, source: { ...file, file: 3 } }],
    ['a file without its text', { ...draft, source: { ...file, text: undefined } }],
    ['files that are no texts', { ...draft, source: { ...file, extended: { a: { file: 'b' } } } }],
    ['no design', { ...draft, columns: [] }],
    ['five designs', { ...draft, columns: [1, 2, 3, 4, 5].map((n) => ({ design: `d${n}`, levers: {} })) }],
    ['a design twice', { ...draft, columns: [draft.columns[0], draft.columns[0]] }],
    ['levers that are a list', { ...draft, columns: [{ design: 'grant', levers: [] }] }],
    [
      'a title that is no text',
      { ...draft, columns: [{ design: 'own1', copyOf: 'grant', title: {}, levers: {} }] },
    ],
    ['a copy without a title', { ...draft, columns: [{ design: 'own1', copyOf: 'grant', levers: {} }] }],
    ['no people', { ...draft, scale: 0 }],
    ['a lever at null', { ...draft, columns: [{ design: 'grant', levers: { mix: null } }] }],
    ['more runs than a file may have', { ...draft, replicates: 100_001 }],
    ['a larger size than a file may have', { ...draft, scale: 1001 }],
    ['half a run', { ...draft, replicates: 0.5 }],
  ])('is not used: %s', (_, value) => expect(isDraft(value)).toBe(false));
});

describe('what is said of a link', () => {
  const linkOf = (length: number) => 'https://example.org/page.html#draft='.padEnd(length, 'x');

  it('says nothing of one that arrives whole', () => {
    expect(lengthWords(linkOf(2000))).toBe('');
  });

  it('says how long it is and what to do instead', () => {
    expect(lengthWords(linkOf(2001))).toMatch(/2,001 characters.*Some chat programs.*“Scenario as YAML”/);
    expect(lengthWords(linkOf(8000))).toContain('Some chat programs');
    expect(lengthWords(linkOf(8001))).toMatch(/8,001 characters.*more than chat programs, mail and some/);
  });

  it('says for whom it leads somewhere', () => {
    expect(reachWords('https://example.org/page.html#draft=x')).toBe('');
    expect(reachWords('file:///home/me/page.html#draft=x')).toContain('Others need a copy of the page');
    expect(reachWords('http://127.0.0.1:7357/#draft=x')).toContain('on which streetlevel workshop runs');
  });
});
