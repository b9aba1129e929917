import { experimentFacts, summaryOf } from '../../experiment/experimentFacts.ts';
import { foldPlanOf } from '../../experiment/foldPlan.ts';
import type { Experiment } from '../../experiment/members.ts';
import { ReplicateFold } from '../../experiment/replicateFold.ts';
import type { DesignValues } from '../../experiment/study/point.ts';
import { idleSettings, measureCatalogue } from '../../simulation/index.ts';
import { parseMeasureKey } from '../../tables/rows.ts';
import { headlineDifferences } from '../../words/comparison.ts';
import type { ReportTables } from '../../words/tables.ts';
import { thisProgram } from '../manifest.ts';
import type { FinishedStudy } from './finishedStudy.ts';

/** The tables of a study: what was found, beside the scenario as it stands. */
export function studyTables({
  request,
  experiment,
  stated,
  conducted,
  partial,
}: FinishedStudy): ReportTables {
  const { base, members } = experiment;
  const { kind, scenario, command, replicates } = request;
  const fold = foldOf(stated?.state === 'done' ? stated.designs : {}, experiment);
  const manifest = experimentFacts(experiment, {
    kind,
    scenario,
    command,
    ...thisProgram(),
    replicates,
    replicatesAsked: replicates,
    partial,
  });
  const tables: ReportTables = {
    summary: { ...summaryOf(manifest, base.id, fold.summaries()), replicates: fold.count },
    weekly: [],
    differences: fold.differences(),
    manifest,
    parameters: [...base.design.parameters],
    catalogue: measureCatalogue(),
    warnings: [...idleSettings(members[0].loaded), ...conducted.warnings],
    study: conducted.findings,
  };
  if (tables.study!.measures.length === 0) tables.study!.measures = headlineDifferences(tables);
  return tables;
}

/** The scenario as it stands, folded as a run is, claims apart. Without it the fold is empty. */
function foldOf(values: Record<string, DesignValues>, experiment: Experiment): ReplicateFold {
  const { settings: _, ...plan } = foldPlanOf(experiment, []);
  const fold = new ReplicateFold(plan);
  const replicates = Object.values(Object.values(values)[0] ?? {})[0]?.length ?? 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    fold.add({
      replicate,
      designs: plan.designs.map((design) => ({
        design,
        rows: Object.entries(values[design]).map(([key, all]) => {
          const { measure, slice } = parseMeasureKey(key);
          return { measure, slice, value: all[replicate] };
        }),
        weekly: [],
      })),
    });
  }
  return fold;
}
