import { defineConfig } from 'vitest/config';

/** Tests that start the command or its workers: they run what `npm run build` makes, so it is built first. */
const needDist = [
  'test/cli/**/*.test.ts',
  'test/backends/**/*.test.ts',
  'test/docs/**/*.test.ts',
  'test/browser/**/*.test.ts',
  'test/slurm/**/*.test.ts',
  'test/faults/**/*.test.ts',
];

/** Where `.ci/run` wants the counts of tests, since `npm cit` hands no options on. */
const report = process.env.TEST_REPORT;

export default defineConfig({
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A test that asserts nothing fails.
    expect: { requireAssertions: true },
    // Of two cores the default would leave one idle.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { name: 'source', include: ['test/**/*.test.ts'], exclude: needDist },
      },
      {
        extends: true,
        test: { name: 'built', include: needDist, globalSetup: ['test/buildDist.ts'] },
      },
    ],
  },
});
