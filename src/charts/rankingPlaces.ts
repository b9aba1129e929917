import type { MeasureRanking } from '../tables/ranking.ts';
import { formatPercent, sentenceCase } from '../words/format.ts';
import { measureName } from '../words/names.ts';
import { rankingFinding } from '../words/ranking.ts';
import { designIds, designTitle } from '../words/read.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { type DesignRows, designRows } from './designRows.ts';
import { frame } from './frame.ts';
import { panelTitle } from './panels.ts';
import { SMALL } from './style.ts';
import type { ReportTables } from './tables.ts';
import { wrapText } from './textWidth.ts';

const COLUMNS = 3;
/** Parts of a bar smaller than this have no room for a figure. */
const ROOM = 0.1;

/** How often each design has each place: one panel a measure, one bar a design, a part a place. */
export const rankingPlaces: Chart = {
  id: 'rankingPlaces',
  title: () => 'How often is each design first, second, last?',
  needs: (tables) => tables.manifest.replicates > 1 && ranked(tables).length > 0,
  finding: (tables) => rankingFinding(tables),
  spec(tables) {
    const designs = designIds(tables);
    const rows = designRows(tables, designs, COLUMNS);
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading:
        'Bars: share of runs in which a design has the place that stands in the part; the darkest part is the first place. Designs that tie share their places.',
      view: {
        columns: COLUMNS,
        concat: ranked(tables).map((one, at) => panel(tables, one, designs, rows, at % COLUMNS === 0)),
        spacing: 22,
      },
    });
  },
};

const ranked = (tables: ReportTables): MeasureRanking[] =>
  (tables.ranking?.measures ?? []).filter(({ designs }) => designs.length > 1);

function panel(
  tables: ReportTables,
  { measure, better, designs: order }: MeasureRanking,
  designs: readonly string[],
  { labels, width, height, y: rowAxis }: DesignRows,
  first: boolean,
): ChartSpec {
  const y = { ...rowAxis(first), scale: { type: 'band', domain: labels, paddingInner: 0.25 } };
  const count = order.length;
  const parts = designs.flatMap((design, at) => {
    const own = order.find((one) => one.design === design);
    let from = 0;
    return (own?.ranks ?? []).flatMap((share, place) => {
      if (share === 0) return [];
      const part = {
        design: labels[at],
        title: designTitle(tables, design),
        from,
        to: from + share,
        middle: from + share / 2,
        place: place + 1,
        share,
        label: String(place + 1),
        shade: shadeOf(place, count),
        ink: place < count / 2 - 0.5 ? '#ffffff' : '#000000',
        words: `place ${place + 1} in ${formatPercent(share, 0)} of runs`,
      };
      from += share;
      return [part];
    });
  });
  const missing = designs.flatMap((design, at) =>
    order.some((one) => one.design === design) ? [] : [{ design: labels[at] }],
  );
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { domain: [0, 1], nice: false },
    title: 'Share of runs',
    axis: { tickCount: 3, format: '.0%' },
  });
  const way = better === null ? ', highest first' : '';
  return {
    title: panelTitle(wrapText(sentenceCase(measureName(measure, tables)) + way, width, 12, true)),
    width,
    height,
    layer: [
      {
        data: { values: parts },
        mark: { type: 'bar', stroke: '#ffffff', strokeWidth: 1 },
        encoding: {
          y,
          x: x('from'),
          x2: { field: 'to' },
          fill: { field: 'shade', type: 'nominal', scale: null, legend: null },
          tooltip: [
            { field: 'title', type: 'nominal', title: 'Design' },
            { field: 'words', type: 'nominal', title: 'Place' },
          ],
        },
      },
      {
        data: { values: parts.filter(({ share }) => share >= ROOM) },
        mark: { type: 'text', baseline: 'middle', fontSize: SMALL },
        encoding: {
          y,
          x: x('middle'),
          text: { field: 'label', type: 'nominal' },
          color: { field: 'ink', type: 'nominal', scale: null, legend: null },
        },
      },
      ...(missing.length === 0
        ? []
        : [
            {
              data: { values: missing },
              mark: { type: 'text', align: 'left', dx: 4 },
              encoding: { y, x: { datum: 0 }, text: { value: 'not defined' } },
            },
          ]),
    ],
  };
}

/** From dark blue for the first place to nearly white for the last. */
function shadeOf(place: number, count: number): string {
  const part = count > 1 ? place / (count - 1) : 0;
  const mixed = [11, 79, 125].map((dark, i) => Math.round(dark + ([232, 238, 243][i] - dark) * part));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
