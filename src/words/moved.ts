import type { DifferenceRow } from '../tables/rows.ts';
import { differenceInWords, withoutSign } from './intervals.ts';
import { measureQuantity } from './names.ts';
import { quotedTitle } from './read.ts';
import type { ReportTables } from './tables.ts';

/** "£921 lower (£860 to £983) under “A grant”": a difference that these runs show, with its direction in words. */
export function movedUnder(tables: ReportTables, key: string, row: DifferenceRow): string {
  const { currency } = tables.manifest;
  const size = differenceInWords(withoutSign(row), measureQuantity(key, tables), currency).replace(/^\+/, '');
  const direction = row.mean! > 0 ? 'higher' : 'lower';
  return `${size.replace(/( \(|$)/, ` ${direction}$1`)} under ${quotedTitle(tables, row.design)}`;
}
