import type { MeasureSensitivity } from '../tables/sensitivity.ts';
import { sentenceCase } from '../words/format.ts';
import { measureName, measureQuantity } from '../words/names.ts';
import { parameterNames } from '../words/parameters.ts';
import { designTitle } from '../words/read.ts';
import { indexFigure, sensitivitySentences, strongest } from '../words/sensitivity.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { axisTitle } from './dotPanels.ts';
import { frame } from './frame.ts';
import { panelTitle } from './panels.ts';
import { PARAMETER_LABELS, parameterRows } from './parameterRows.ts';
import { CHART_WIDTH, colours } from './style.ts';
import type { ReportTables } from './tables.ts';
import { wrapText } from './textWidth.ts';

/** Measures and parameters that fit on a page. */
const MOST_MEASURES = 3;
const MOST_PARAMETERS = 12;

/** How much each assumption moves each measure of the base: the strongest, with their intervals. */
export const sensitivityIndices: Chart = {
  id: 'sensitivityIndices',
  title: (tables) => `Which assumptions move ${measureName(shown(tables)[0].measure, tables)} most?`,
  needs: (tables) => shown(tables).length > 0,
  finding: (tables) => sensitivitySentences(tables).find((text) => text.startsWith('What moves')) ?? '',
  spec(tables) {
    const isMorris = tables.study!.sensitivity!.method.name === 'morris';
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading: `Under “${designTitle(tables, tables.summary.base)}”, the ${MOST_PARAMETERS} strongest at most. ${
        isMorris
          ? 'Bar: mean size of the change when this assumption alone is taken over its whole range (μ*); dot: spread of that change (σ), which shows that it hangs on other assumptions or is curved.'
          : 'Bar: part of the variance in which this assumption has a hand (total index); dot: its part alone (first-order index).'
      } Lines: 95% intervals by bootstrap over the sample of points.`,
      view: {
        vconcat: shown(tables).map((one) => measurePanel(tables, one)),
        spacing: 26,
      },
    });
  },
};

/** The foremost measures that something moves under the base. */
function shown(tables: ReportTables): MeasureSensitivity[] {
  const measures = tables.study?.sensitivity?.measures ?? [];
  return measures.filter((one) => strongestOf(tables, one).length > 0).slice(0, MOST_MEASURES);
}

function strongestOf(tables: ReportTables, { designs }: MeasureSensitivity) {
  const found = designs.find(({ design }) => design === tables.summary.base)?.found;
  return found ? strongest(found).slice(0, MOST_PARAMETERS) : [];
}

function measurePanel(tables: ReportTables, one: MeasureSensitivity): ChartSpec {
  const { method } = one.designs[0].found;
  const names = parameterNames(tables.study!.varied);
  const quantity = measureQuantity(one.measure, tables);
  const write = (value: number | null) => indexFigure(tables, one.measure, method, value);
  const values = strongestOf(tables, one).map((index) => {
    const [bar, dot] = 'total' in index ? [index.total, index.first] : [index.muStar, index.sigma];
    return {
      parameter: sentenceCase(names.get(index.parameter) ?? index.parameter),
      bar: bar.value,
      lo: bar.lo ?? bar.value,
      hi: bar.hi ?? bar.value,
      dot: dot.value,
      barText: write(bar.value),
      dotText: write(dot.value),
    };
  });
  const rows = parameterRows(values.map(({ parameter }) => parameter));
  const [barName, dotName] =
    method === 'sobol' ? ['Total', 'Alone'] : ['Mean size of the change', 'Spread of the change'];
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    title: method === 'sobol' ? 'Part of the variance' : axisTitle(quantity, tables.manifest.currency),
    axis: {
      tickCount: 5,
      format: method === 'sobol' || quantity === 'share' ? '~%' : quantity === 'money' ? '~s' : '~g',
    },
  });
  return {
    title: panelTitle(wrapText(sentenceCase(measureName(one.measure, tables)), CHART_WIDTH, 12, true)),
    width: CHART_WIDTH - PARAMETER_LABELS - 40,
    height: rows.height,
    data: { values },
    layer: [
      {
        mark: { type: 'bar', color: colours.sky, height: { band: 0.6 } },
        encoding: {
          y: rows.y,
          x: x('bar'),
          tooltip: [
            { field: 'parameter', type: 'nominal', title: 'Assumption' },
            { field: 'barText', type: 'nominal', title: barName },
            { field: 'dotText', type: 'nominal', title: dotName },
          ],
        },
      },
      {
        mark: { type: 'rule', color: colours.ink, strokeWidth: 1.5 },
        encoding: { y: rows.y, x: x('lo'), x2: { field: 'hi' } },
      },
      {
        transform: [{ filter: 'isValid(datum.dot)' }],
        mark: { type: 'point', filled: true, color: colours.vermilion, size: 45, opacity: 1 },
        encoding: { y: rows.y, x: x('dot') },
      },
    ],
  };
}
