import { designTitle } from '../words/read.ts';
import type { ChartSpec } from './chart.ts';
import { CHART_WIDTH, SMALL } from './style.ts';
import type { ReportTables } from './tables.ts';
import { textWidth, wrapText } from './textWidth.ts';

/** Widest column of design titles, in pixels. */
const TITLE_ROOM = 190;
const LINE = 14;

/** Designs as the rows of one or several panels side by side. */
export interface DesignRows {
  /** Values of the field `design`, in the order of the designs: titles with their line breaks. */
  labels: string[];
  /** Width and height of one panel, in pixels. */
  width: number;
  height: number;
  /** The vertical axis; titles stand at the first panel of a line only. */
  y(withTitles: boolean): ChartSpec;
}

/** Rows for the designs given, with titles wrapped in a column of their own and room for so many panels beside them. */
export function designRows(
  tables: ReportTables,
  designs: readonly string[],
  columns: number,
  tallest = 30,
): DesignRows {
  const wrapped = designs.map((id) => wrapText(designTitle(tables, id), TITLE_ROOM, SMALL));
  const most = Math.max(...wrapped.map((lines) => lines.length));
  const labels = wrapped.map((lines) => lines.join('\n'));
  const rowHeight = Math.max(tallest, ...wrapped.map((lines) => lines.length * LINE + 8));
  const titleRoom = Math.max(...wrapped.flat().map((line) => textWidth(line, SMALL))) + 14;
  return {
    labels,
    width: Math.floor((CHART_WIDTH - titleRoom - 40) / columns),
    height: designs.length * rowHeight,
    y: (withTitles) => ({
      field: 'design',
      type: 'nominal',
      sort: labels,
      scale: { domain: labels },
      title: null,
      axis: {
        labels: withTitles,
        labelExpr: "split(datum.label, '\\n')",
        labelLimit: 0,
        labelLineHeight: LINE,
        labelOffset: labelOffset(most),
        ticks: false,
        domain: false,
        grid: true,
        labelPadding: 8,
      },
    }),
  };
}

/** An axis sets the first line of a label at its tick: labels move up by half of the lines below. */
function labelOffset(most: number): ChartSpec | number {
  if (most === 1) return 0;
  return {
    condition: Array.from({ length: most - 1 }, (_, at) => ({
      test: `length(split(datum.label, '\\n')) === ${at + 2}`,
      value: (-(at + 1) / 2) * LINE,
    })),
    value: 0,
  };
}
