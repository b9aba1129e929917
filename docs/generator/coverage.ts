import type { Coverage } from '../../test/experiment/intervals/coverage.ts';
import type { CoverageTrial } from '../../test/experiment/intervals/record.ts';
import { code, table } from './markdown.ts';
import { duration, madeOf } from './trialWords.ts';

/** Where more of the runs than this have one value, the table says so. */
const MOSTLY_THE_SAME = 0.1;

/** A recorded trial of intervals: two rows a measure, a column a size of groups. */
export function coverageTable(trial: CoverageTrial): string {
  const { replicates, scale, seconds, scenarios } = trial;
  const sizes = Object.keys(scenarios[0].measures[0].groupsOf);
  const rows = scenarios.flatMap(({ scenario, base, design, measures }) =>
    measures.flatMap(({ measure, same, groupsOf }) =>
      (['base', 'difference'] as const)
        .filter((of) => same[of] < 1)
        .map((of) => [
          code(scenario),
          code(measure),
          of === 'base' ? code(base) : `${code(design)} − ${code(base)}`,
          same[of] > MOSTLY_THE_SAME ? percent(same[of]) : '',
          ...sizes.map((size) => held(groupsOf[size][of])),
        ]),
    ),
  );
  return `${madeOf(trial)}, ${replicates.toLocaleString('en-GB')} replicates at scale ${scale}, ${duration(seconds)}.
In each column the share of 95% intervals that held the mean of all replicates, with twice its standard error. What is the same in every replicate is left out.

${table(['Scenario', 'Measure', 'Of', 'Runs with the commonest value', ...sizes.map((size) => `${size} replicates`)], rows)}`;
}

function held({ groups, held }: Coverage): string {
  const share = held / groups;
  return `${percent(share)} ± ${(200 * Math.sqrt((share * (1 - share)) / groups)).toFixed(1)}`;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
