import { formatPercent, sentenceCase, spellName } from '../words/format.ts';
import { designIds, findingOf, readMean } from '../words/read.ts';
import {
  type AreaRow,
  type AreaTest,
  areaKey,
  areaRows,
  areaTests,
  beyondLuck,
  sizesDiffer,
} from './areaTests.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { frame } from './frame.ts';
import { designPanels, panelTitle } from './panels.ts';
import { colours, SMALL } from './style.ts';
import type { ReportTables } from './tables.ts';
import { textWidth } from './textWidth.ts';

const ROW = 26;
/** Beyond so many rows a page does not hold the chart. */
const MOST_ROWS = 24;
/** Demand cannot fall by more than all of it, and a rise beyond twice as much is cut. */
const WIDEST = 1;

/** Whether demand of areas fell by more than luck moves it, reward by reward, the largest area first. */
export const areaDemand: Chart = {
  id: 'areaDemand',
  title: () => 'Did demand fall by more than luck?',
  needs: (tables) => areaRows(tables).length > 0,
  finding: findingOfAreas,
  spec(tables) {
    const rows = areaRows(tables).slice(0, MOST_ROWS);
    const rewards = [...new Set(rows.map(({ reward }) => reward))];
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading: `${rewards.some((reward) => sizesDiffer(rows.filter((row) => row.reward === reward))) ? 'Areas by what their demand cost, the largest above. ' : ''}Grey: where nine in ten changes fall by luck alone if nothing truly changes. Filled: demand fell by more than that; open: it did not. Circles: test 1; diamonds: later tests. Upright strokes: the threshold, with its figure above; changes to the left of it are rewarded.${rewards.length > 1 ? ' Each reward has a scale of its own.' : ''}`,
      intervals: 'Lines: 95% interval of the mean, cut at the ends of the scale.',
      view: {
        vconcat: rewards.map((reward) =>
          rewardView(
            tables,
            rows.filter((row) => row.reward === reward),
            rewards.length > 1 ? sentenceCase(spellName(reward)) : '',
          ),
        ),
        spacing: 26,
      },
    });
  },
};

/** The designs that have a reward, one panel each, on one scale. */
function rewardView(tables: ReportTables, rows: readonly AreaRow[], name: string): ChartSpec {
  const designs = designIds(tables).filter((design) =>
    rows.some((row) => areaTests(tables, design, row).length > 0),
  );
  const tests = designs.flatMap((design) => rows.flatMap((row) => areaTests(tables, design, row)));
  const domain = changeDomain(tests);
  const labelRoom = Math.max(...rows.map(({ label }) => textWidth(label, SMALL))) + 16;
  return {
    ...(name === '' ? {} : { title: { ...panelTitle([name]), fontSize: 13, offset: 16 } }),
    ...designPanels(
      tables,
      ({ design, first }) => panel(tables, rows, design, domain, first),
      designs,
      labelRoom,
    ),
  };
}

function panel(
  tables: ReportTables,
  rows: readonly AreaRow[],
  design: string,
  domain: readonly [number, number],
  withLabels: boolean,
): ChartSpec {
  const labels = rows.map(({ label }) => label);
  const within = (value: number | null) =>
    value === null ? null : Math.min(domain[1], Math.max(domain[0], value));
  const marks = rows.flatMap((row) =>
    areaTests(tables, design, row).map((test) => ({
      ...test,
      change: within(test.change)!,
      lo: within(test.lo),
      hi: within(test.hi),
      row: row.label,
      at: test.test === 1 ? 'test 1' : 'later tests',
      filled: beyondLuck(test),
      low: within(-test.luck),
      high: within(test.luck),
      named: `test ${test.test}`,
      changed: formatPercent(test.change),
      passed: formatPercent(test.passed),
      byLuck: formatPercent(test.luckPass),
    })),
  );
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { domain, nice: false },
    title: 'Change of demand',
    axis: { tickCount: 4, format: '~%', labelOverlap: true },
  });
  const y = {
    field: 'row',
    type: 'nominal',
    sort: labels,
    scale: { domain: labels },
    title: null,
    axis: { labels: withLabels, ticks: false, domain: false, grid: true, labelLimit: 0, labelPadding: 8 },
  };
  const yOffset = { field: 'at', type: 'nominal', scale: { domain: ['test 1', 'later tests'] } };
  const firsts = marks.filter(({ test }) => test === 1);
  return {
    height: rows.length * ROW,
    layer: [
      {
        data: { values: firsts },
        mark: { type: 'bar', color: colours.ghost, height: { band: 0.9 } },
        encoding: { y, x: x('low'), x2: { field: 'high' } },
      },
      {
        data: { values: firsts.filter(({ threshold }) => threshold !== null) },
        mark: { type: 'tick', color: colours.vermilion, thickness: 2.5, opacity: 1, height: { band: 0.98 } },
        encoding: { y, x: x('threshold') },
      },
      {
        data: { values: thresholdFigures(firsts) },
        mark: { type: 'text', color: colours.vermilion, baseline: 'bottom', fontSize: SMALL },
        encoding: { y: { value: -2 }, x: x('threshold'), text: { field: 'figure', type: 'nominal' } },
      },
      {
        data: { values: marks },
        transform: [{ filter: 'isValid(datum.lo) && isValid(datum.hi)' }],
        mark: { type: 'rule', color: colours.blue, strokeWidth: 1.5 },
        encoding: { y, yOffset, x: x('lo'), x2: { field: 'hi' } },
      },
      ...(['test 1', 'later tests'] as const).flatMap((at) =>
        [true, false].map((filled) => ({
          data: { values: marks.filter((mark) => mark.at === at && mark.filled === filled) },
          mark: {
            type: 'point',
            shape: at === 'test 1' ? 'circle' : 'diamond',
            filled: true,
            fill: filled ? colours.blue : '#ffffff',
            stroke: colours.blue,
            strokeWidth: 1.5,
            size: 42,
            opacity: 1,
          },
          encoding: { y, yOffset, x: x('change'), tooltip },
        })),
      ),
      {
        data: {
          values: labels.filter((label) => !marks.some(({ row }) => row === label)).map((row) => ({ row })),
        },
        mark: { type: 'text', align: 'left', dx: 6, color: colours.muted },
        encoding: { y, x: { value: 0 }, text: { value: 'no such area' } },
      },
    ],
  };
}

const tooltip = [
  { field: 'row', type: 'nominal', title: 'Area' },
  { field: 'named', type: 'nominal', title: 'Test' },
  { field: 'changed', type: 'nominal', title: 'Change of demand' },
  { field: 'passed', type: 'nominal', title: 'Runs in which it passed' },
  { field: 'byLuck', type: 'nominal', title: 'Passes by luck alone' },
];

/** One figure over a panel whose areas have one threshold; several thresholds stand at their strokes alone. */
function thresholdFigures(firsts: readonly Pick<AreaTest, 'threshold'>[]): object[] {
  const thresholds = [...new Set(firsts.flatMap(({ threshold }) => (threshold === null ? [] : [threshold])))];
  if (thresholds.length !== 1) return [];
  return [{ threshold: thresholds[0], figure: formatPercent(thresholds[0], 0) }];
}

/** From the lowest change, threshold or band to the highest, with a little room. Of few runs intervals are wide, and are cut. */
function changeDomain(tests: readonly AreaTest[]): [number, number] {
  const ends = tests.flatMap(({ change, threshold, luck }) => [change, threshold ?? 0, -luck, luck]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const room = (high - low) * 0.06 || 0.1;
  return [Math.max(-WIDEST, low - room), Math.min(WIDEST, high + room)];
}

function findingOfAreas(tables: ReportTables): string {
  const { base } = tables.summary;
  const of = (measure: string) => readMean(tables, base, measure);
  const passed = of('areas.passed');
  if (passed === null) return 'No test of the base design was judged.';
  const all = areaRows(tables);
  const tests = all.flatMap((row) => areaTests(tables, base, row));
  const fell = tests.filter(beyondLuck).length;
  return findingOf(
    tables,
    base,
    `In ${fell} of ${tests.length} tests demand fell on average by more than luck alone moves it nine times in ten. Of all tests ${formatPercent(passed)} are passed, and ${formatPercent(of('areas.twinPassed'))} would have been without the service.${chanceOfLuck(tables, all)}`,
  );
}

/** The chance of a pass by luck alone under the base design: in the largest and the smallest area, or over areas alike in size. */
function chanceOfLuck(tables: ReportTables, all: readonly AreaRow[]): string {
  const passOf = ({ reward, area }: AreaRow) =>
    readMean(tables, tables.summary.base, areaKey('areas.luckPass', reward, area));
  const rows = all.filter((row) => passOf(row) !== null).sort((a, b) => b.size - a.size);
  if (rows.length === 0) return '';
  const several = new Set(rows.map(({ reward }) => reward)).size > 1;
  const chance = (row: AreaRow) =>
    `${formatPercent(passOf(row))} in ${row.label}${several ? ` (${spellName(row.reward)})` : ''}`;
  const passed = ' By luck alone a test is passed with a chance of';
  if (rows.length === 1) return `${passed} ${chance(rows[0])}.`;
  if (sizesDiffer(rows))
    return `${passed} ${chance(rows[0])}, the largest, and of ${chance(rows[rows.length - 1])}, the smallest.`;
  const passes = rows.map((row) => passOf(row)!);
  const [low, high] = [Math.min(...passes), Math.max(...passes)].map((pass) => formatPercent(pass));
  return low === high ? `${passed} ${low} in every area.` : `${passed} ${low} to ${high}, by the area.`;
}
