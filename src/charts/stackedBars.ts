import type { Quantity } from '../words/format.ts';
import { formatQuantity } from '../words/format.ts';
import { intervalRange, ONE_RUN } from '../words/intervals.ts';
import { designTitle, readMeasure } from '../words/read.ts';
import type { ChartSpec } from './chart.ts';
import type { DesignRows } from './designRows.ts';
import { panelTitle } from './panels.ts';
import { colours, SMALL } from './style.ts';
import type { ReportTables } from './tables.ts';
import { textWidth, wrapText } from './textWidth.ts';

/** One kind of part, in the order from the left. */
export interface StackKind {
  kind: string;
  name: string;
  colour: string;
  /** Of the figure inside the part. */
  ink: string;
}

/** One part of one bar, with the texts of its tooltip. */
export interface StackPart {
  kind: string;
  name: string;
  title: string;
  from: number;
  to: number;
  value: string;
  interval: string;
}

/** The kinds of one design beside one another; what is undefined or 0 takes no room. */
export function stackParts(
  tables: ReportTables,
  design: string,
  kinds: readonly StackKind[],
  keyOf: (kind: string) => string,
  quantity: Quantity,
): StackPart[] {
  let from = 0;
  return kinds.flatMap(({ kind, name }) => {
    const summary = readMeasure(tables, design, keyOf(kind));
    if (!summary || summary.mean === null || summary.mean <= 0) return [];
    const part = {
      kind,
      name,
      title: designTitle(tables, design),
      from,
      to: from + summary.mean,
      value: formatQuantity(summary.mean, quantity, ''),
      interval: intervalRange(summary, quantity, '') ?? ONE_RUN,
    };
    from = part.to;
    return [part];
  });
}

interface StackPanel {
  /** None where there is one panel. */
  heading?: string;
  /** A bar a design; a design without parts has its note in the bar's place. */
  drawn: readonly StackPart[][];
  notes: readonly string[];
  /** End of the scale. */
  top: number;
  axis: { title: string; ticks: ChartSpec };
  /** What the kinds tell, for the tooltip. */
  kindsAre: string;
  present: readonly StackKind[];
  /** Figures for the inside of a part, the longest first: the first that fits is drawn. */
  figures(part: StackPart): string[];
  withTitles: boolean;
}

/** A stacked bar for each design. */
export function stackPanel(
  { heading, drawn, notes, top, axis, kindsAre, present, figures, withTitles }: StackPanel,
  { labels, width, height, y: rowAxis }: DesignRows,
): ChartSpec {
  const values = drawn.flatMap((parts, index) => parts.map((part) => ({ ...part, design: labels[index] })));
  const y = rowAxis(withTitles);
  const x = {
    field: 'from',
    type: 'quantitative',
    scale: { domain: [0, top], nice: false, clamp: true },
    title: axis.title,
    axis: { labelOverlap: true, ...axis.ticks },
  };
  const legend = { orient: 'top', title: null, symbolSize: 120, symbolType: 'square', columns: 3 };
  const color = {
    field: 'name',
    type: 'nominal',
    scale: { domain: present.map(({ name }) => name), range: present.map(({ colour }) => colour) },
    legend: { ...legend, symbolStrokeColor: colours.muted, symbolStrokeWidth: 1 },
  };
  const empty = labels.flatMap((design, index) =>
    drawn[index].length === 0 ? [{ design, note: notes[index] }] : [],
  );
  return {
    ...(heading === undefined ? {} : { title: panelTitle(wrapText(heading, width, 12, true)) }),
    width,
    height,
    layer: [
      {
        data: { values },
        mark: { type: 'bar', height: { band: 0.62 }, stroke: colours.muted, strokeWidth: 0.7 },
        encoding: {
          y,
          x,
          x2: { field: 'to' },
          color,
          tooltip: [
            { field: 'title', type: 'nominal', title: 'Design' },
            { field: 'name', type: 'nominal', title: kindsAre },
            { field: 'value', type: 'nominal', title: 'Mean of runs' },
            { field: 'interval', type: 'nominal', title: '95% interval' },
          ],
        },
      },
      ...present.map(({ kind, ink }) => ({
        data: {
          values: values
            .filter((part) => part.kind === kind)
            .flatMap((part) => figureInside(part, figures(part), width / top)),
        },
        mark: { type: 'text', color: ink, baseline: 'middle', fontSize: SMALL },
        encoding: { y, x: { ...x, field: 'middle' }, text: { field: 'label', type: 'nominal' } },
      })),
      {
        data: { values: empty },
        mark: { type: 'text', align: 'left', dx: 6, color: colours.muted },
        encoding: { y, x: { value: 0 }, text: { field: 'note', type: 'nominal' } },
      },
    ],
  };
}

function figureInside(
  part: StackPart & { design: string },
  figures: readonly string[],
  pixels: number,
): object[] {
  const room = (part.to - part.from) * pixels - 6;
  const label = figures.find((text) => textWidth(text, SMALL) <= room);
  if (label === undefined) return [];
  return [{ design: part.design, middle: (part.from + part.to) / 2, label }];
}
