import type { MeasureRanking } from '../tables/ranking.ts';
import { formatQuantity, sentenceCase } from '../words/format.ts';
import { intervalRange } from '../words/intervals.ts';
import { measureName, measureQuantity } from '../words/names.ts';
import { rankingFinding, type Standing, standingOf } from '../words/ranking.ts';
import { designIds, designTitle, readMeasure } from '../words/read.ts';
import { measureBounds, within } from './bounds.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { POSTER_TEXT, POSTER_WIDTH, poster } from './poster.ts';
import { colours } from './style.ts';
import type { ReportTables } from './tables.ts';
import { textWidth, wrapText } from './textWidth.ts';

/** Widest column of design titles, and widest and narrowest panel, in pixels of the poster. */
const TITLE_ROOM = 270;
const WIDEST = 300;
const GAP = 16;
const LINE = 24;
const LEAST_ROW = 88;

/** Marks by shape and word, and only then by the shade behind them. */
const marks: Record<Standing, { shape: string; filled: boolean; word: string }> = {
  best: { shape: 'triangle-up', filled: true, word: 'best' },
  mayBeBest: { shape: 'triangle-up', filled: false, word: '' },
  worst: { shape: 'triangle-down', filled: true, word: 'worst' },
  mayBeWorst: { shape: 'triangle-down', filled: false, word: '' },
  either: { shape: 'diamond', filled: false, word: '' },
  between: { shape: 'circle', filled: true, word: '' },
  untold: { shape: 'circle', filled: false, word: '' },
  same: { shape: 'circle', filled: true, word: '' },
};

/** One page for a wall: a row a design, a small panel a measure, best and worst told by shape, word and outline. */
export const scorecard: Chart = {
  id: 'scorecard',
  title: (tables) => `${tables.manifest.title}: which design does best, and in what?`,
  needs: (tables) => rankedMeasures(tables).length > 0,
  finding: (tables) => rankingFinding(tables),
  spec(tables) {
    const measures = rankedMeasures(tables);
    const rows = scoreRows(tables, measures.length);
    return poster(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading: readingOf(tables, measures),
      view: {
        hconcat: measures.map((ranking, at) => panel(tables, ranking, rows, at === 0)),
        spacing: GAP,
      },
    });
  },
};

/** Rankings by which there is something to see. */
const rankedMeasures = (tables: ReportTables): MeasureRanking[] =>
  (tables.ranking?.measures ?? []).filter(({ designs }) => designs.length > 1);

function readingOf(tables: ReportTables, measures: readonly MeasureRanking[]): string {
  const found = new Set(
    measures.flatMap((one) => designIds(tables).map((design) => standingOf(one, design))),
  );
  const hollow = found.has('mayBeBest') || found.has('mayBeWorst');
  return [
    '▲ in a full frame: best by the mean. ▼ in a broken frame: worst.',
    hollow ? '△ ▽ These runs do not tell it from the best or the worst.' : '',
    found.has('either') ? '◇ Nor from either of them.' : '',
    found.has('untold') ? '○ They do not tell the first from the last.' : '',
    `Thin upright line: the base, “${designTitle(tables, tables.summary.base)}”.`,
    tables.manifest.replicates > 1 ? 'Lines: 95% interval of the mean.' : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}

interface ScoreRows {
  designs: string[];
  labels: string[];
  width: number;
  height: number;
  most: number;
}

function scoreRows(tables: ReportTables, panels: number): ScoreRows {
  const designs = designIds(tables);
  const wrapped = designs.map((id) => wrapText(designTitle(tables, id), TITLE_ROOM, POSTER_TEXT, true));
  const most = Math.max(...wrapped.map((lines) => lines.length));
  const room = Math.max(...wrapped.flat().map((line) => textWidth(line, POSTER_TEXT, true))) + 24;
  return {
    designs,
    labels: wrapped.map((lines) => lines.join('\n')),
    width: Math.min(WIDEST, Math.floor((POSTER_WIDTH - room) / panels) - GAP),
    height: designs.length * Math.max(LEAST_ROW, most * LINE + 20),
    most,
  };
}

function panel(
  tables: ReportTables,
  ranking: MeasureRanking,
  { designs, labels, width, height, most }: ScoreRows,
  first: boolean,
): ChartSpec {
  const { measure, better } = ranking;
  const quantity = measureQuantity(measure, tables);
  const { currency } = tables.manifest;
  const possible = measureBounds(measure);
  const values = designs.map((design, at) => {
    const summary = readMeasure(tables, design, measure);
    const standing = standingOf(ranking, design);
    const mark = marks[standing ?? 'between'];
    return {
      design: labels[at],
      title: designTitle(tables, design),
      mean: summary?.mean ?? null,
      base: readMeasure(tables, tables.summary.base, measure)?.mean ?? null,
      lo: within(summary?.lo ?? null, possible),
      hi: within(summary?.hi ?? null, possible),
      value: summary?.mean == null ? 'not defined' : formatQuantity(summary.mean, quantity, currency),
      interval: (summary && intervalRange(summary, quantity, currency)) ?? 'no interval',
      standing: standing ?? 'between',
      shape: mark.shape,
      fill: mark.filled ? colours.ink : '#ffffff',
      word: mark.word,
      weight: mark.word === '' ? 'normal' : 'bold',
    };
  });
  const ends = values.flatMap(({ mean, lo, hi }) => [mean, lo, hi]).filter((end) => end !== null);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const reach = high > low ? high - low : Math.abs(high) || 1;
  // Figure and word share a line.
  const fit = Math.min(
    1,
    ...values.map(({ value, word }) => {
      const line = textWidth(value, POSTER_TEXT + 2, true) + textWidth(word, POSTER_TEXT - 2, true);
      return (width - (word === '' ? 16 : 30)) / line;
    }),
  );
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { domain: [low - reach * 0.08, high + reach * 0.08], nice: false, zero: false },
    axis: null,
  });
  const y = {
    field: 'design',
    type: 'nominal',
    sort: labels,
    scale: { type: 'band', domain: labels, paddingInner: 0.12, paddingOuter: 0.04 },
    title: null,
    axis: first ? titleAxis(most) : null,
  };
  const way = better === null ? '' : better === 'higher' ? ' (more is better)' : ' (less is better)';
  return {
    title: {
      text: wrapText(sentenceCase(measureName(measure, tables)) + way, width, POSTER_TEXT - 2, true),
      anchor: 'start',
      fontSize: POSTER_TEXT - 2,
      lineHeight: LINE - 2,
      offset: 10,
      frame: 'group',
    },
    width,
    height,
    data: { values },
    layer: [
      frameLayer(y, 'between', { stroke: colours.rule, strokeWidth: 1, fill: '#ffffff' }),
      frameLayer(y, 'best', { stroke: colours.ink, strokeWidth: 3.5, fill: '#dcebf7' }),
      frameLayer(y, 'worst', { stroke: colours.ink, strokeWidth: 2.5, strokeDash: [7, 5], fill: '#f6efe4' }),
      {
        transform: [{ filter: 'isValid(datum.base)' }],
        mark: { type: 'tick', orient: 'vertical', size: 34, thickness: 2, color: colours.muted, yOffset: 18 },
        encoding: { y, x: x('base') },
      },
      {
        transform: [{ filter: 'isValid(datum.lo) && isValid(datum.hi)' }],
        mark: { type: 'rule', strokeWidth: 3.5, color: colours.muted, yOffset: 18 },
        encoding: { y, x: x('lo'), x2: { field: 'hi' } },
      },
      {
        transform: [{ filter: 'isValid(datum.mean)' }],
        mark: { type: 'point', size: 190, strokeWidth: 2.5, stroke: colours.ink, opacity: 1, yOffset: 18 },
        encoding: {
          y,
          x: x('mean'),
          shape: { field: 'shape', type: 'nominal', scale: null, legend: null },
          fill: { field: 'fill', type: 'nominal', scale: null, legend: null },
          tooltip: [
            { field: 'title', type: 'nominal', title: 'Design' },
            { field: 'value', type: 'nominal', title: 'Mean' },
            { field: 'interval', type: 'nominal', title: '95% interval' },
          ],
        },
      },
      textLayer(y, 'value', { align: 'left', dx: 8 }, 0, (POSTER_TEXT + 2) * fit),
      textLayer(y, 'word', { align: 'right', dx: -8 }, 'width', (POSTER_TEXT - 2) * fit),
    ],
  };
}

/** An outline around the cells of one standing; the plain one is around all of them, below the others. */
function frameLayer(y: ChartSpec, standing: string, mark: ChartSpec): ChartSpec {
  return {
    ...(standing !== 'between' && { transform: [{ filter: { field: 'standing', equal: standing } }] }),
    mark: { type: 'rect', cornerRadius: 4, ...mark },
    encoding: { y, x: { value: 0 }, x2: { value: 'width' } },
  };
}

function textLayer(
  y: ChartSpec,
  field: string,
  mark: ChartSpec,
  at: number | 'width',
  fontSize: number,
): ChartSpec {
  return {
    transform: [{ filter: `datum.${field} !== ''` }],
    mark: { type: 'text', baseline: 'middle', yOffset: -16, fontSize, fontWeight: 'bold', ...mark },
    encoding: { y, x: { value: at }, text: { field, type: 'nominal' } },
  };
}

function titleAxis(most: number): ChartSpec {
  return {
    labelExpr: "split(datum.label, '\\n')",
    labelLimit: 0,
    labelFontSize: POSTER_TEXT,
    labelFontWeight: 'bold',
    labelLineHeight: LINE,
    labelPadding: 12,
    ticks: false,
    domain: false,
    grid: false,
    ...(most > 1 && {
      labelOffset: {
        condition: Array.from({ length: most - 1 }, (_, at) => ({
          test: `length(split(datum.label, '\\n')) === ${at + 2}`,
          value: (-(at + 1) / 2) * LINE,
        })),
        value: 0,
      },
    }),
  };
}
