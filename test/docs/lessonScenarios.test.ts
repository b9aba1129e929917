import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from './repository.ts';

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith(ending),
  );

const pages = filesIn('docs', '.md').map((path) => readFileSync(join(repository, 'docs', path), 'utf8'));

/** A page uses a scenario where it runs it, or links to its file or to it on the workshop page; the word alone is no use of it. */
const use = (scenario: string): RegExp =>
  new RegExp(
    `lessons/${scenario}\\.yaml|[#&]scenario=${scenario}(?![\\w-])|^(?:npx )?streetlevel .*(?<![\\w/-])${scenario}(?![\\w-])`,
    'm',
  );

describe('scenarios of lessons', () => {
  it.each(filesIn('scenarios/lessons', '.yaml').map((path) => basename(path, '.yaml')))(
    '%s is used by a page',
    (scenario) => {
      expect(pages.filter((page) => use(scenario).test(page)).length).toBeGreaterThan(0);
    },
  );
});
