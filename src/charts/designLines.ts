import { designIds, designTitle } from '../words/read.ts';
import { CHART_WIDTH } from './style.ts';
import type { ReportTables } from './tables.ts';
import { wrapText } from './textWidth.ts';

/** Weeks over which a point of a line is averaged, so that it shows its course and not its jitter. */
export const SPAN = 4;

/** Titles of the designs as a legend of lines in two columns shows them. */
export const lineLabels = (tables: ReportTables): string[] =>
  designIds(tables).map((id) => wrapText(designTitle(tables, id), CHART_WIDTH / 2 - 70, 11).join('\n'));

/** Legend of lines, one a design; none where there is one line alone. */
export const lineLegend = (labels: readonly string[]) =>
  labels.length > 1
    ? {
        orient: 'top',
        direction: 'horizontal',
        columns: 2,
        title: null,
        symbolType: 'stroke',
        symbolSize: 700,
        labelExpr: "split(datum.label, '\\n')",
      }
    : null;
