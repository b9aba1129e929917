import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverageTable } from '../../../docs/generator/coverage.ts';
import { bundleScenario, openScenario } from '../../../src/simulation/index.ts';
import { commandOf, origin } from '../../support/trialFile.ts';
import { coverage } from './coverage.ts';
import { type CoverageRecord, type CoverageTrial, writeCoverage } from './record.ts';
import { runValues } from './runValues.ts';

/** A design against the base, of scenarios that extend no other. */
const contrasts = { first: 'grant', 'activation-pilot': 'sameSpend' };
/** Headline measures, and one of a rare thing. */
const measures = [
  'outcome.rate',
  'additional.rate',
  'creaming.concentration',
  'parking.share[fifth=5]',
  'parking.mostly',
  'paid.perClient',
  'cost.perOutcome',
  'staff.burnout',
];
const REPLICATES = 3000;
const SCALE = 0.05;
const GROUPS = [5, 10, 30];
const LEVEL = 0.95;

/**
 * Runs bundled scenarios often and tells how many of the intervals that fewer runs would have given hold the mean of all. Gives the
 * exit code. With `--write` the result is put into `results.json`, from which the page is made.
 */
export function main(words: readonly string[], root: string): number {
  if (words.some((word) => word !== '--write')) {
    console.error('npm run intervals [-- --write]');
    return 2;
  }
  const began = performance.now();
  const scenarios = Object.entries(contrasts).map(([scenario, design]) => {
    console.error(scenario);
    const text = readFileSync(join(root, 'scenarios', `${scenario}.yaml`), 'utf8');
    const loaded = openScenario(bundleScenario({ text, file: scenario }, extendsNothing, [`scale=${SCALE}`]));
    const values = runValues(loaded, design, measures, REPLICATES);
    const records = [...values].flatMap(([measure, { base, difference }]): CoverageRecord[] =>
      // An interval over fewer runs than were asked for is another matter.
      [...base, ...difference].some(Number.isNaN)
        ? []
        : [
            {
              measure,
              same: { base: commonest(base), difference: commonest(difference) },
              groupsOf: Object.fromEntries(
                GROUPS.map((size) => [
                  size,
                  { base: coverage(base, size, LEVEL), difference: coverage(difference, size, LEVEL) },
                ]),
              ),
            },
          ],
    );
    return { scenario, base: loaded.designs[0].id, design, measures: records };
  });
  const trial: CoverageTrial = {
    ...origin(root, ['src', 'scenarios']),
    command: commandOf('intervals', words),
    scale: SCALE,
    replicates: REPLICATES,
    seconds: Math.round((performance.now() - began) / 1000),
    scenarios,
  };
  console.log(coverageTable(trial));
  if (words.includes('--write'))
    console.error(`wrote ${writeCoverage(root, trial)}; now run npm run docs -- --code`);
  return 0;
}

const extendsNothing = (): never => {
  throw new Error('only scenarios that extend no other');
};

/** Share of the runs that have the commonest value. */
function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Math.max(...counts.values()) / values.length;
}
