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
  // An axis sets the first line of a label at its tick: blank lines above make the middle line stand there. Half a line
  // cannot be blank, so that labels with an odd number of lines stand right or those with an even one: the more of them.
  const longest = Math.max(...wrapped.map((lines) => lines.length));
  const odd = wrapped.filter((lines) => lines.length % 2 === 1).length * 2 >= wrapped.length;
  const most = longest % 2 === (odd ? 1 : 0) ? longest : longest + 1;
  const labels = wrapped.map((lines) =>
    [...new Array<string>(Math.floor((most - lines.length) / 2)).fill(''), ...lines].join('\n'),
  );
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
        labelOffset: (-(most - 1) / 2) * LINE,
        ticks: false,
        domain: false,
        grid: true,
        labelPadding: 8,
      },
    }),
  };
}
