import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { repository } from './repository.ts';

/** The page is written from runs of some minutes; what it says of the file can be told without them. */
describe('the page on the Work Programme', () => {
  const page = readFileSync(join(repository, 'docs/work-programme.md'), 'utf8');
  const { measures, designs, clients } = parse(
    readFileSync(join(repository, 'scenarios/work-programme.yaml'), 'utf8'),
  );
  const titles = (entries: Record<string, { title: string }>) =>
    Object.values(entries).map(({ title }) => title);

  it('tells all claims, figures, groups and designs of the file, and names claims that do not hold', () => {
    for (const entries of [measures.claims, measures.published, clients.groups, designs])
      for (const title of titles(entries)) expect(page).toContain(`| ${title} |`);
    const failing = page.match(/\| does not hold|\| cannot be told/g) ?? [];
    const named = [...page.matchAll(/^- `(\w+)`: /gm)].map(([, id]) => id);
    expect(named.length).toBe(failing.length);
    const rows = page.split('\n');
    for (const id of named) {
      const row = rows.find((line) => line.startsWith(`| ${measures.claims[id].title} |`));
      expect(row, id).toMatch(/\| (does not hold|cannot be told)/);
    }
  });
});
