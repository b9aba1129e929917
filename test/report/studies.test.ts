import { expect, it } from 'vitest';
import { buildReport } from '../../src/report/index.ts';
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
