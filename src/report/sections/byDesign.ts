import type { DifferenceRow } from '../../tables/rows.ts';
import {
  formatDifference,
  formatDifferenceRange,
  formatQuantity,
  type Quantity,
  sentenceCase,
} from '../../words/format.ts';
import { intervalRange, isMoved, verdict } from '../../words/intervals.ts';
import { measureName, measureQuantity } from '../../words/names.ts';
import { designIds, designTitle, readDifference, readMean, readMeasure } from '../../words/read.ts';
import type { ReportTables } from '../../words/tables.ts';
import { type Html, html, table } from '../html.ts';
import { designLetter } from '../letters.ts';

/** How to read these tables, once for all of them. Empty where there is nothing to explain. */
export function byDesignNote(tables: ReportTables): string {
  if (tables.manifest.replicates === 1) return '';
  return designIds(tables).length > 1
    ? 'In this table and in those of the next sections, below each mean: its paired difference from the base with the 95% interval, bold where that leaves out 0; of the base, the 95% interval of its mean.'
    : 'In this table and in those of the next sections, below each mean: its 95% interval.';
}

/**
 * A few measures side by side: a line a design, in each cell the mean and below it the paired difference from the base, of the base
 * the 95% interval of its mean.
 * Measures that no design has are left out; empty where none is left.
 */
export function byDesignTable(tables: ReportTables, caption: string, keys: readonly string[]): Html {
  const designs = designIds(tables);
  const present = keys.filter((key) => designs.some((design) => readMean(tables, design, key) !== null));
  if (present.length === 0) return html``;
  const rows = designs.map((design, at) => ({
    name: `${designLetter(at)}. ${designTitle(tables, design)}${designs.length > 1 && design === tables.summary.base ? ' (base)' : ''}`,
    cells: present.map((key) => cell(tables, design, key)),
  }));
  return table(caption, ['Design', ...present.map((key) => sentenceCase(measureName(key, tables)))], rows);
}

function cell(tables: ReportTables, design: string, key: string): Html {
  const summary = readMeasure(tables, design, key);
  const quantity = measureQuantity(key, tables);
  const { currency } = tables.manifest;
  if (!summary) return html`not measured`;
  if (summary.mean === null) return html`not defined${summary.why && html`<small>${summary.why}</small>`}`;
  const mean = formatQuantity(summary.mean, quantity, currency);
  const difference = readDifference(tables, design, key);
  if (difference)
    return html`${mean}<small class="${isMoved(difference) && difference.lo !== null ? 'moved' : ''}">${differenceInBrief(difference, quantity, currency)}</small>`;
  const range =
    summary.n > 1 && summary.sd === 0 ? 'in every run' : intervalRange(summary, quantity, currency);
  return html`${mean}${range && html`<small>${range}</small>`}`;
}

/** "+1.2 points (0.8 to 1.6)", whether it is clear or not: bold says that. */
function differenceInBrief(row: DifferenceRow, quantity: Quantity, currency: string): string {
  const kind = verdict(row);
  if (kind === 'undefined') return 'difference not defined';
  if (kind === 'identical') return 'the same';
  if (kind === 'tiny') return 'no difference that shows';
  const mean = formatDifference(row.mean, quantity, currency);
  return row.lo === null || row.hi === null
    ? mean
    : `${mean} (${formatDifferenceRange(row.lo, row.hi, quantity, currency)})`;
}
