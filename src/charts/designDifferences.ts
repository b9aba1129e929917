import { isRounding } from '../tables/rounding.ts';
import type { DifferenceRow } from '../tables/rows.ts';
import { comparisonSentences, headlineDifferences } from '../words/comparison.ts';
import { foremostDifferences } from '../words/finding.ts';
import { sentenceCase } from '../words/format.ts';
import { differenceInWords, isMoved } from '../words/intervals.ts';
import { measureName, measureQuantity } from '../words/names.ts';
import { designIds, designTitle, readDifference } from '../words/read.ts';
import { differenceBounds, intervalsKey, isCut, within } from './bounds.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { type DesignRows, designRows } from './designRows.ts';
import { frame } from './frame.ts';
import { panelTitle } from './panels.ts';
import { colours } from './style.ts';
import type { ReportTables } from './tables.ts';
import { wrapText } from './textWidth.ts';

const COLUMNS = 3;

/** So many lines of dots, over all rows of panels, stand on one sheet with the finding. */
const MOST_LINES = 6;

/** Which design differs from the base and by how much: paired differences with their intervals. */
export const designDifferences: Chart = {
  id: 'designDifferences',
  title: (tables) =>
    `Which design differs from “${designTitle(tables, tables.summary.base)}”, and by how much?`,
  needs: (tables) => shownKeys(tables).length > 0,
  finding: (tables) => comparisonSentences(tables),
  spec(tables) {
    const others = designIds(tables).filter((id) => id !== tables.summary.base);
    const rows = designRows(tables, others, COLUMNS);
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading: `Dots: design minus base on the same people and the same luck${
        tables.differences.some(({ unpaired }) => unpaired)
          ? ', or of the means where a design has other people (see the warnings)'
          : ''
      }. Hollow: no difference ${tables.manifest.replicates === 1 ? 'in this run' : 'that these runs can show'}.`,
      intervals: intervalsKey(
        'Lines: 95% interval of the mean difference, one measure at a time',
        anyDifferenceCut(tables, others),
      ),
      view: {
        columns: COLUMNS,
        concat: shownKeys(tables).map((key, index) =>
          differencePanel(tables, key, others, rows, index % COLUMNS === 0),
        ),
        spacing: 22,
      },
    });
  },
};

function shownKeys(tables: ReportTables): string[] {
  const others = designIds(tables).filter((id) => id !== tables.summary.base);
  const measured = headlineDifferences(tables).filter((key) =>
    others.some((design) => readDifference(tables, design, key) !== undefined),
  );
  // The more designs, the fewer measures: those in which they differ most.
  const rows = MOST_LINES >= 2 * others.length ? 2 : 1;
  return foremostDifferences(tables, measured, rows * COLUMNS);
}

function anyDifferenceCut(tables: ReportTables, others: readonly string[]): boolean {
  return shownKeys(tables).some((key) =>
    others.some((design) => {
      const row = readDifference(tables, design, key);
      return row !== undefined && isCut(row, differenceBounds(key));
    }),
  );
}

function differencePanel(
  tables: ReportTables,
  key: string,
  others: string[],
  { labels, width, height, y: rowAxis }: DesignRows,
  withTitles: boolean,
): ChartSpec {
  const quantity = measureQuantity(key, tables);
  const { currency } = tables.manifest;
  const scale = quantity === 'share' ? 100 : 1;
  const possible = differenceBounds(key);
  const rows = others.map((design, index) => {
    const row: DifferenceRow | undefined = readDifference(tables, design, key);
    return {
      design: labels[index],
      title: designTitle(tables, design),
      mean: scaled(row?.mean, scale),
      lo: scaled(within(row?.lo ?? null, possible), scale),
      hi: scaled(within(row?.hi ?? null, possible), scale),
      moved: row !== undefined && isMoved(row),
      words: row ? differenceInWords(row, quantity, currency) : 'not measured',
    };
  });
  const undefinedRows = rows.filter((row) => row.mean === null);
  const ends = rows.flatMap((row) => [row.mean, row.lo, row.hi]).filter((end) => end !== null);
  const reach = Math.max(...ends.map(Math.abs), 0);
  // An axis with differences of 0, or too small to show, only would have no length.
  const domain = isRounding(reach / scale)
    ? [-1, 1]
    : [Math.min(0, ...ends) - reach * 0.08, Math.max(0, ...ends) + reach * 0.08].map((end) =>
        within(end, [possible[0] * scale, possible[1] * scale]),
      );
  const y = rowAxis(withTitles);
  const unit = quantity === 'share' ? 'Percentage points' : quantity === 'money' ? currency : 'Difference';
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { domain, nice: false },
    title: unit,
    axis: { tickCount: 3, format: quantity === 'money' ? '~s' : '~r', labelOverlap: true },
  });
  return {
    title: panelTitle(wrapText(sentenceCase(measureName(key, tables)), width, 12, true)),
    width,
    height,
    data: { values: rows.filter((row) => row.mean !== null) },
    layer: [
      {
        data: { values: [{ zero: 0 }] },
        mark: { type: 'rule', color: colours.ink, strokeWidth: 1 },
        encoding: { x: x('zero') },
      },
      {
        transform: [{ filter: 'isValid(datum.lo) && isValid(datum.hi)' }],
        mark: { type: 'rule', color: colours.blue, strokeWidth: 2 },
        encoding: { y, x: x('lo'), x2: { field: 'hi' } },
      },
      {
        mark: { type: 'point', size: 70, stroke: colours.blue, strokeWidth: 1.6, opacity: 1 },
        encoding: {
          y,
          x: x('mean'),
          fill: { condition: { test: 'datum.moved', value: colours.blue }, value: '#ffffff' },
          tooltip: [
            { field: 'title', type: 'nominal', title: 'Design' },
            { field: 'words', type: 'nominal', title: 'Difference from base' },
          ],
        },
      },
      ...(undefinedRows.length === 0
        ? []
        : [
            {
              data: { values: undefinedRows },
              mark: { type: 'text', align: 'left', dx: 6 },
              encoding: { y, x: { datum: 0 }, text: { value: 'not defined' } },
            },
          ]),
    ],
  };
}

function scaled(value: number | null | undefined, by: number): number | null {
  return value === null || value === undefined ? null : value * by;
}
