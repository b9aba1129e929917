import { measureKey, parseMeasureKey } from '../tables/rows.ts';
import { formatPercent, spellName } from '../words/format.ts';
import { designIds, findingOf, readMean, readMeasure } from '../words/read.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { frame } from './frame.ts';
import { designPanels } from './panels.ts';
import { colours, SMALL } from './style.ts';
import type { ReportTables } from './tables.ts';
import { textWidth } from './textWidth.ts';

/** Standard deviations on either side of no change between which nine in ten fall by luck. */
const NINE_IN_TEN = 1.645;
const ROW = 26;
/** Beyond so many rows a page does not hold the chart. */
const MOST_ROWS = 24;

/** One area under one reward. */
interface Row {
  reward: string;
  area: string;
  label: string;
  size: number;
}

/** Whether demand of areas fell by more than luck moves it, the largest area first. */
export const areaDemand: Chart = {
  id: 'areaDemand',
  title: () => 'Did demand fall by more than luck?',
  needs: (tables) => rowsOf(tables).length > 0,
  finding: findingOfAreas,
  spec(tables) {
    const rows = rowsOf(tables).slice(0, MOST_ROWS);
    const domain = changeDomain(tables, rows);
    const labelRoom = Math.max(...rows.map(({ label }) => textWidth(label, SMALL))) + 16;
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading:
        'Areas by what their demand cost, the largest above, reward by reward. Grey: where nine in ten changes fall by luck alone if nothing truly changes. Upright strokes: the threshold; the reward begins to their left. Filled circles: change of demand in test 1, open diamonds: in later tests. A design without a mark has no such area.',
      intervals: 'Lines: 95% interval of the mean.',
      view: designPanels(
        tables,
        ({ design, first }) => panel(tables, rows, design, domain, first),
        undefined,
        labelRoom,
      ),
    });
  },
};

function panel(
  tables: ReportTables,
  rows: readonly Row[],
  design: string,
  domain: readonly [number, number],
  withLabels: boolean,
): ChartSpec {
  const labels = rows.map(({ label }) => label);
  const marks = rows.flatMap(({ reward, area, label }) =>
    testsOf(tables, design, reward, area).flatMap((test) => {
      const read = (measure: string) =>
        readMeasure(tables, design, keyOf(measure, reward, area, test)) ?? { mean: null, lo: null, hi: null };
      const change = read('areas.change');
      if (change.mean === null) return [];
      const luck = read('areas.luck').mean ?? 0;
      return [
        {
          row: label,
          test: Number(test) === 1 ? 'test 1' : 'later tests',
          named: `test ${test}`,
          change: change.mean,
          lo: clamp(change.lo, domain),
          hi: clamp(change.hi, domain),
          low: Math.max(domain[0], -NINE_IN_TEN * luck),
          high: Math.min(domain[1], NINE_IN_TEN * luck),
          threshold: read('areas.threshold').mean,
          changed: formatPercent(change.mean),
          passed: formatPercent(read('areas.passed').mean),
          byLuck: formatPercent(read('areas.luckPass').mean),
        },
      ];
    }),
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
  const yOffset = { field: 'test', type: 'nominal', scale: { domain: ['test 1', 'later tests'] } };
  const firsts = marks.filter(({ test }) => test === 'test 1');
  return {
    height: rows.length * ROW,
    layer: [
      {
        data: { values: firsts },
        mark: { type: 'bar', color: colours.ghost, height: { band: 0.9 } },
        encoding: { y, x: x('low'), x2: { field: 'high' } },
      },
      {
        data: { values: firsts },
        mark: { type: 'tick', color: colours.ink, thickness: 2, height: { band: 0.9 } },
        encoding: { y, x: x('threshold') },
      },
      {
        data: { values: marks },
        transform: [{ filter: 'isValid(datum.lo) && isValid(datum.hi)' }],
        mark: { type: 'rule', color: colours.blue, strokeWidth: 1.5 },
        encoding: { y, yOffset, x: x('lo'), x2: { field: 'hi' } },
      },
      ...(['test 1', 'later tests'] as const).map((test) => ({
        data: { values: marks.filter((mark) => mark.test === test) },
        mark: {
          type: 'point',
          shape: test === 'test 1' ? 'circle' : 'diamond',
          filled: true,
          fill: test === 'test 1' ? colours.blue : '#ffffff',
          stroke: colours.blue,
          strokeWidth: 1.5,
          size: 42,
          opacity: 1,
        },
        encoding: {
          y,
          yOffset,
          x: x('change'),
          tooltip: [
            { field: 'row', type: 'nominal', title: 'Area' },
            { field: 'named', type: 'nominal', title: 'Test' },
            { field: 'changed', type: 'nominal', title: 'Change of demand' },
            { field: 'passed', type: 'nominal', title: 'Runs in which it passed' },
            { field: 'byLuck', type: 'nominal', title: 'Passes by luck alone' },
          ],
        },
      })),
    ],
  };
}

const clamp = (value: number | null, [low, high]: readonly [number, number]): number | null =>
  value === null ? null : Math.min(high, Math.max(low, value));

const keyOf = (measure: string, reward: string, area: string, test?: string): string =>
  measureKey(measure, `reward=${reward},area=${area}${test === undefined ? '' : `,test=${test}`}`);

/** Areas that any design has, reward by reward, by the size of their baseline, the largest first. */
function rowsOf(tables: ReportTables): Row[] {
  const rows = new Map<string, Row>();
  const rewards = new Set<string>();
  for (const design of designIds(tables)) {
    for (const [key, { mean }] of Object.entries(tables.summary.designs[design].measures)) {
      const { measure, parts } = parseMeasureKey(key);
      if (measure !== 'areas.baseline' || parts.area === undefined || parts.test !== '1') continue;
      const id = `${parts.reward} ${parts.area}`;
      rewards.add(parts.reward);
      if (mean !== null && !rows.has(id))
        rows.set(id, { reward: parts.reward, area: parts.area, label: parts.area, size: mean });
    }
  }
  const order = [...rewards];
  return [...rows.values()]
    .map((row) => ({ ...row, label: rowLabel(row, rewards.size > 1) }))
    .sort((a, b) => order.indexOf(a.reward) - order.indexOf(b.reward) || b.size - a.size);
}

function rowLabel({ reward, area }: Row, withReward: boolean): string {
  return withReward ? `${spellName(area)}, ${spellName(reward)}` : spellName(area);
}

function testsOf(tables: ReportTables, design: string, reward: string, area: string): string[] {
  const tests: string[] = [];
  while (readMeasure(tables, design, keyOf('areas.change', reward, area, String(tests.length + 1))))
    tests.push(String(tests.length + 1));
  return tests;
}

/** From the lowest change, threshold or band to the highest, with a little room. */
function changeDomain(tables: ReportTables, rows: readonly Row[]): [number, number] {
  const ends = designIds(tables).flatMap((design) =>
    rows.flatMap(({ reward, area }) =>
      testsOf(tables, design, reward, area).flatMap((test) => {
        const mean = (measure: string) => readMean(tables, design, keyOf(measure, reward, area, test)) ?? 0;
        const luck = NINE_IN_TEN * mean('areas.luck');
        return [mean('areas.change'), mean('areas.threshold'), -luck, luck];
      }),
    ),
  );
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const room = (high - low) * 0.06 || 0.1;
  return [low - room, high + room];
}

function findingOfAreas(tables: ReportTables): string {
  const { base } = tables.summary;
  const of = (measure: string, slice = '') => readMean(tables, base, measureKey(measure, slice));
  const passed = of('areas.passed');
  if (passed === null) return 'No test of the base design was judged.';
  const rows = rowsOf(tables)
    .filter(({ reward, area }) => readMean(tables, base, keyOf('areas.luckPass', reward, area)) !== null)
    .sort((a, b) => b.size - a.size);
  const chance = ({ reward, area, label }: Row) =>
    `${formatPercent(readMean(tables, base, keyOf('areas.luckPass', reward, area)))} in ${label}`;
  const ends =
    rows.length === 0
      ? ''
      : rows.length === 1
        ? ` By luck alone a test is passed with a chance of ${chance(rows[0])}.`
        : ` By luck alone a test is passed with a chance of ${chance(rows[0])}, the largest, and of ${chance(rows[rows.length - 1])}, the smallest.`;
  return findingOf(
    tables,
    base,
    `Of all tests ${formatPercent(passed)} are passed, and ${formatPercent(of('areas.twinPassed'))} would have been without the service.${ends}`,
  );
}
