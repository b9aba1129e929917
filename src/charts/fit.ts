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
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading:
        'Above: distance of the model from each published figure, in tolerances; shaded is met. Hollow: with the values of the file. Full: fitted, with other luck than the search had, and its 95% interval. Below: each parameter in its range, hollow in the file, full where it was fitted; the line is what the figures leave open (one standard deviation each way), and the percentage how much doubt they take away.',
      view: { vconcat: [targetRows(tables, targets), parameterRows(tables, parameters)], spacing: 24 },
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

function targetRows(tables: ReportTables, targets: readonly FittedTarget[]): ChartSpec {
  const { currency } = tables.manifest;
  const lines = targets.map((target): Line => {
    const { title, value, tolerance, before, checked, lo, hi, measure } = target;
    const quantity = measureQuantity(measure, tables);
    const away = (found: number | null) =>
      found === null ? null : Math.max(-FARTHEST, Math.min(FARTHEST, (found - value) / tolerance));
    return {
      name: title,
      before: away(before),
      after: away(checked),
      lo: away(lo),
      hi: away(hi),
      note: `${formatQuantity(value, quantity, currency)} → ${formatQuantity(checked, quantity, currency)}`,
    };
  });
  return rows('Figures: published → model', lines, [-FARTHEST, FARTHEST], {
    title: 'Distance in tolerances',
    values: [-FARTHEST, -1, 0, 1, FARTHEST],
    band: [-1, 1],
  });
}

function parameterRows(tables: ReportTables, parameters: readonly FittedParameter[]): ChartSpec {
  const names = parameterNames(tables.study!.varied);
  const lines = parameters.map(({ path, before, after, from, to, deviation, learnt }): Line => {
    const place = (value: number) => Math.min(1, Math.max(0, (value - from) / (to - from)));
    return {
      name: names.get(path) ?? path,
      before: place(before),
      after: place(after),
      lo: place(after - deviation),
      hi: place(after + deviation),
      note: `${parameterValue(before)} → ${parameterValue(after)}, ${formatPercent(learnt, 0)}`,
    };
  });
  return rows('Parameters: file → fitted, doubt taken away', lines, [0, 1], {
    title: 'Place in the range',
    values: [0, 1],
  });
}

function rows(
  title: string,
  lines: readonly Line[],
  domain: [number, number],
  axis: { title: string; values: number[]; band?: [number, number] },
): ChartSpec {
  const labels = lines.map(({ name }) => wrapText(name, NAME_ROOM, SMALL)[0]);
  const room = Math.max(...labels.map((label) => textWidth(label, SMALL)));
  const width = Math.floor(CHART_WIDTH - room - NOTE_ROOM);
  const values = lines.map((line, i) => ({ ...line, row: labels[i] }));
  const y = {
    field: 'row',
    type: 'nominal',
    sort: labels,
    title: null,
    axis: { labelLimit: 0, ticks: false, domain: false, grid: true },
  };
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { domain, nice: false },
    title: axis.title,
    axis: { values: axis.values, grid: false },
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
