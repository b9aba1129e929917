import { formatQuantity, sentenceCase } from '../../words/format.ts';
import { differenceInWords, intervalRange, isMoved } from '../../words/intervals.ts';
import { measureName, measureQuantity } from '../../words/names.ts';
import { designIds, designTitle, readDifference, readMean, readMeasure } from '../../words/read.ts';
import type { ReportTables } from '../../words/tables.ts';
import { type Html, html, table } from '../html.ts';
import { designLetter } from '../letters.ts';

/**
 * A few measures side by side: a line a design, in each cell the mean, its 95% interval and the paired difference from the base.
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
  const range = summary.sd === 0 ? 'in every run' : intervalRange(summary, quantity, currency);
  const difference = readDifference(tables, design, key);
  return html`${formatQuantity(summary.mean, quantity, currency)}${range && html`<small>${range}</small>`}${difference && html`<small class="${isMoved(difference) && difference.lo !== null ? 'moved' : ''}">${differenceInWords(difference, quantity, currency)}</small>`}`;
}
