import type { LoadedScenario } from '../../../src/scenario/index.ts';
import { type Scenario, simulateReplicate } from '../../../src/simulation/index.ts';
import { measureKey } from '../../../src/tables/rows.ts';

/** Values of a measure in each run: of the base, and of the difference of another design from it. NaN where undefined. */
export interface RunValues {
  base: number[];
  difference: number[];
}

/** The asked measures of the first design and of the difference of another from it, in so many replicates. */
export function runValues(
  loaded: LoadedScenario<Scenario>,
  design: string,
  measures: readonly string[],
  replicates: number,
): Map<string, RunValues> {
  const values = new Map(measures.map((key) => [key, { base: [] as number[], difference: [] as number[] }]));
  const base = loaded.designs[0].id;
  for (let replicate = 0; replicate < replicates; replicate++) {
    const run = simulateReplicate(loaded, replicate, {
      references: [],
      clientTable: false,
      designs: [base, design],
    });
    const [first, second] = [base, design].map((id) => {
      const { rows } = run.designs.find((one) => one.design === id)!;
      return new Map(rows.map(({ measure, slice, value }) => [measureKey(measure, slice), value ?? NaN]));
    });
    for (const [key, { base, difference }] of values) {
      base.push(first.get(key) ?? NaN);
      difference.push((second.get(key) ?? NaN) - (first.get(key) ?? NaN));
    }
  }
  return values;
}
