import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clusterFolder } from '../../backends/slurm/plan.ts';
import { resolvedYaml } from '../../scenario/index.ts';
import type { ReportTables } from '../../words/tables.ts';
import { writeChartsAndReport } from '../chartsAndReport.ts';
import { makeFolder, writeJson, writeWhole } from '../files.ts';
import { hostFacts, type Manifest } from '../manifest.ts';
import { writeTables } from '../runTables.ts';
import { clearUnfinished } from '../unfinishedWork.ts';
import type { FinishedStudy } from './finishedStudy.ts';
import { writeStudyTables } from './studyFiles.ts';
import { studyTables } from './studyTables.ts';

/** Writes all that the folder of a study holds beside its points, and clears away what only unfinished work needs. */
export async function writeStudy(study: FinishedStudy): Promise<void> {
  const { folder, experiment, request } = study;
  const [{ loaded }] = experiment.members;
  for (const [name, text] of Object.entries(study.conducted.files ?? {})) {
    makeFolder(dirname(join(folder, name)));
    writeWhole(join(folder, name), text);
  }
  await writeStudyFolder(folder, studyTables(study), resolvedYaml(loaded), {
    base: loaded.base,
    identity: study.identity,
    commandTyped: request.commandTyped,
    ...study.timed(),
    resumedFrom: 0,
    host: hostFacts(request.threads),
    points: study.points,
  });
  if (study.partial) rmSync(clusterFolder(folder), { recursive: true, force: true });
  else clearUnfinished(folder);
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
  writeWhole(join(folder, 'scenario.resolved.yaml'), resolved);
  await writeChartsAndReport(folder, tables);
  writeJson(join(folder, 'manifest.json'), {
    format: 1,
    ...tables.manifest,
    ...manifest,
    warnings: tables.warnings ?? [],
  } satisfies Manifest);
}
