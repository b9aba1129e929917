import { csvLine } from './csv.ts';
import type { DifferenceRow, WeeklyRow } from './rows.ts';

/** Columns of `weekly.csv` and `differences.csv`. */
export const weeklyColumns = ['design', 'week', 'series', 'slice', 'mean', 'lo', 'hi', 'n'] as const;
export const differenceColumns = [
  'design',
  'base',
  'measure',
  'slice',
  'mean',
  'sd',
  'n',
  'lo',
  'hi',
] as const;

/** An interval of one replicate is left empty. */
export function weeklyCsv(rows: readonly WeeklyRow[]): string {
  let text = csvLine(weeklyColumns);
  for (const { design, week, series, slice, mean, lo, hi, n } of rows) {
    text += csvLine([design, week, series, slice, mean, n > 1 ? lo : null, n > 1 ? hi : null, n]);
  }
  return text;
}

/** Where some designs have other people, a last column says of each row whether it is paired by replicate. */
export function differencesCsv(rows: readonly DifferenceRow[]): string {
  const pairing = rows.some(({ unpaired }) => unpaired);
  const header = csvLine(pairing ? [...differenceColumns, 'pairing'] : differenceColumns);
  const lines = rows.map((row) => {
    const values = differenceColumns.map((name) => row[name]);
    return csvLine(pairing ? [...values, row.unpaired ? 'none' : 'replicate'] : values);
  });
  return header + lines.join('');
}
