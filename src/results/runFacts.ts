import { join } from 'node:path';
import { viewExperiment } from '../experiment/lenses/viewExperiment.ts';
import { rankExperiment } from '../experiment/ranking/rankExperiment.ts';
import { reportTables } from '../experiment/reportTables.ts';
import type { ReportTables } from '../words/tables.ts';
import type { FinishedRun } from './finishedRun.ts';
import { thisProgram } from './manifest.ts';
import { readMeasureValues } from './measureValues.ts';

/** Everything that a folder of results tells, from what was folded and the scenarios that were run. */
export function tablesOf({ experiment, fold, folder, partial, plan, request }: FinishedRun): ReportTables {
  const { kind, scenario, command, rank } = request;
  const values = (keys: readonly string[]) => readMeasureValues(join(folder, 'measures.csv'), keys);
  return reportTables({
    kind,
    experiment,
    plan,
    fold,
    scenario,
    command,
    ...thisProgram(),
    replicatesAsked: experiment.base.design.scenario.replicates,
    partial,
    ...(kind === 'compare' && { ranking: rankExperiment(experiment, fold.count, rank, values) }),
    lenses: viewExperiment(experiment, fold.count, values),
    rank,
  });
}
