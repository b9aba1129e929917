import { parseMeasureKey } from '../tables/rows.ts';
import { formatQuantity, NOT_DEFINED, type Quantity, sentenceCase } from '../words/format.ts';
import { intervalRange } from '../words/intervals.ts';
import { measureName, measureQuantity } from '../words/names.ts';
import { designIds, designTitle, readMeasure } from '../words/read.ts';
import { anyCut, type Bounds, intervalsKey, measureBounds, within } from './bounds.ts';
import type { ChartSpec } from './chart.ts';
import { type DesignRows, designRows } from './designRows.ts';
import { panelTitle } from './panels.ts';
import { colours } from './style.ts';
import type { ReportTables } from './tables.ts';
import { wrapText } from './textWidth.ts';

const COLUMNS = 3;

/** Those of the keys that some design has measured. */
export function presentKeys(tables: ReportTables, keys: readonly string[]): string[] {
  return keys.filter((key) => designIds(tables).some((design) => readMeasure(tables, design, key)));
}

/** One panel a measure, one row a design: a dot for the mean, a line for its interval. */
export function dotPanels(tables: ReportTables, keys: readonly string[]): ChartSpec {
  const designs = designIds(tables);
  const columns = Math.min(COLUMNS, keys.length);
  const rows = designRows(tables, designs, columns);
  return {
    columns,
    spacing: 22,
    concat: keys.map((key, index) => dotPanel(tables, key, designs, rows, index % columns === 0)),
  };
}

/** The key to the lines of {@link dotPanels}. */
export function dotIntervals(tables: ReportTables, keys: readonly string[]): string {
  return intervalsKey('Lines: 95% interval of the mean', anyCut(tables, keys));
}

function dotPanel(
  tables: ReportTables,
  key: string,
  designs: readonly string[],
  { labels, width, height, y: rowAxis }: DesignRows,
  withTitles: boolean,
): ChartSpec {
  const quantity = measureQuantity(key, tables);
  const { currency } = tables.manifest;
  const possible = measureBounds(key);
  const values = designs.map((design, index) => {
    const summary = readMeasure(tables, design, key);
    return {
      design: labels[index],
      title: designTitle(tables, design),
      mean: summary?.mean ?? null,
      lo: within(summary?.lo ?? null, possible),
      hi: within(summary?.hi ?? null, possible),
      value: summary ? formatQuantity(summary.mean, quantity, currency) : notThere(key),
      interval: (summary && intervalRange(summary, quantity, currency)) ?? 'no interval',
      note: summary ? NOT_DEFINED : notThere(key),
    };
  });
  const missing = values.filter(({ mean }) => mean === null);
  const y = rowAxis(withTitles);
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { domain: dotDomain(values, possible), nice: false },
    title: axisTitle(quantity, currency),
    axis: { tickCount: 3, labelOverlap: true, format: axisFormat(quantity) },
  });
  return {
    title: panelTitle(wrapText(sentenceCase(measureName(key, tables)), width, 12, true)),
    width,
    height,
    data: { values: values.filter(({ mean }) => mean !== null) },
    layer: [
      {
        transform: [{ filter: 'isValid(datum.lo) && isValid(datum.hi)' }],
        mark: { type: 'rule', color: colours.blue, strokeWidth: 2 },
        encoding: { y, x: x('lo'), x2: { field: 'hi' } },
      },
      {
        mark: { type: 'point', size: 70, filled: true, color: colours.blue, opacity: 1 },
        encoding: {
          y,
          x: x('mean'),
          tooltip: [
            { field: 'title', type: 'nominal', title: 'Design' },
            { field: 'value', type: 'nominal', title: 'Mean' },
            { field: 'interval', type: 'nominal', title: '95% interval' },
          ],
        },
      },
      ...(missing.length === 0
        ? []
        : [
            {
              data: { values: missing },
              mark: { type: 'text', align: 'left', dx: 6 },
              encoding: { y, x: { value: 0 }, text: { field: 'note', type: 'nominal' } },
            },
          ]),
    ],
  };
}

/** Why a design has no such measure: designs may have other offices and areas than the base. */
function notThere(key: string): string {
  const { parts } = parseMeasureKey(key);
  const place = ['office', 'area'].find((slice) => slice in parts);
  return place === undefined ? 'not measured' : `no such ${place}`;
}

/** From 0, or from the lowest value where some lie below it, with a little room at the ends as far as it is possible. */
export function dotDomain(
  values: readonly { mean: number | null; lo: number | null; hi: number | null }[],
  possible: Bounds,
): [number, number] {
  const ends = values.flatMap(({ mean, lo, hi }) => [mean, lo, hi]).filter((end) => end !== null);
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  if (low === high) return [0, 1];
  const room = (high - low) * 0.08;
  return [within(low < 0 ? low - room : 0, possible), within(high > 0 ? high + room : 0, possible)];
}

export function axisFormat(quantity: Quantity): string {
  return quantity === 'share' ? '~%' : quantity === 'money' ? '~s' : '~r';
}

export function axisTitle(quantity: Quantity, currency: string): string | null {
  return quantity === 'money' ? currency : quantity === 'hours' ? 'Hours' : null;
}

/**
 * Where each measure is lowest and highest over the designs, as one sentence: the first `most` of those that are
 * defined somewhere. Empty where none is.
 */
export function extremesSentence(tables: ReportTables, keys: readonly string[], most = 3): string {
  const { currency } = tables.manifest;
  const parts = keys.flatMap((key) => {
    const found = designIds(tables).flatMap((design) => {
      const mean = readMeasure(tables, design, key)?.mean ?? null;
      return mean === null ? [] : [{ design, mean }];
    });
    if (found.length === 0) return [];
    const name = measureName(key, tables);
    const write = ({ design, mean }: (typeof found)[number]) =>
      `under “${designTitle(tables, design)}” (${formatQuantity(mean, measureQuantity(key, tables), currency)})`;
    const low = found.reduce((a, b) => (b.mean < a.mean ? b : a));
    const high = found.reduce((a, b) => (b.mean > a.mean ? b : a));
    const figure = (mean: number) => formatQuantity(mean, measureQuantity(key, tables), currency);
    if (found.length === 1) return [`${name}: ${figure(low.mean)}`];
    if (figure(low.mean) === figure(high.mean)) return [`${name}: ${figure(low.mean)} under all designs`];
    return [`${name}: lowest ${write(low)}, highest ${write(high)}`];
  });
  if (parts.length === 0) return '';
  return `${sentenceCase(parts.slice(0, most).join('; '))}.`;
}
