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
/** Texts that a reader sees, as pages have them. */
const pages = 'test/mutation/referencePages.check.ts';
const slow = [
  'test/simulation/{allInstruments,conservation,metamorphic,oneClient*,policyDate,size}.test.ts',
  'test/simulation/watch/{session,life}.test.ts',
  'test/scenario/load/fuzz.test.ts',
];

/** Files in the order of the list of folders: what finds most comes first. */
class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => first.findIndex((folder) => moduleId.includes(folder));
    return files.toSorted((a, b) => place(a) - place(b));
  }
}

const folders = process.env.MUTATION_TESTS === 'rest' ? rest : first;

export default defineConfig({
  test: {
    include: [
      ...folders.flatMap((folder) => [`${folder}/**/*.test.ts`, `${folder}.test.ts`]),
      ...(folders === rest ? [pages] : []),
    ],
    exclude: slow,
    isolate: false,
    testTimeout: 120_000,
    sequence: { sequencer: InOrder },
  },
});
