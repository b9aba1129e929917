import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { repository } from './repository.ts';

/** The page is written from runs of some minutes; what it says of files can be told without them. */
describe('the page on joint commissioning', () => {
  const page = readFileSync(join(repository, 'docs/joint-commissioning.md'), 'utf8');
  const claimsOf = (path: string): Record<string, { title: string } | null> =>
    parse(readFileSync(join(repository, path), 'utf8')).measures.claims;

  it('tells claims that its files make', () => {
    const rows = [...page.matchAll(/^\| M\d+.*\]\(\.\.\/(.*?)\) \| (.*?) \|/gm)];
    expect(rows.length).toBeGreaterThan(20);
    for (const [, path, title] of rows) {
      const titles = Object.values(claimsOf(path)).map((claim) => claim?.title.toLowerCase() ?? '');
      expect(
        titles.some((each) => each.endsWith(title.toLowerCase())),
        title,
      ).toBe(true);
    }
  });

  it('names those that do not hold', () => {
    const named = [...page.matchAll(/^- ([\w-]+), `(\w+)`: /gm)];
    expect(named.length).toBeGreaterThan(0);
    for (const [, file, id] of named) {
      const path = file === 'joint-commissioning' ? `${file}.yaml` : `joint-commissioning/${file}.yaml`;
      expect(Object.keys(claimsOf(`scenarios/${path}`)), file).toContain(id);
    }
  });
});
