import { MeasureFold } from '../../experiment/measureFold.ts';
import type { ReplicateResult } from '../../simulation/contract.ts';
import { measureKey } from '../../tables/rows.ts';
import { changeKeys, changeSentence } from '../../words/change.ts';
import type { ReportTables } from '../../words/tables.ts';

const looked = new Set(changeKeys);

/** What changed in each design that stands in both answers, paired by replicate, in words; designs that did not are left out. */
export function changeSentences(
  before: readonly ReplicateResult[],
  now: readonly ReplicateResult[],
  tables: ReportTables,
): string[] {
  const replicates = Math.min(before.length, now.length);
  return Object.keys(tables.summary.designs).flatMap((design) => {
    const fold = new MeasureFold();
    for (let at = 0; at < replicates; at++) {
      const rows = rowsOf(now[at], design);
      const earlier = rowsOf(before[at], design);
      if (!rows || !earlier) return [];
      if (rows !== earlier) fold.addDifferences(rows.filter(isLooked), earlier.filter(isLooked));
    }
    const sentence = changeSentence(tables, design, fold.differences(design, design));
    return sentence === '' ? [] : [sentence];
  });
}

const rowsOf = ({ designs }: ReplicateResult, design: string) =>
  designs.find((one) => one.design === design)?.rows;

const isLooked = ({ measure, slice }: { measure: string; slice: string }): boolean =>
  measure === 'hours.byDisposition' || looked.has(measureKey(measure, slice));
