import type { LensViews } from '../../tables/lenses.ts';
import { lenses } from '../../tables/lensRegistry.ts';
import type { Experiment } from '../members.ts';
import { measuredBy, type ValuesOf } from '../ranking/rankExperiment.ts';
import { keysOf, lookThrough } from './lookThrough.ts';

/**
 * Looks at the designs that charts show from every view of the registry, from their values in all replicates. Undefined for one
 * design, where nothing is preferred to anything.
 */
export function viewExperiment(
  experiment: Experiment,
  replicates: number,
  valuesOf: ValuesOf,
): LensViews | undefined {
  const { mainEvent } = experiment.base.design.scenario.pathway;
  const keys = lenses.flatMap(({ looksAt }) => looksAt.flatMap((look) => keysOf(look, mainEvent)));
  const measured = measuredBy(experiment, replicates, valuesOf([...new Set(keys)]));
  if (measured(keys[0]).length < 2) return undefined;
  return { format: 1, views: lenses.map((lens) => lookThrough(lens, measured, mainEvent)) };
}
