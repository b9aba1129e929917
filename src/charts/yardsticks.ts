import type { CompanionName } from '../tables/measureDoc.ts';
import { formatQuantity, sentenceCase } from '../words/format.ts';
import { intervalRange } from '../words/intervals.ts';
import { measureName, measureQuantity } from '../words/names.ts';
import { comparedTables, designIds, designTitle, readMeasure } from '../words/read.ts';
import { worldNames, worldsShown, yardstickFinding, yardstickKeys } from '../words/worlds.ts';
import { measureBounds, within } from './bounds.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { type DesignRows, designRows } from './designRows.ts';
import { axisFormat, axisTitle } from './dotPanels.ts';
import { frame } from './frame.ts';
import { panelTitle } from './panels.ts';
import { colours } from './style.ts';
import type { ReportTables } from './tables.ts';
import { wrapText } from './textWidth.ts';

const COLUMNS = 3;
const asRun = 'as run';

/** Shapes first, colours second. */
const looks: Record<CompanionName | 'asRun', { shape: string; colour: string; label: string }> = {
  asRun: { shape: 'circle', colour: colours.ink, label: asRun },
  equalTime: { shape: 'square', colour: colours.blue, label: worldNames.equalTime },
  needFirst: { shape: 'triangle-up', colour: colours.vermilion, label: worldNames.needFirst },
  noService: { shape: 'cross', colour: colours.green, label: worldNames.noService },
};

/** Each design as it was run beside its companion worlds: how far it lies from what the same hours could do. */
export const yardsticks: Chart = {
  id: 'yardsticks',
  withYardsticks: true,
  title: () => 'How far are the designs from equal time, need first and no service?',
  needs: (tables) => worldsShown(tables).length > 0 && yardstickKeys(tables).length > 0,
  finding: (tables) => yardstickFinding(tables),
  spec(tables) {
    const designs = designIds(comparedTables(tables));
    const worlds = (['asRun', 'equalTime', 'needFirst', 'noService'] as const).filter(
      (name) => name === 'asRun' || worldsShown(tables).includes(name),
    );
    const rows = designRows(comparedTables(tables), designs, COLUMNS, worlds.length * 15 + 14);
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading: 'Marks: means of one design in each world, on the same people and the same luck.',
      intervals: 'Lines: 95% interval of the mean.',
      view: {
        columns: COLUMNS,
        concat: yardstickKeys(tables).map((key, at) =>
          panel(tables, key, designs, worlds, rows, at % COLUMNS === 0),
        ),
        spacing: 22,
      },
    });
  },
};

function panel(
  tables: ReportTables,
  key: string,
  designs: readonly string[],
  worlds: readonly (CompanionName | 'asRun')[],
  { labels, width, height, y: rowAxis }: DesignRows,
  first: boolean,
): ChartSpec {
  const quantity = measureQuantity(key, tables);
  const { currency } = tables.manifest;
  const possible = measureBounds(key);
  const values = designs.flatMap((design, at) =>
    worlds.flatMap((world) => {
      const summary = readMeasure(tables, world === 'asRun' ? design : `${design}@${world}`, key);
      if (!summary || summary.mean === null) return [];
      return [
        {
          design: labels[at],
          title: designTitle(tables, design),
          world: looks[world].label,
          mean: summary.mean,
          lo: within(summary.lo, possible),
          hi: within(summary.hi, possible),
          value: formatQuantity(summary.mean, quantity, currency),
          interval: intervalRange(summary, quantity, currency) ?? 'no interval',
        },
      ];
    }),
  );
  const domain = worlds.map((world) => looks[world].label);
  const y = { ...rowAxis(first), scale: { type: 'band', domain: labels, paddingInner: 0.2 } };
  const yOffset = { field: 'world', type: 'nominal', sort: domain, scale: { domain, type: 'band' } };
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { zero: false, nice: true },
    title: axisTitle(quantity, currency),
    axis: { tickCount: 3, labelOverlap: true, format: axisFormat(quantity) },
  });
  const colour = {
    field: 'world',
    type: 'nominal',
    scale: { domain, range: worlds.map((world) => looks[world].colour) },
    legend: { orient: 'top', direction: 'horizontal', title: null },
  };
  // Without any interval a scale over them would have no end.
  const lines = values.some(({ lo }) => lo !== null)
    ? [
        {
          transform: [{ filter: 'isValid(datum.lo) && isValid(datum.hi)' }],
          mark: { type: 'rule', strokeWidth: 2 },
          encoding: { y, yOffset, x: x('lo'), x2: { field: 'hi' }, color: colour },
        },
      ]
    : [];
  return {
    title: panelTitle(wrapText(sentenceCase(measureName(key, tables)), width, 12, true)),
    width,
    height,
    data: { values },
    layer: [
      ...lines,
      {
        mark: { type: 'point', filled: true, size: 70, opacity: 1 },
        encoding: {
          y,
          yOffset,
          x: x('mean'),
          color: colour,
          shape: {
            field: 'world',
            type: 'nominal',
            scale: { domain, range: worlds.map((world) => looks[world].shape) },
            legend: { orient: 'top', direction: 'horizontal', title: null },
          },
          tooltip: [
            { field: 'title', type: 'nominal', title: 'Design' },
            { field: 'world', type: 'nominal', title: 'World' },
            { field: 'value', type: 'nominal', title: 'Mean' },
            { field: 'interval', type: 'nominal', title: '95% interval' },
          ],
        },
      },
    ],
  };
}
