/**
 * `npm run mutate`: draws mutants of the model, its measures and the formulas, runs the tests over each, and writes what
 * survived to `results.json` beside this file. `-- --sample 400 --seed another` draws others; `-- --sample all` takes all,
 * which is days.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { allMutants, drawn, keyOf, mutatedFolders } from './mutants.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const { values: asked } = parseArgs({
  options: {
    sample: { type: 'string', default: '900' },
    seed: { type: 'string', default: 'first' },
    threads: { type: 'string', default: '2' },
  },
});

/** Runs the tool over some mutants against some of the tests; gives the state of each by its key. */
function run(mutants, tests, work) {
  const files = join(work, `${tests}.drawn.json`);
  const report = join(work, `${tests}.report.json`);
  writeFileSync(files, JSON.stringify(mutants.map(keyOf)));
  const config = join(work, `${tests}.json`);
  writeFileSync(
    config,
    JSON.stringify({
      testRunner: 'vitest',
      vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
      plugins: ['@stryker-mutator/vitest-runner', join(here, 'onlyDrawn.mjs')],
      checkers: ['onlyDrawn'],
      coverageAnalysis: 'perTest',
      mutate: mutants.map(
        ({ file, start, end }) => `${file}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`,
      ),
      ignorePatterns: ['dist', 'results', '.git'],
      reporters: ['json', 'progress-append-only'],
      jsonReporter: { fileName: report },
      concurrency: Number(asked.threads),
      timeoutMS: 20_000,
      dryRunTimeoutMinutes: 30,
      tempDirName: join(work, 'sandbox'),
    }),
  );
  execFileSync('npx', ['stryker', 'run', config], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MUTANTS_DRAWN: files, MUTATION_TESTS: tests },
  });
  const states = new Map();
  for (const [file, { mutants: found }] of Object.entries(JSON.parse(readFileSync(report, 'utf8')).files))
    for (const { location, replacement, status } of found) {
      // Reports count lines and columns from 1.
      const from0 = ({ line, column }) => ({ line: line - 1, column: column - 1 });
      const key = keyOf({ file, start: from0(location.start), end: from0(location.end), replacement });
      states.set(key, status);
    }
  return states;
}

const started = Date.now();
const work = mkdtempSync(join(tmpdir(), 'mutation-'));
const all = await allMutants(root);
const sample = drawn(all, asked.sample === 'all' ? all.length : Number(asked.sample), asked.seed);
console.log(`${sample.length} of ${all.length} mutants`);
const states = run(sample, 'first', work);
const caught = ['Killed', 'Timeout'];
const left = sample.filter((mutant) => !caught.includes(states.get(keyOf(mutant))));
if (left.length > 0)
  for (const [key, state] of run(left, 'rest', work)) if (state !== 'CompileError') states.set(key, state);

const stateOf = (mutant) => states.get(keyOf(mutant)) ?? 'NotRun';
const counts = Object.fromEntries(
  mutatedFolders.map((folder) => {
    const mine = sample.filter(({ file }) => file.startsWith(`${folder}/`));
    const count = {};
    for (const mutant of mine) count[stateOf(mutant)] = (count[stateOf(mutant)] ?? 0) + 1;
    return [
      folder,
      {
        mutants: all.filter(({ file }) => file.startsWith(`${folder}/`)).length,
        drawn: mine.length,
        ...count,
      },
    ];
  }),
);
const git = (...words) => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
const results = {
  date: new Date().toISOString().slice(0, 10),
  commit: git('rev-parse', '--short', 'HEAD'),
  node: process.version.slice(1),
  command: ['npm run mutate', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])].join(' '),
  seed: asked.seed,
  minutes: Math.round((Date.now() - started) / 60_000),
  counts,
  survivors: sample
    .filter((mutant) => !caught.includes(stateOf(mutant)))
    .map((mutant) => ({
      key: keyOf(mutant),
      mutator: mutant.mutator,
      original: mutant.original,
      state: stateOf(mutant),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1)),
};
writeFileSync(join(here, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
rmSync(work, { recursive: true, force: true });
console.log(JSON.stringify(counts, null, 2));
