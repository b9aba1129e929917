import { readCoverage } from '../../test/experiment/intervals/record.ts';
import { readMutation } from '../../test/mutation/record.ts';
import { coverageTable } from './coverage.ts';
import { mutationTables } from './mutation.ts';
import { notRun } from './trialWords.ts';

/** What came of recorded trials of the tests themselves. */
export function checksBlocks(root: string): { coverage: string; mutation: string } {
  const intervals = readCoverage(root);
  const mutants = readMutation(root);
  return {
    coverage: intervals ? coverageTable(intervals) : notRun('npm run intervals -- --write'),
    mutation: mutants.trials.length > 0 ? mutationTables(mutants) : notRun('npm run mutate'),
  };
}
