import { expect, it } from 'vitest';
import { buildReport } from '../../src/report/index.ts';
import { studySentences } from '../../src/words/studies.ts';
import type { ReportTables } from '../../src/words/tables.ts';
import { fakeFitTables, fakeStudyTables } from '../charts/fakeTables.ts';
import { fakeFrontTables } from '../charts/frontTables.ts';

const questionOf = async (tables: ReportTables): Promise<string> =>
  (await buildReport(tables, [])).match(/<p class="question">([^<]*)</)![1];

it('each kind of study opens with its own question, and a sweep names what it varied', async () => {
  const swept = fakeStudyTables('grid');
  const question = await questionOf(swept);
  expect(question).toMatch(/^How do the results change with “.+”\?$/);
  const [only] = swept.study!.varied;
  const many = { ...swept, study: { ...swept.study!, varied: [1, 2, 3, 4].map(() => only) } };
  expect(await questionOf(many)).toBe('How do the results change with 4 parameters?');
  expect(await questionOf(fakeFitTables())).toContain('meet the published figures');
  expect(await questionOf(fakeFrontTables())).toContain('beat in every goal');
});

it('takes a lying sheet for its points only where they have many columns', async () => {
  const narrow = fakeStudyTables('grid');
  const classOf = async (tables: ReportTables) =>
    (await buildReport(tables, [])).match(/<section id="points" class="([^"]*)"/)![1];
  const [only] = narrow.study!.varied;
  narrow.study!.varied = [only];
  narrow.manifest.designs.splice(2);
  for (const id of Object.keys(narrow.summary.designs).slice(2)) delete narrow.summary.designs[id];
  expect(await classOf(narrow)).toBe('');
  narrow.study!.varied = [1, 2, 3, 4].map(() => only);
  expect(await classOf(narrow)).toBe('wide');
});

it('a study tells at most five findings on its front page, and the others after it', async () => {
  const tables = fakeFrontTables();
  const text = await buildReport(tables, []);
  const part = (id: string): string =>
    text.match(new RegExp(`<section id="${id}">.*?</section>`, 's'))?.[0] ?? '';
  const all = studySentences(tables);
  expect(all.length).toBeGreaterThan(5);
  const told = (id: string): number => part(id).match(/<li>/g)?.length ?? 0;
  expect(1 + told('finding')).toBe(5);
  expect(told('finding') + told('further')).toBe(all.length - 1);
});
