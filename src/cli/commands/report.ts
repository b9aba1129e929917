import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeChartsAndReport } from '../../results/chartsAndReport.ts';
import { readTables } from '../../results/runTables.ts';
import type { CommandInput } from '../command.ts';
import { exitCode } from '../exitCodes.ts';
import { print, printJson } from '../output.ts';
import { UsageError } from '../usageError.ts';

/** Draws charts and report of a results folder again from its tables. */
export async function execute({ argument, json }: CommandInput): Promise<number> {
  const folder = argument!;
  if (!existsSync(folder)) throw new UsageError(`there is no folder ${folder}`);
  await writeChartsAndReport(folder, readTables(folder));
  const report = join(folder, 'report.html');
  if (json) await printJson({ folder, report });
  else await print(report);
  return exitCode.done;
}
