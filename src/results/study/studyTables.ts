import { packageVersion } from '../../backends/packageFiles.ts';
import { ReplicateFold } from '../../experiment/replicateFold.ts';
import type { DesignValues } from '../../experiment/study/point.ts';
import { idleSettings, measureCatalogue, sliceTitles } from '../../simulation/index.ts';
import { parseMeasureKey, type Summary } from '../../tables/rows.ts';
import { headlineDifferences } from '../../words/comparison.ts';
import type { ManifestFacts, ReportTables } from '../../words/tables.ts';
import { programCommit } from '../manifest.ts';
import type { FinishedStudy } from './writeStudy.ts';

/** The tables of a study: what was found, beside the scenario as it stands. */
export function studyTables({ request, loaded, stated, conducted, partial }: FinishedStudy): ReportTables {
  const base = loaded.designs.find(({ id }) => id === loaded.base)!;
  const { scenario } = base;
  const commit = programCommit();
  const designs = loaded.designs.map(({ id, title, about, inCharts }) => ({
    id,
    title,
    ...(about && { about }),
    ...(!inCharts && { inCharts }),
  }));
  const titles = sliceTitles(loaded.designs.map((design) => design.scenario));
  const fold = foldOf(
    stated?.state === 'done' ? stated.designs : {},
    designs.map(({ id }) => id),
    loaded.base,
  );
  const measures = fold.summaries();
  const manifest: ManifestFacts = {
    kind: request.kind,
    scenario: request.scenario,
    title: scenario.title,
    ...(scenario.about && { about: scenario.about }),
    ...(scenario.question && { question: scenario.question }),
    version: packageVersion(),
    ...(commit && { commit }),
    seed: scenario.seed,
    replicates: request.replicates,
    replicatesAsked: request.replicates,
    partial,
    hash: base.hash,
    command: request.command,
    currency: scenario.currency,
    mainEvent: scenario.pathway.mainEvent,
    designs,
    ...(Object.keys(titles).length > 0 && { titles }),
    sources: scenario.sources,
  };
  const summary: Summary = {
    format: 1,
    scenario: request.scenario,
    title: scenario.title,
    base: loaded.base,
    replicates: fold.count,
    designs: Object.fromEntries(
      designs.map(({ id, title, about }) => [id, { title, ...(about && { about }), measures: measures[id] }]),
    ),
  };
  const tables: ReportTables = {
    summary,
    weekly: [],
    differences: fold.differences(),
    manifest,
    parameters: [...base.parameters],
    catalogue: measureCatalogue(),
    warnings: [...idleSettings(loaded), ...conducted.warnings],
    study: conducted.findings,
  };
  if (tables.study!.measures.length === 0) tables.study!.measures = headlineDifferences(tables);
  return tables;
}

/** The scenario as it stands, folded as a run is. Without it the fold is empty. */
function foldOf(
  values: Record<string, DesignValues>,
  designs: readonly string[],
  base: string,
): ReplicateFold {
  const logScaled = new Set(
    measureCatalogue()
      .filter(({ scale }) => scale === 'log')
      .map(({ id }) => id),
  );
  const fold = new ReplicateFold({ designs, base, isLogScaled: (measure) => logScaled.has(measure) });
  const replicates = Object.values(Object.values(values)[0] ?? {})[0]?.length ?? 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    fold.add({
      replicate,
      designs: designs.map((design) => ({
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
