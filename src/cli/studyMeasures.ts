import { measureKeyProblems, type Scenario } from '../simulation/index.ts';
import { UsageError } from './usageError.ts';

/** Throws UsageError for keys of measures that the scenario does not give, all of them at once. */
export function checkMeasures(scenario: Scenario, keys: readonly string[], flag = '--measure'): void {
  const problems = keys.flatMap((key) =>
    measureKeyProblems(scenario, key).map(({ message, allowed, nearest }) => {
      const meant = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
      return `${flag} ${key}: ${message}.${allowed === undefined ? '' : ` Allowed: ${allowed}.`}${meant}`;
    }),
  );
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
}
