import { join } from 'node:path';
import { resolvedYaml } from '../scenario/index.ts';
import { writeChartsAndReport } from './chartsAndReport.ts';
import { writeJson, writeWhole } from './files.ts';
import type { FinishedRun } from './finishedRun.ts';
import { hostFacts, type Manifest } from './manifest.ts';
import { tablesOf } from './runFacts.ts';
import { writeTables } from './runTables.ts';
import { clearUnfinished } from './unfinishedWork.ts';

/** Writes everything that a folder of results holds beside the tables that grew during the run; the manifest last. */
export async function writeRun(run: FinishedRun): Promise<void> {
  const { experiment, folder, partial, request } = run;
  const tables = tablesOf(run);
  writeTables(folder, tables);
  for (const { name, loaded } of experiment.members) {
    const file = request.members.length === 1 ? 'scenario' : name;
    writeWhole(join(folder, `${file}.resolved.yaml`), resolvedYaml(loaded));
  }
  await writeChartsAndReport(folder, tables);
  writeJson(join(folder, 'manifest.json'), {
    format: 1,
    ...tables.manifest,
    base: experiment.base.id,
    identity: run.identity,
    commandTyped: request.commandTyped,
    ...run.timed(),
    resumedFrom: run.resumedFrom,
    host: hostFacts(request.threads),
    warnings: tables.warnings ?? [],
  } satisfies Manifest);
  if (!partial) clearUnfinished(folder);
}
