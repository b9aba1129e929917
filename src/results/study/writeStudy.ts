import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clusterFolder } from '../../backends/slurm/plan.ts';
import { resolvedYaml } from '../../scenario/index.ts';
import type { ReportTables } from '../../words/tables.ts';
import { writeChartsAndReport } from '../chartsAndReport.ts';
import { makeFolder, writeJson } from '../files.ts';
import { hostFacts, type Manifest } from '../manifest.ts';
import { stateFile } from '../runState.ts';
import { writeTables } from '../runTables.ts';
import type { FinishedStudy } from './finishedStudy.ts';
import { pointsFolder } from './pointStore.ts';
import { writeStudyTables } from './studyFiles.ts';
import { studyTables } from './studyTables.ts';

/** Writes all that the folder of a study holds beside its points, and clears away what only unfinished work needs. */
export async function writeStudy(study: FinishedStudy): Promise<void> {
  const { folder, experiment, request } = study;
  const [{ loaded }] = experiment.members;
  for (const [name, text] of Object.entries(study.conducted.files ?? {})) {
    makeFolder(dirname(join(folder, name)));
    writeFileSync(join(folder, name), text);
  }
  const ended = new Date();
  await writeStudyFolder(folder, studyTables(study), resolvedYaml(loaded), {
    base: loaded.base,
    identity: study.identity,
    commandTyped: request.commandTyped,
    started: study.started.toISOString(),
    ended: ended.toISOString(),
    seconds: (ended.getTime() - study.started.getTime()) / 1000,
    resumedFrom: 0,
    host: hostFacts(request.threads),
    points: study.points,
  });
  rmSync(clusterFolder(folder), { recursive: true, force: true });
  if (study.partial) return;
  rmSync(join(folder, stateFile), { force: true });
  rmSync(join(folder, pointsFolder), { recursive: true, force: true });
}

type StudyManifest = Omit<Manifest, keyof ReportTables['manifest'] | 'format' | 'warnings'>;

/** Tables, charts, report and, last, the manifest. */
export async function writeStudyFolder(
  folder: string,
  tables: ReportTables,
  resolved: string,
  manifest: StudyManifest,
): Promise<void> {
  writeTables(folder, tables);
  writeStudyTables(folder, tables);
  writeFileSync(join(folder, 'scenario.resolved.yaml'), resolved);
  await writeChartsAndReport(folder, tables);
  writeJson(join(folder, 'manifest.json'), {
    format: 1,
    ...tables.manifest,
    ...manifest,
    warnings: tables.warnings ?? [],
  } satisfies Manifest);
}
