import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageVersion } from '../backends/packageFiles.ts';
import type { ManifestFacts, ReportTables } from '../charts/tables.ts';
import { checkPublished } from '../experiment/publishedChecks.ts';
import type { ReplicateFold } from '../experiment/replicateFold.ts';
import { runWarnings } from '../experiment/warnings.ts';
import { resolvedYaml } from '../scenario/index.ts';
import { idleSettings, measureCatalogue, type openScenario, sliceTitles } from '../simulation/index.ts';
import type { Summary } from '../tables/rows.ts';
import { writeChartsAndReport } from './chartsAndReport.ts';
import { writeJson } from './files.ts';
import { hostFacts, type Manifest, programCommit } from './manifest.ts';
import type { RunIdentity } from './runIdentity.ts';
import type { RunRequest } from './runRequest.ts';
import { stateFile } from './runState.ts';
import { writeTables } from './runTables.ts';

export interface FinishedRun {
  request: RunRequest;
  loaded: ReturnType<typeof openScenario>;
  identity: RunIdentity;
  fold: ReplicateFold;
  /** Where to write. */
  folder: string;
  partial: boolean;
  started: Date;
  resumedFrom: number;
}

/** Sections that fix who is referred and how long they are followed. */
const peopleSections = ['clients', 'clock', 'scale'] as const;

/** Writes everything that a folder of results holds beside the tables that grew during the run; the manifest last. */
export async function writeRun(run: FinishedRun): Promise<void> {
  const { folder, loaded, partial, request } = run;
  const tables = tablesOf(run);
  writeTables(folder, tables);
  writeFileSync(join(folder, 'scenario.resolved.yaml'), resolvedYaml(loaded));
  await writeChartsAndReport(folder, tables);
  const ended = new Date();
  writeJson(join(folder, 'manifest.json'), {
    format: 1,
    ...tables.manifest,
    base: loaded.base,
    identity: run.identity,
    commandTyped: request.commandTyped,
    started: run.started.toISOString(),
    ended: ended.toISOString(),
    seconds: (ended.getTime() - run.started.getTime()) / 1000,
    resumedFrom: run.resumedFrom,
    host: hostFacts(request.threads),
    warnings: tables.warnings ?? [],
  } satisfies Manifest);
  if (!partial) rmSync(join(folder, stateFile), { force: true });
}

function tablesOf({ loaded, fold, request, partial }: FinishedRun): ReportTables {
  const base = loaded.designs.find(({ id }) => id === loaded.base)!;
  const { scenario } = base;
  const measures = fold.summaries();
  const differences = fold.differences();
  const commit = programCommit();
  const designs = loaded.designs.map(({ id, title, about, inCharts }) => ({
    id,
    title,
    ...(about && { about }),
    ...(!inCharts && { inCharts }),
  }));
  const titles = sliceTitles(loaded.designs.map((design) => design.scenario));
  const manifest: ManifestFacts = {
    kind: 'run',
    scenario: request.scenario,
    title: scenario.title,
    ...(scenario.about && { about: scenario.about }),
    ...(scenario.question && { question: scenario.question }),
    version: packageVersion(),
    ...(commit && { commit }),
    seed: scenario.seed,
    replicates: fold.count,
    replicatesAsked: scenario.replicates,
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
  const published = scenario.measures.published;
  const claims = fold.claims();
  return {
    summary,
    weekly: fold.weekly(),
    differences,
    manifest,
    parameters: [...base.parameters],
    catalogue: measureCatalogue(),
    ...(Object.keys(published).length > 0 && { checks: checkPublished(published, measures[loaded.base]) }),
    ...(claims.length > 0 && { claims }),
    warnings: runWarnings(differences, {
      replicates: fold.count,
      base: loaded.base,
      otherPeople: loaded.designs
        .filter((design) => peopleSections.some((one) => design.sectionHash(one) !== base.sectionHash(one)))
        .map(({ id }) => id),
      idle: idleSettings(loaded),
      ...(Object.keys(published).length > 0 && { publishedAtScale: scenario.scale }),
    }),
  };
}
