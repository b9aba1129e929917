import type { FittedParameter, FittedTarget } from '../tables/fit.ts';
import { fitSentence } from '../words/fit.ts';
import { formatPercent, formatQuantity } from '../words/format.ts';
import { measureQuantity } from '../words/names.ts';
import { parameterNames, parameterValue } from '../words/parameters.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { frame } from './frame.ts';
import { panelTitle } from './panels.ts';
import { CHART_WIDTH, colours, SMALL } from './style.ts';
import type { ReportTables } from './tables.ts';
import { textWidth, wrapText } from './textWidth.ts';

const ROW = 26;
const NAME_ROOM = 230;
const NOTE_ROOM = 170;
const LABEL_PADDING = 10;
/** Distances beyond this many tolerances stand at the end of the axis, with their figure in the note. */
const FARTHEST = 5;

/** How near the fitted model comes to each target, and where each parameter went in its range. */
export const fit: Chart = {
  id: 'fit',
  title: () => 'Does the model meet the figures, and what do they say of the parameters?',
  needs: (tables) => tables.study?.fit !== undefined,
  finding: (tables) => fitSentence(tables),
  spec(tables) {
    const { targets, parameters } = tables.study!.fit!;
    const full = targets.every(({ verdict }) => verdict === 'unchecked')
      ? 'the nearest that the search has come, which no other luck has checked'
      : 'fitted, with other luck than the search had, and its 95% interval';
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading: `Above: distance of the model from each published figure, in tolerances; shaded is met. Hollow: with the values of the file. Full: ${full}. Below: each parameter in its range, hollow in the file, full where it was fitted; the line is what the figures leave open (one standard deviation each way), and the percentage how much doubt they take away.`,
      view: { vconcat: panels(tables, targets, parameters), spacing: 24 },
    });
  },
};

interface Line {
  name: string;
  before: number | null;
  after: number | null;
  lo: number | null;
  hi: number | null;
  note: string;
}

/** Both panels with the same room for names, so that their axes stand under each other. */
function panels(
  tables: ReportTables,
  targets: readonly FittedTarget[],
  parameters: readonly FittedParameter[],
): ChartSpec[] {
  const figures = targetLines(tables, targets);
  const fitted = parameterLines(tables, parameters);
  const room = Math.max(...[...figures, ...fitted].map(({ name }) => textWidth(labelOf(name), SMALL)));
  const width = Math.floor(CHART_WIDTH - room - LABEL_PADDING - NOTE_ROOM);
  return [
    rows('Figures: published → model', figures, width, {
      title: 'Distance in tolerances',
      domain: [-FARTHEST, FARTHEST],
      values: [-FARTHEST, -1, 0, 1, FARTHEST],
      labels: `datum.value === ${FARTHEST} ? '${FARTHEST} or more' : datum.value === -${FARTHEST} ? '−${FARTHEST} or less' : format(datum.value, 'd')`,
      band: [-1, 1],
    }),
    rows('Parameters: file → fitted, doubt taken away', fitted, width, {
      title: 'Place in the range',
      domain: [0, 1],
      values: [0, 1],
      labels: "datum.value === 0 ? 'lower end' : 'upper end'",
    }),
  ];
}

function labelOf(name: string): string {
  const [first, ...more] = wrapText(name, NAME_ROOM, SMALL);
  return more.length > 0 ? `${first}…` : first;
}

function targetLines(tables: ReportTables, targets: readonly FittedTarget[]): Line[] {
  const { currency } = tables.manifest;
  return targets.map((target): Line => {
    const { title, value, tolerance, before, after, checked, lo, hi, measure } = target;
    const found = checked ?? after;
    const quantity = measureQuantity(measure, tables);
    const away = (figure: number | null) =>
      figure === null ? null : Math.max(-FARTHEST, Math.min(FARTHEST, (figure - value) / tolerance));
    return {
      name: title,
      before: away(before),
      after: away(found),
      lo: away(lo),
      hi: away(hi),
      note: `${formatQuantity(value, quantity, currency)} → ${formatQuantity(found, quantity, currency)}`,
    };
  });
}

function parameterLines(tables: ReportTables, parameters: readonly FittedParameter[]): Line[] {
  const names = parameterNames(tables.study!.varied);
  return parameters.map(({ path, before, after, from, to, identified }): Line => {
    const place = (value: number) => Math.min(1, Math.max(0, (value - from) / (to - from)));
    return {
      name: names.get(path) ?? path,
      before: place(before),
      after: place(after),
      lo: identified ? place(after - identified.deviation) : null,
      hi: identified ? place(after + identified.deviation) : null,
      note: `${parameterValue(before)} → ${parameterValue(after)}${identified ? `, ${formatPercent(identified.learnt, 0)}` : ''}`,
    };
  });
}

function rows(
  title: string,
  lines: readonly Line[],
  width: number,
  axis: {
    title: string;
    domain: [number, number];
    values: number[];
    labels: string;
    band?: [number, number];
  },
): ChartSpec {
  const labels = lines.map(({ name }) => labelOf(name));
  // Rows are told apart by number: two names may begin alike, and be cut to the same.
  const values = lines.map((line, i) => ({ ...line, row: i }));
  const y = {
    field: 'row',
    type: 'nominal',
    sort: labels.map((_, i) => i),
    title: null,
    axis: {
      labelExpr: `${JSON.stringify(labels)}[datum.value]`,
      labelLimit: 0,
      labelPadding: LABEL_PADDING,
      ticks: false,
      domain: false,
      grid: true,
    },
  };
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { domain: axis.domain, nice: false },
    title: axis.title,
    axis: { values: axis.values, labelExpr: axis.labels, grid: false },
  });
  return {
    title: panelTitle([title]),
    width,
    height: lines.length * ROW,
    data: { values },
    layer: [
      ...(axis.band
        ? [
            {
              data: { values: [{ from: axis.band[0], to: axis.band[1] }] },
              mark: { type: 'rect', color: colours.sky, opacity: 0.2 },
              encoding: { x: x('from'), x2: { field: 'to' } },
            },
          ]
        : []),
      {
        transform: [{ filter: 'isValid(datum.lo) && isValid(datum.hi)' }],
        mark: { type: 'rule', color: colours.blue, strokeWidth: 2 },
        encoding: { y, x: x('lo'), x2: { field: 'hi' } },
      },
      {
        transform: [{ filter: 'isValid(datum.before)' }],
        mark: { type: 'point', size: 60, filled: false, color: colours.ink, strokeWidth: 1.5 },
        encoding: { y, x: x('before') },
      },
      {
        transform: [{ filter: 'isValid(datum.after)' }],
        mark: { type: 'point', size: 60, filled: true, color: colours.blue, opacity: 1 },
        encoding: { y, x: x('after') },
      },
      {
        mark: { type: 'text', align: 'left', dx: 8, fontSize: SMALL },
        encoding: { y, x: { value: width }, text: { field: 'note', type: 'nominal' } },
      },
    ],
  };
}
