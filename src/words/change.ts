import { type DifferenceRow, measureKey } from '../tables/rows.ts';
import { headlineKeys } from './comparison.ts';
import { listInWords, sentenceCase } from './format.ts';
import { differenceInWords, isMoved, isNothing, verdict } from './intervals.ts';
import { measureName, measureQuantity } from './names.ts';
import { designTitle } from './read.ts';
import type { ReportTables } from './tables.ts';

/** What stands between a change of terms and who is helped, in the order in which the model works it out. */
const onTheWay = [
  'staff.caseload',
  'staff.pressure',
  'staff.goalStrain',
  'staff.recordingShare',
  'staff.dutyShare',
  'staff.burnout',
  'hours.perClientWeek',
  'hours.perClientWeek[fifth=1]',
  'hours.perClientWeek[fifth=5]',
];

/** Measures that an account of a change reads. */
export const changeKeys: readonly string[] = [...headlineKeys, ...onTheWay];

/** As many as people follow when they are read out. */
const MOST_ON_THE_WAY = 3;

/**
 * What changed in one design between two settings of it, run on the same luck: `rows` are the differences, paired by
 * replicate. First what came of it, then what moved on the way there, then whose division of hours moved most. Empty where
 * every measure is the same in every run.
 */
export function changeSentence(tables: ReportTables, design: string, rows: readonly DifferenceRow[]): string {
  const byKey = new Map(rows.map((row) => [measureKey(row.measure, row.slice), row]));
  const present = (keys: readonly string[]) =>
    keys.flatMap((key) => {
      const row = byKey.get(key);
      return row && verdict(row) !== 'undefined' ? [{ key, row }] : [];
    });
  const headlines = present(headlineKeys);
  const title = `“${designTitle(tables, design)}”`;
  if (rows.every((row) => isNothing(row) || verdict(row) === 'undefined')) return '';
  const moved = headlines.filter(({ row }) => isMoved(row));
  const first =
    moved.length === 0
      ? `In ${title} these runs show no change in any headline measure.`
      : `In ${title}: ${moved.map(({ key, row }) => clause(tables, key, row)).join('; ')}.`;
  const way = present(onTheWay).filter(({ row }) => isMoved(row));
  const steps = way.slice(0, MOST_ON_THE_WAY).map(({ key, row }) => clause(tables, key, row));
  const middle = steps.length > 0 ? ` On the way there: ${steps.join('; ')}.` : '';
  return `${first}${middle}${whoMoved(tables, rows)}`;
}

const clause = (tables: ReportTables, key: string, row: DifferenceRow): string =>
  `${measureName(key, tables)} ${differenceInWords(row, measureQuantity(key, tables), tables.manifest.currency)}`;

/** The disposition whose hours for the hardest fifth moved most, where some did and others did not as much. */
function whoMoved(tables: ReportTables, rows: readonly DifferenceRow[]): string {
  const hardest = rows.filter(
    (row) =>
      row.measure === 'hours.byDisposition' && /(^|,)fifth=5(,|$)/.test(row.slice) && row.mean !== null,
  );
  const clear = hardest.filter(isMoved).sort((a, b) => Math.abs(b.mean!) - Math.abs(a.mean!));
  if (hardest.length < 2 || clear.length === 0) return '';
  const [most] = clear;
  const name = measureName(measureKey(most.measure, most.slice), tables);
  const size = differenceInWords(most, 'hours', tables.manifest.currency);
  const still = hardest.length - clear.length;
  const others =
    still > 0 ? `; ${listInWords([`${still} of ${hardest.length} dispositions`])} show no change there` : '';
  return ` ${sentenceCase(name)} moved most among the dispositions: ${size}${others}.`;
}
