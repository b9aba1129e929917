import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChangedProject, freshPages, howToPages, readSummary } from '../../docs/generator/index.ts';
import type { Summary } from '../../src/tables/rows.ts';
import { repository } from './repository.ts';

const MINUTES = 60_000;

/** All that the pages add, at once, in one copy of the project. */
describe('a project to which the how-to pages have added what they say', () => {
  let project: ChangedProject;
  let fresh: Record<string, string>;
  const summaries: Record<string, Summary> = {};

  beforeAll(() => {
    project = new ChangedProject(repository, howToPages.paths).build();
    const look = (folder: string): void => {
      for (const name of ['prompt', 'bond', 'continuity.compare', 'resettlement'])
        summaries[name] = readSummary(folder, name);
    };
    fresh = freshPages(repository, howToPages, look, project.path);
  }, 5 * MINUTES);
  afterAll(() => project?.remove());

  const means = (run: string, key: string): Record<string, number> =>
    Object.fromEntries(
      Object.entries(summaries[run].designs).map(([id, { measures }]) => [id, measures[key].mean!]),
    );
  const interval = (run: string, design: string, key: string) => summaries[run].designs[design].measures[key];

  it.each(howToPages.paths)('prints what %s shows', (path) => {
    expect(readFileSync(join(repository, path), 'utf8')).toBe(fresh[path]);
  });

  it(
    'has sound types',
    () => {
      expect(project.run('node_modules/typescript/bin/tsc', '--noEmit')).toEqual({ output: '', code: 0 });
    },
    3 * MINUTES,
  );

  it('keeps to the style', () => {
    const { output, code } = project.run('node_modules/@biomejs/biome/bin/biome', 'lint', ...project.written);
    expect(code, output).toBe(0);
  });

  it(
    'passes the tests of the pages, and those that go through the registries',
    () => {
      const own = project.written.filter((path) => path.startsWith('test/'));
      expect(own).toHaveLength(3);
      const kinds = ['registry', 'examples', 'adjust'].map((name) => `test/model/incentives/${name}.test.ts`);
      const through = [...kinds, 'test/measures/registry.test.ts', 'test/house'];
      const { output, code } = project.run(
        'node_modules/vitest/vitest.mjs',
        ...['run', '--project', 'source', '--maxWorkers', '1', ...own, ...through],
      );
      expect(code, output).toBe(0);
    },
    5 * MINUTES,
  );

  it('shows what the pages say of it', () => {
    const first = means('prompt', 'contact.firstWeek');
    expect(first.promptStart).not.toBe(first.feePerJob);
    expect(interval('bond', 'loyal', 'parking.share').lo!).toBeGreaterThan(
      interval('bond', 'feePerJob', 'parking.share').hi!,
    );
    const kept = means('continuity.compare', 'contacts.continuity');
    expect(kept.team).toBeLessThan(kept.feePerJob);
  });
});
