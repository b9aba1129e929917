import { isRounding } from '../tables/rounding.ts';
import type { DifferenceRow, MeasureSummary } from '../tables/rows.ts';
import {
  formatDifference,
  formatDifferenceRange,
  formatQuantity,
  formatRange,
  NOT_DEFINED,
  type Quantity,
} from './format.ts';

/** The one sentence that belongs wherever an interval is shown. */
export const INTERVAL_NOTE =
  'An interval shows luck inside the model: how far the mean would move with other runs. It does not show doubt about the model.';

/** The same where there is little room: under charts, on the command line. */
export const SHORT_INTERVAL_NOTE = 'Intervals show luck inside the model, not doubt about the model.';

/** What stands in the place of an interval where one run has a value. */
export const ONE_RUN = 'one run, no interval';

const IN_BRACKETS = ` (${ONE_RUN})`;

/** What a page of one run says once, where of many runs it explains the intervals. */
export const ONE_RUN_NOTE =
  'This is one run: no figure has an interval, and what is luck cannot be told from what a design does.';

/** A text of a run as it stands on a page: of one run alone, the page says once that there are no intervals, and not at every figure. */
export const saidOnce = ({ replicates }: { replicates: number }, text: string): string =>
  replicates === 1 ? text.replaceAll(IN_BRACKETS, '') : text;

/**
 * "25.1% (95% interval 24.8% to 25.4%)", "£40 (in every run)". One run has no interval and says so; an undefined mean says
 * "not defined" with its reason; a missing measure says "not measured".
 */
export function withInterval(
  summary: MeasureSummary | undefined,
  quantity: Quantity,
  currency: string,
  named = false,
): string {
  if (summary === undefined) return 'not measured';
  if (summary.mean === null) return summary.why ? `${NOT_DEFINED} (${summary.why})` : NOT_DEFINED;
  const mean = formatQuantity(summary.mean, quantity, currency);
  if (summary.n > 1 && summary.sd === 0) return `${mean} (in every run)`;
  const range = intervalRange(summary, quantity, currency);
  if (range === null) return summary.n === 1 ? `${mean}${IN_BRACKETS}` : mean;
  return `${mean} (${named ? '95% interval ' : ''}${range})`;
}

/** The same of a mean that is known with its interval alone, over n replicates. */
export function meanWithInterval(
  { mean, lo, hi }: Pick<MeasureSummary, 'mean' | 'lo' | 'hi'>,
  n: number,
  quantity: Quantity,
  currency: string,
): string {
  const sd = lo === hi ? 0 : null;
  return withInterval({ mean, lo, hi, sd, n, spreadLo: null, spreadHi: null }, quantity, currency);
}

/** "24.8% to 25.4%", or null where there is no interval. */
export function intervalRange(
  summary: Pick<MeasureSummary, 'lo' | 'hi'>,
  quantity: Quantity,
  currency: string,
): string | null {
  if (summary.lo === null || summary.hi === null) return null;
  return formatRange(summary.lo, summary.hi, quantity, currency);
}

/**
 * What a paired difference amounts to: `identical` where every run gave exactly 0, `tiny` where it and its whole interval are
 * too small to be told of any measure ({@link isRounding}), `none` where the interval covers 0, `up` or `down` where it does not,
 * `single` for one run without interval, `undefined` where the difference is not defined.
 */
export type Verdict = 'identical' | 'tiny' | 'none' | 'up' | 'down' | 'single' | 'undefined';

export function verdict(row: Pick<DifferenceRow, 'mean' | 'sd' | 'lo' | 'hi'>): Verdict {
  if (row.mean === null) return 'undefined';
  if (row.mean === 0 && (row.sd === 0 || row.sd === null)) return 'identical';
  if ([row.mean, row.lo ?? 0, row.hi ?? 0].every((one) => isRounding(one))) return 'tiny';
  if (row.lo === null || row.hi === null) return 'single';
  if (row.lo <= 0 && row.hi >= 0) return 'none';
  return row.mean > 0 ? 'up' : 'down';
}

/** Whether these runs show a difference, or the only run does. */
export const isMoved = (row: Parameters<typeof verdict>[0]): boolean =>
  ['up', 'down', 'single'].includes(verdict(row));

/** Whether the difference is nothing, or too small for any reader, in every run. */
export const isNothing = (row: Parameters<typeof verdict>[0]): boolean =>
  ['identical', 'tiny'].includes(verdict(row));

/** A difference without its direction: of one below 0, the ends of the interval change places. */
export function withoutSign(row: DifferenceRow): DifferenceRow {
  const { mean, lo, hi } = row;
  if (mean === null || mean >= 0) return row;
  return { ...row, mean: -mean, lo: hi === null ? null : -hi, hi: lo === null ? null : -lo };
}

/** "+1.2 points (0.8 to 1.6)", "no clear difference (+0.1 points; −0.3 to 0.5)", "is exactly the same". */
export function differenceInWords(row: DifferenceRow, quantity: Quantity, currency: string): string {
  const kind = verdict(row);
  if (kind === 'undefined') return NOT_DEFINED;
  if (kind === 'identical') return 'exactly the same in every run';
  if (kind === 'tiny') return 'no difference that shows';
  const mean = formatDifference(row.mean, quantity, currency);
  if (kind === 'single') return `${mean}${IN_BRACKETS}`;
  const range = formatDifferenceRange(row.lo!, row.hi!, quantity, currency);
  return kind === 'none' ? `no clear difference (${mean}; ${range})` : `${mean} (${range})`;
}
