import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What mutants are held against. Stored numbers and tests of measures and formulas first, since they find most in seconds;
 * what is left is held against the tests of the model too, but for those that take longer than a mutant is worth.
 */
const first = ['test/golden', 'test/measures', 'test/scenario/expressions'];
const rest = ['test/model', 'test/simulation', 'test/scenario/load', 'test/analytic'];
const slow = [
  'test/analytic/{queue,areaLuck,liaisonQueue}.test.ts',
  'test/simulation/{allInstruments,conservation}.test.ts',
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
    include: folders.map((folder) => `${folder}/**/*.test.ts`),
    exclude: slow,
    isolate: false,
    testTimeout: 120_000,
    sequence: { sequencer: InOrder },
  },
});
