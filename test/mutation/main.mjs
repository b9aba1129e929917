/**
 * `npm run mutate`: draws mutants of the model, its measures and the formulas, runs the tests over each, and writes what
 * survived to `results.json` beside this file. `-- --seed another` draws others, `-- --only FOLDER` of one folder alone;
 * `-- --sample all` takes all, which is days. After a stop the same command goes on, unless the code is another one.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { KeptStates } from './keptStates.mjs';
import { allMutants, drawn, keyOf, mutatedFolders } from './mutants.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const { values: asked } = parseArgs({
  options: {
    // As many as two cores try in some two hours.
    sample: { type: 'string', default: '320' },
    seed: { type: 'string', default: 'first' },
    only: { type: 'string' },
    threads: { type: 'string', default: '2' },
  },
});

if (asked.only !== undefined && !mutatedFolders.includes(asked.only)) {
  console.error(`--only ${asked.only}: none of ${mutatedFolders.join(', ')}`);
  process.exit(2);
}
const folders = asked.only === undefined ? mutatedFolders : [asked.only];

/** So many are run before their states are kept. */
const AT_ONCE = 60;

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
      // What never ends is known by how often it goes round; a busy machine is not to count as one that found something.
      timeoutMS: 60_000,
      timeoutFactor: 4,
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

const git = (...words) => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
const commit = git('rev-parse', '--short=9', 'HEAD');
// What this writes, and what is said of it, is no change of the code.
const own = ['test/mutation/results.json', 'test/mutation/judged.yaml', 'docs/checks.md'].map(
  (path) => `:!${path}`,
);
const changed = git('status', '--porcelain', 'src', 'test', 'docs', ...own) !== '';
const all = await allMutants(root, folders);
const sample = drawn(all, asked.sample === 'all' ? all.length : Number(asked.sample), asked.seed);
console.log(`${sample.length} of ${all.length} mutants`);
const kept = new KeptStates(root, commit, changed, `${folders.join()} ${asked.sample} ${asked.seed}`);
const caught = ['Killed', 'Timeout'];

/** Holds what has no state yet against some of the tests, some mutants at a time, so that a stop loses little. */
function hold(mutants, tests) {
  const open = mutants.filter((mutant) => kept.get(tests, keyOf(mutant)) === undefined);
  const work = mkdtempSync(join(tmpdir(), 'mutation-'));
  for (let at = 0; at < open.length; at += AT_ONCE) {
    const some = open.slice(at, at + AT_ONCE);
    const states = run(some, tests, work);
    for (const mutant of some) kept.set(tests, keyOf(mutant), states.get(keyOf(mutant)) ?? 'NotRun');
    kept.write();
  }
  rmSync(work, { recursive: true, force: true });
  return new Map(mutants.map((mutant) => [keyOf(mutant), kept.get(tests, keyOf(mutant))]));
}

const states = hold(sample, 'first');
const left = sample.filter((mutant) => !caught.includes(states.get(keyOf(mutant))));
// What none of the rest reaches is what the first said of it.
for (const [key, state] of hold(left, 'rest')) if (state !== 'NoCoverage') states.set(key, state);

const stateOf = (mutant) => states.get(keyOf(mutant)) ?? 'NotRun';
const counts = Object.fromEntries(
  folders.map((folder) => {
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
const trial = {
  date: new Date().toISOString().slice(0, 10),
  commit: changed ? `${commit} and changes` : commit,
  node: process.version.slice(1),
  command: ['npm run mutate', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])].join(' '),
  seed: asked.seed,
  minutes: Math.round(kept.minutes),
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
// A trial takes the place of the last one over the same folders with the same seed.
const ofSame = ({ seed, counts }) => seed === trial.seed && Object.keys(counts).join() === folders.join();
const file = join(here, 'results.json');
const trials = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
const others = trials.filter((one) => !ofSame(one));
writeFileSync(file, `${JSON.stringify([...others, trial], null, 2)}\n`);
console.log(JSON.stringify(counts, null, 2));
