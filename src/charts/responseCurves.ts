import { measureKey } from '../tables/rows.ts';
import { formatQuantity, listInWords, sentenceCase } from '../words/format.ts';
import { measureName, measureQuantity } from '../words/names.ts';
import { parameterNames, parameterValue } from '../words/parameters.ts';
import { designIds } from '../words/read.ts';
import { type ResponseCurve, responseCurve } from '../words/responses.ts';
import { measureSentences } from '../words/sweep.ts';
import { measureBounds, within } from './bounds.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { lineLabels, lineLegend } from './designLines.ts';
import { frame } from './frame.ts';
import { panelTitle } from './panels.ts';
import { CHART_WIDTH, designColours, designDashes } from './style.ts';
import type { ReportTables } from './tables.ts';
import { wrapText } from './textWidth.ts';

/** Measures and parameters that fit on a page. */
const MOST_MEASURES = 3;
const MOST_PARAMETERS = 6;
const COLUMNS = 3;
/** Pixels beside a panel: axis and gap. */
const BESIDE = 66;
const HEIGHT = 130;

/** How each measure answers to each parameter that was varied, a line a design. */
export const responseCurves: Chart = {
  id: 'responseCurves',
  title: (tables) =>
    `${sentenceCase(measureName(keysOf(tables)[0], tables))}: how does it answer to what was varied?`,
  // Points of a sensitivity analysis are too few for curves over many parameters, and those of a search lie along its way.
  needs: (tables) =>
    tables.manifest.kind === 'sweep' && keysOf(tables).length > 0 && shownPaths(tables).length > 0,
  finding: (tables) => measureSentences(tables, keysOf(tables)[0]).join(' '),
  spec(tables) {
    const curves = allCurves(tables);
    const bands = new Set(curves.map(({ curve }) => curve.band));
    const hidden = variedPaths(tables).length - shownPaths(tables).length;
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading: `Line: mean at each value${bands.has('settings') ? ' over the settings of the other parameters' : ''}.${
        hidden > 0
          ? ` The ${MOST_PARAMETERS} parameters that move ${measureName(keysOf(tables)[0], tables)} most.`
          : ''
      }${bands.has('settings') ? ' Band of the base: where the other settings put it (the middle 80%, or all of fewer than ten).' : ''}`,
      ...(!bands.has('settings') && { intervals: 'Bands: 95% intervals of the mean.' }),
      view: {
        vconcat: keysOf(tables).map((key) => measurePanels(tables, key, curves)),
        spacing: 26,
        resolve: { scale: { color: 'shared', strokeDash: 'shared' } },
      },
    });
  },
};

const keysOf = (tables: ReportTables): string[] =>
  (tables.study?.measures ?? [])
    .filter((key) =>
      tables.study!.rows.some((row) => row.mean !== null && measureKey(row.measure, row.slice) === key),
    )
    .slice(0, MOST_MEASURES);

const variedPaths = (tables: ReportTables): string[] => (tables.study?.varied ?? []).map(({ path }) => path);

interface DrawnCurve {
  path: string;
  design: string;
  key: string;
  curve: ResponseCurve;
}

function allCurves(tables: ReportTables): DrawnCurve[] {
  return shownPaths(tables).flatMap((path) =>
    keysOf(tables).flatMap((key) =>
      designIds(tables).map((design) => ({
        path,
        design,
        key,
        curve: responseCurve(tables.study!, path, design, key),
      })),
    ),
  );
}

/** Of many parameters, those by which the base moves most in the foremost measure, in the order of the file. */
function shownPaths(tables: ReportTables): string[] {
  const paths = variedPaths(tables);
  if (paths.length <= MOST_PARAMETERS) return paths;
  const [key] = keysOf(tables);
  const reach = (path: string) => {
    const means = responseCurve(tables.study!, path, tables.summary.base, key).responses.map(
      ({ mean }) => mean,
    );
    return Math.max(...means) - Math.min(...means);
  };
  const most = [...paths].sort((a, b) => reach(b) - reach(a)).slice(0, MOST_PARAMETERS);
  return paths.filter((path) => most.includes(path));
}

function measurePanels(tables: ReportTables, key: string, curves: readonly DrawnCurve[]): ChartSpec {
  const paths = shownPaths(tables);
  const columns = Math.min(COLUMNS, paths.length);
  const width = Math.min(440, Math.floor(CHART_WIDTH / columns) - BESIDE);
  const title = sentenceCase(measureName(key, tables));
  return {
    concat: paths.map((path) => {
      const own = curves.filter((one) => one.key === key && one.path === path);
      return curvePanel(tables, { key, path, own, width });
    }),
    resolve: { scale: { color: 'shared', strokeDash: 'shared' } },
    columns,
    title: panelTitle(wrapText(title, CHART_WIDTH, 12, true)),
  };
}

interface PanelInput {
  key: string;
  path: string;
  own: readonly DrawnCurve[];
  width: number;
}

function curvePanel(tables: ReportTables, { key, path, own, width }: PanelInput): ChartSpec {
  const quantity = measureQuantity(key, tables);
  const { currency } = tables.manifest;
  const labels = lineLabels(tables);
  const designs = designIds(tables);
  const isText = own.some(({ curve }) => curve.responses.some(({ x }) => typeof x === 'string'));
  const values = own.flatMap(({ design, curve }) =>
    curve.responses.map(({ x, mean, lo, hi }) => ({
      x,
      design: labels[designs.indexOf(design)],
      isBase: design === tables.summary.base,
      mean,
      lo: within(lo, measureBounds(key)) ?? mean,
      hi: within(hi, measureBounds(key)) ?? mean,
      setting: parameterValue(x),
      value: formatQuantity(mean, quantity, currency),
    })),
  );
  const x = {
    field: 'x',
    type: isText ? 'nominal' : 'quantitative',
    sort: null,
    title: parameterNames(tables.study!.varied).get(path),
    ...(!isText && { scale: { zero: false, nice: false } }),
    axis: { grid: false, labelAngle: 0, tickCount: 4, labelOverlap: true, titleLimit: width + BESIDE },
  };
  const y = (field: string) => ({
    field,
    type: 'quantitative',
    title: null,
    scale: { zero: false },
    axis: {
      tickCount: 4,
      ...(quantity === 'share' && { format: '~%' }),
      ...(quantity === 'money' && { format: '~s' }),
    },
  });
  const color = {
    field: 'design',
    type: 'nominal',
    sort: labels,
    scale: { domain: labels, range: labels.map((_, i) => designColours[i % designColours.length]) },
    legend: lineLegend(labels),
  };
  const strokeDash = {
    ...color,
    scale: { domain: labels, range: labels.map((_, i) => designDashes[i % designDashes.length]) },
  };
  return {
    width,
    height: HEIGHT,
    data: { values },
    layer: [
      {
        transform: [{ filter: 'datum.isBase' }],
        mark: isText ? { type: 'rule', strokeWidth: 6, opacity: 0.2 } : { type: 'area', opacity: 0.15 },
        encoding: { x, y: y('lo'), y2: { field: 'hi' } },
      },
      { mark: { type: 'line', strokeWidth: 2 }, encoding: { x, y: y('mean'), color, strokeDash } },
      {
        mark: { type: 'point', filled: true, size: 22 },
        encoding: {
          x,
          y: y('mean'),
          color,
          tooltip: [
            { field: 'design', type: 'nominal', title: 'Design' },
            { field: 'setting', type: 'nominal', title: parameterNames(tables.study!.varied).get(path) },
            { field: 'value', type: 'nominal', title: listInWords([measureName(key, tables)]) },
          ],
        },
      },
    ],
  };
}
