import type { Scenario } from '../../model/schema/scenario.ts';
import { seedKey } from '../../random/index.ts';
import type { ScenarioBundle } from '../../simulation/contract.ts';
import { sobolSequence } from '../sampling/index.ts';
import { problemsAt } from '../sweep/checkPlan.ts';
import { type OptimisationPlan, settingsAt } from './planOptimisation.ts';

const TRIED = 32;

/**
 * What is wrong where no setting of a sample across what is varied makes a sound scenario, as with shares of which every
 * one is varied, so that none is left to keep their sum: a search would find nothing there but the file.
 */
export function unsoundThroughout(
  bundle: ScenarioBundle,
  scenario: Scenario,
  { axes }: OptimisationPlan,
): string | undefined {
  let first: string | undefined;
  for (const place of sobolSequence(TRIED, axes.length, seedKey(scenario.seed))) {
    const [problem] = problemsAt(bundle, settingsAt(scenario, axes, [...place]));
    if (!problem) return undefined;
    first ??= `${problem.path}: ${problem.message}`;
  }
  return `none of ${TRIED} settings across what is varied makes a sound scenario. Of the first: ${first}. Of shares that must sum to 1 leave one out: it moves along.`;
}
