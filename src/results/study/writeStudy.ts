import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PointOutcome } from '../../experiment/study/point.ts';
import { resolvedYaml } from '../../scenario/index.ts';
import type { openScenario } from '../../simulation/index.ts';
import { writeChartsAndReport } from '../chartsAndReport.ts';
import { writeJson } from '../files.ts';
import { hostFacts, type Manifest } from '../manifest.ts';
import type { RunIdentity } from '../runIdentity.ts';
import { stateFile } from '../runState.ts';
import { writeTables } from '../runTables.ts';
import { pointsFolder } from './pointStore.ts';
import { writeStudyTables } from './studyFiles.ts';
import type { Conducted, StudyOutcome, StudyRequest } from './studyRequest.ts';
import { studyTables } from './studyTables.ts';

export interface FinishedStudy {
  request: StudyRequest;
  loaded: ReturnType<typeof openScenario>;
  identity: RunIdentity;
  /** The scenario as it stands, where it was run. */
  stated: PointOutcome | undefined;
  conducted: Conducted;
  /** Where to write. */
  folder: string;
  /** Whether points are missing or failed: then what is needed to go on stays in the folder. */
  partial: boolean;
  points: StudyOutcome['points'];
  started: Date;
}

/** Writes all that a folder of a study holds beside its points; the manifest last. */
export async function writeStudy(study: FinishedStudy): Promise<void> {
  const { folder, loaded, request, points } = study;
  const tables = studyTables(study);
  writeTables(folder, tables);
  writeStudyTables(folder, tables);
  writeFileSync(join(folder, 'scenario.resolved.yaml'), resolvedYaml(loaded));
  await writeChartsAndReport(folder, tables);
  const ended = new Date();
  writeJson(join(folder, 'manifest.json'), {
    format: 1,
    ...tables.manifest,
    base: loaded.base,
    identity: study.identity,
    commandTyped: request.commandTyped,
    started: study.started.toISOString(),
    ended: ended.toISOString(),
    seconds: (ended.getTime() - study.started.getTime()) / 1000,
    resumedFrom: 0,
    host: hostFacts(request.threads),
    warnings: tables.warnings ?? [],
    points,
  } satisfies Manifest);
  if (study.partial) return;
  rmSync(join(folder, stateFile), { force: true });
  rmSync(join(folder, pointsFolder), { recursive: true, force: true });
}
