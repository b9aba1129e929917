import { MeasureLines, measuresHeader } from '../../experiment/measureLines.ts';
import type { ReplicateResult } from '../../simulation/contract.ts';
import { rankingCsv } from '../../tables/rankingCsv.ts';
import { differencesCsv, weeklyCsv } from '../../tables/rowsCsv.ts';
import type { ReportTables } from '../../words/tables.ts';

/** The tables of a folder of results as texts, by file name: the same bytes as on the command line. */
export function csvTables(
  tables: ReportTables,
  replicates: readonly ReplicateResult[],
): Record<string, string> {
  const lines = new MeasureLines();
  return {
    'measures.csv': measuresHeader + replicates.map((result) => lines.of(result)).join(''),
    'differences.csv': differencesCsv(tables.differences),
    'weekly.csv': weeklyCsv(tables.weekly),
    ...(tables.ranking && { 'ranking.csv': rankingCsv(tables.ranking) }),
  };
}
