import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dutiesPage, instrumentsPage, reviewsPage } from '../../docs/generator/kindPages.ts';
import { dispositionsPage, measuresPage } from '../../docs/generator/referencePages.ts';
import { readWorks } from '../../docs/generator/references.ts';
import { scenarioPage } from '../../docs/generator/scenarioPage.ts';
import { repository } from '../docs/repository.ts';

/* Of `test/docs/generated.test.ts` what does not read the source, which is another one while it is mutated. */

it.each([
  ['scenario-format', scenarioPage],
  ['measures', () => measuresPage(readWorks(repository))],
  ['instruments', instrumentsPage],
  ['duties', dutiesPage],
  ['reviews', reviewsPage],
  ['dispositions', () => dispositionsPage(readWorks(repository))],
])('docs/%s.md is fresh', (name, page) => {
  expect(page()).toBe(readFileSync(join(repository, `docs/${name}.md`), 'utf8'));
});
