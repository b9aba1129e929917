import type { StudyFindings, VariedParameter } from '../tables/study.ts';
import { formatDifference, formatQuantity, sentenceCase } from '../words/format.ts';
import { measureName, measureQuantity } from '../words/names.ts';
import { parameterNames, parameterValue } from '../words/parameters.ts';
import { designIds } from '../words/read.ts';
import { rowsAt } from '../words/responses.ts';
import { measureSentences } from '../words/sweep.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { frame } from './frame.ts';
import { designPanels, type Panel } from './panels.ts';
import { colours, SMALL } from './style.ts';
import type { ReportTables } from './tables.ts';
import { textWidth } from './textWidth.ts';

/** Values of one parameter that a map can show. */
const MOST_VALUES = 12;
const ROW = 30;

/** Two parameters over every combination of their values: the foremost measure, a map a design. */
export const settingsMap: Chart = {
  id: 'settingsMap',
  title: (tables) =>
    `${sentenceCase(measureName(keyOf(tables), tables))}: at which settings high, at which low?`,
  needs: (tables) =>
    tables.study !== undefined && tables.manifest.kind === 'sweep' && mapped(tables.study) !== undefined,
  finding: (tables) => measureSentences(tables, keyOf(tables)).join(' '),
  spec(tables) {
    const study = tables.study!;
    const others = study.varied.length > 2;
    const scale = scaleOf(tables);
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading: `Each cell is a setting${others ? ', the mean over the other parameters' : ''}; darker is higher. Under other designs the difference from the base stands below the value; an asterisk where its 95% interval leaves out 0${others ? ' at every setting of the others' : ''}.`,
      view: designPanels(tables, (panel) => mapPanel(tables, panel, scale)),
    });
  },
};

const keyOf = (tables: ReportTables): string => tables.study!.measures[0];

/** The first two parameters whose values make a table with every cell filled; undefined where there are none. */
function mapped(study: StudyFindings): [VariedParameter, VariedParameter] | undefined {
  const listed = study.varied.filter(
    ({ values }) => values && values.length > 1 && values.length <= MOST_VALUES,
  );
  const [x, y] = listed;
  if (!x || !y || listed.length < study.varied.length) return undefined;
  return x.values!.length >= y.values!.length ? [x, y] : [y, x];
}

interface Cell {
  x: string;
  y: string;
  mean: number;
  label: string;
}

function cellsOf(tables: ReportTables, design: string): Cell[] {
  const study = tables.study!;
  const [x, y] = mapped(study)!;
  const rows = rowsAt(study, design, keyOf(tables));
  const quantity = measureQuantity(keyOf(tables), tables);
  const { currency } = tables.manifest;
  return x.values!.flatMap((xValue) =>
    y.values!.flatMap((yValue): Cell[] => {
      const here = study.points
        .filter(({ settings }) => settings[x.path] === xValue && settings[y.path] === yValue)
        .flatMap(({ id }) => {
          const row = rows.get(id);
          return row && row.mean !== null ? [row] : [];
        });
      if (here.length === 0) return [];
      const mean = meanOf(here.map((row) => row.mean!));
      const lines = [formatQuantity(mean, quantity, currency)];
      if (design !== tables.summary.base && here.every(({ difference }) => difference !== null)) {
        const clear = here.every(
          ({ differenceLo, differenceHi }) => (differenceLo ?? 0) * (differenceHi ?? 0) > 0,
        );
        const difference = formatDifference(meanOf(here.map((row) => row.difference!)), quantity, currency);
        lines.push(`${difference.replace(' points', '')}${clear ? '*' : ''}`);
      }
      return [{ x: parameterValue(xValue), y: parameterValue(yValue), mean, label: lines.join('\n') }];
    }),
  );
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / values.length;

/** One scale for all maps, so that they can be held against each other. */
function scaleOf(tables: ReportTables): [number, number] {
  const means = designIds(tables).flatMap((design) => cellsOf(tables, design).map(({ mean }) => mean));
  const [low, high] = [Math.min(...means), Math.max(...means)];
  return low < high ? [low, high] : [low - 1, high + 1];
}

function mapPanel(
  tables: ReportTables,
  { design, width }: Panel,
  [low, high]: readonly [number, number],
): ChartSpec {
  const [x, y] = mapped(tables.study!)!;
  const names = parameterNames(tables.study!.varied);
  const cells = cellsOf(tables, design);
  const fits =
    width / x.values!.length >=
    Math.max(...cells.flatMap(({ label }) => label.split('\n')).map((line) => textWidth(line, SMALL))) + 2;
  const encoding = {
    x: {
      field: 'x',
      type: 'nominal',
      sort: null,
      scale: { domain: x.values!.map(parameterValue) },
      title: names.get(x.path),
      axis: { labelAngle: 0, labelOverlap: true, ticks: false, domain: false },
    },
    y: {
      field: 'y',
      type: 'nominal',
      sort: null,
      scale: { domain: y.values!.map(parameterValue).reverse() },
      title: names.get(y.path),
      axis: { ticks: false, domain: false },
    },
  };
  return {
    height: y.values!.length * ROW,
    data: { values: cells },
    layer: [
      {
        mark: { type: 'rect', stroke: '#ffffff' },
        encoding: {
          ...encoding,
          color: {
            field: 'mean',
            type: 'quantitative',
            scale: { domain: [low, high], range: ['#f3f7fb', '#08306b'] },
            legend: null,
          },
          tooltip: [
            { field: 'x', type: 'nominal', title: names.get(x.path) },
            { field: 'y', type: 'nominal', title: names.get(y.path) },
            { field: 'label', type: 'nominal', title: measureName(keyOf(tables), tables) },
          ],
        },
      },
      ...(fits
        ? [
            {
              mark: {
                type: 'text',
                fontSize: SMALL,
                lineBreak: '\n',
                lineHeight: 12,
                baseline: 'middle',
                dy: design === tables.summary.base ? 0 : -6,
              },
              encoding: {
                ...encoding,
                text: { field: 'label', type: 'nominal' },
                color: {
                  condition: { test: `datum.mean > ${low + 0.5 * (high - low)}`, value: '#ffffff' },
                  value: colours.ink,
                },
              },
            },
          ]
        : []),
    ],
  };
}
