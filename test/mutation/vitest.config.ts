import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What mutants are held against. Stored numbers of drawn programmes and tests of measures and formulas first, since they
 * find most in seconds. What is left is held against the rest, but for tests that take longer than a mutant is worth: what
 * only they would find counts as not found.
 */
const first = ['test/golden/drawn', 'test/measures', 'test/scenario/expressions'];
const rest = [
  'test/golden/bundled',
  'test/model',
  'test/simulation',
  'test/scenario/load',
  'test/explanation',
];
/** Of the rest before all texts that a reader sees, since most of what is left are words. */
const pages = 'test/mutation/referencePages.check.ts';
/** Whether files load: after all others, since what is first loaded inside a test would be held against that test alone. */
const loading = 'test/mutation/loading.check.ts';
const slow = [
  'test/simulation/{allInstruments,conservation,metamorphic,oneClient*,policyDate,size}.test.ts',
  'test/simulation/watch/{session,life}.test.ts',
  'test/scenario/load/fuzz.test.ts',
];

const isRest = process.env.MUTATION_TESTS === 'rest';
const folders = isRest ? [pages, ...rest, loading] : first;

/** Files in the order of the list: what finds most comes first. */
class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => folders.findIndex((name) => moduleId.includes(name));
    return files.toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    include: folders.flatMap((name) =>
      name.endsWith('.ts') ? name : [`${name}/**/*.test.ts`, `${name}.test.ts`],
    ),
    exclude: slow,
    isolate: false,
    testTimeout: 120_000,
    sequence: { sequencer: InOrder },
  },
});
