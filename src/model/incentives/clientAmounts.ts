import { compileFormula } from '../../scenario/expressions/index.ts';
import type { Formula } from '../../scenario/kit/index.ts';
import type { People } from '../people/people.ts';
import type { ClientAmounts } from './instrument.ts';

/** Where a price formula reads each of its variables: recorded facts only. */
const recordedColumns: Readonly<Record<string, (people: People) => Float64Array>> = {
  predictedNeed: (people) => people.predictedNeed,
};

/** The variables that `clientAmounts` can read: every name that the price context allows must be among them. */
export const recordedVariables: readonly string[] = Object.keys(recordedColumns);

/**
 * A price formula as one number a client, with the mean of each of `groups` groups (0 for a group without
 * members). Throws when the formula reads what is not recorded.
 */
export function clientAmounts(formula: Formula, people: People, groups: number): ClientAmounts {
  const kernel = compileFormula(formula);
  if (kernel.constant !== undefined) {
    const { constant } = kernel;
    return { constant, groupMeans: new Float64Array(groups).fill(constant), of: () => constant };
  }
  const inputs = kernel.variables.map((name) => {
    if (!Object.hasOwn(recordedColumns, name))
      throw new Error(`A price formula reads "${name}", which no record holds.`);
    return recordedColumns[name](people);
  });
  const amounts = new Float64Array(people.count);
  kernel.evaluate(people.count, inputs, amounts);
  const groupMeans = new Float64Array(groups);
  const members = new Float64Array(groups);
  for (let row = 0; row < people.count; row++) {
    groupMeans[people.group[row]] += amounts[row];
    members[people.group[row]]++;
  }
  for (let group = 0; group < groups; group++) if (members[group] > 0) groupMeans[group] /= members[group];
  return { groupMeans, of: (client) => amounts[client] };
}
