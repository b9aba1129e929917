import { designIds, designTitle } from '../words/read.ts';
import type { ChartSpec } from './chart.ts';
import { BLANK_LINE } from './frame.ts';
import { CHART_WIDTH, SMALL } from './style.ts';
import type { ReportTables } from './tables.ts';
import { wrapText } from './textWidth.ts';

/** One design's place in a grid of small multiples. */
export interface Panel {
  design: string;
  title: string;
  /** Width of the drawing in pixels, without axes. */
  width: number;
  /** Height of the drawing: lower in three rows and more, which on one sheet would otherwise be too small to read. */
  height: number;
  /** Whether it stands first in its row, where the vertical axis has its title. */
  first: boolean;
  isBase: boolean;
}

/** Pixels that a vertical axis with labels, and the gap between panels, take. */
const AXIS = 58;
/** The gap between panels whose first alone has labels. */
const GAP = 24;

/** How many panels stand in a row: up to three, and four as two by two. */
export function panelColumns(count: number): number {
  return count === 4 ? 2 : Math.min(3, Math.max(1, count));
}

/**
 * Small multiples, one a design, the base first. Each panel has its own axes, so that nothing is missing
 * under an incomplete last row, and a title wrapped to its width. With `labelRoom`, only the first panel of a row has
 * labels at its vertical axis, so wide that they need so many pixels.
 */
export function designPanels(
  tables: ReportTables,
  draw: (panel: Panel) => ChartSpec,
  designs: readonly string[] = designIds(tables),
  labelRoom?: number,
): ChartSpec {
  const columns = panelColumns(designs.length);
  const width =
    labelRoom === undefined
      ? Math.min(440, Math.floor(CHART_WIDTH / columns) - AXIS)
      : Math.floor((CHART_WIDTH - labelRoom) / columns) - GAP;
  const height = designs.length > 2 * columns ? 110 : 150;
  const titles = designs.map((design) => designTitle(tables, design));
  const { base } = tables.summary;
  const lines = titles.map((title, index) =>
    wrapText(designs[index] === base && designs.length > 1 ? `${title} (base)` : title, width + 30, 12, true),
  );
  const panels = designs.map((design, index) => {
    const row = Math.floor(index / columns);
    const tallest = Math.max(...lines.slice(row * columns, (row + 1) * columns).map((some) => some.length));
    const panel = {
      design,
      title: titles[index],
      width,
      height,
      first: index % columns === 0,
      isBase: design === base,
    };
    // Titles of one row are filled up to the same number of lines, so that the drawings stand level.
    const blank = new Array<string>(tallest - lines[index].length).fill(BLANK_LINE);
    return { title: panelTitle([...blank, ...lines[index]]), width, ...draw(panel) };
  });
  return { concat: panels, columns };
}

/** A panel's heading. */
export function panelTitle(lines: string[]): ChartSpec {
  return { text: lines, anchor: 'start', fontSize: 12, lineHeight: 15, offset: 8, frame: 'group' };
}

/** The horizontal axis over fifths of need. */
export const fifthAxis = {
  field: 'fifth',
  type: 'ordinal',
  sort: ['1', '2', '3', '4', '5'],
  scale: { domain: ['1', '2', '3', '4', '5'] },
  title: 'Fifth of need (1 easiest, 5 hardest)',
  axis: { labelAngle: 0, grid: false },
} as const;

/** Text of a panel's bar that has no value: it says "not defined", upright, and never 0. */
export function notDefinedLayer(values: readonly { fifth: string }[]): ChartSpec[] {
  if (values.length === 0) return [];
  return [
    {
      data: { values: values.map(({ fifth }) => ({ fifth, note: 'not defined' })) },
      mark: { type: 'text', angle: 270, align: 'left', baseline: 'middle', dx: 4, fontSize: SMALL },
      encoding: { x: fifthAxis, y: { datum: 0 }, text: { field: 'note', type: 'nominal' } },
    },
  ];
}
