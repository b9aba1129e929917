import { formatDifference } from '../words/format.ts';
import { measureName } from '../words/names.ts';
import { designIds, designTitle, readMeasure } from '../words/read.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { frame } from './frame.ts';
import { placeLabels } from './placeLabels.ts';
import { CHART_WIDTH, colours, SMALL } from './style.ts';
import type { ReportTables } from './tables.ts';
import { textWidth, wrapText } from './textWidth.ts';

const WIDTH = 430;
const HEIGHT = 340;
const RADIUS = 9;
const LINE = 14;

interface Point {
  number: number;
  title: string;
  paid: number;
  goal: number;
  paidLo: number | null;
  paidHi: number | null;
  goalLo: number | null;
  goalHi: number | null;
}

/** What is paid for against what it is for: both as changes from the base design. */
export const goodhart: Chart = {
  id: 'goodhart',
  title: () => 'Does the number that is paid for move with the goal?',
  needs: (tables) => designIds(tables).length > 1 && pointsOf(tables).length > 1,
  finding: (tables) => goodhartFinding(tables),
  spec(tables) {
    const points = pointsOf(tables);
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading:
        'Dots: change from the base design, which stands where the full lines cross. On the dashed line both change alike; above it the paid measure runs ahead of the goal.',
      intervals: 'Crosses: 95% intervals of the means.',
      view: { hconcat: [scatter(points), designKey(points)], spacing: 24 },
    });
  },
};

/** The designs in which both changes are defined, by their place in the file. */
function pointsOf(tables: ReportTables): Point[] {
  return designIds(tables).flatMap((design, index) => {
    const paid = readMeasure(tables, design, 'goodhart.paid');
    const goal = readMeasure(tables, design, 'goodhart.goal');
    if (!paid || !goal || paid.mean === null || goal.mean === null) return [];
    return [
      {
        number: index + 1,
        title: designTitle(tables, design),
        paid: paid.mean,
        goal: goal.mean,
        paidLo: paid.lo,
        paidHi: paid.hi,
        goalLo: goal.lo,
        goalHi: goal.hi,
      },
    ];
  });
}

/** Half the length of an axis around 0 that holds all the ends, with room for the words in the corners. */
function reach(ends: (number | null)[]): number {
  const most = Math.max(...ends.map((end) => Math.abs(end ?? 0)));
  return most === 0 ? 0.1 : most * 1.4;
}

function scatter(points: readonly Point[]): ChartSpec {
  const across = reach(points.flatMap(({ goal, goalLo, goalHi }) => [goal, goalLo, goalHi]));
  const upwards = reach(points.flatMap(({ paid, paidLo, paidHi }) => [paid, paidLo, paidHi]));
  const labels = placeLabels(
    points.map(({ goal, paid }) => ({
      x: ((goal + across) / (2 * across)) * WIDTH,
      y: ((upwards - paid) / (2 * upwards)) * HEIGHT,
    })),
    { radius: RADIUS, width: WIDTH, height: HEIGHT },
  );
  const axis = {
    tickCount: 5,
    format: '+.1~%',
    labelExpr: "datum.value === 0 ? '0' : datum.label",
    labelOverlap: true,
  };
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { domain: [-across, across], nice: false },
    title: 'Change of the goal',
    axis,
  });
  const y = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { domain: [-upwards, upwards], nice: false },
    title: 'Change of the paid measure',
    axis,
  });
  const alike = Math.min(across, upwards);
  const pixels = labels.map((label, at) => ({ ...label, number: String(points[at].number) }));
  const atPixel = (field: string) => ({ field, type: 'quantitative', scale: null, axis: null });
  return {
    width: WIDTH,
    height: HEIGHT,
    resolve: { scale: { x: 'shared', y: 'shared' } },
    layer: [
      ...[
        { from: [-across, 0], to: [across, 0], dash: [1, 0] },
        { from: [0, -upwards], to: [0, upwards], dash: [1, 0] },
        { from: [-alike, -alike], to: [alike, alike], dash: [5, 4] },
      ].map(({ from, to, dash }) => ({
        data: { values: [{ x0: from[0], y0: from[1], x1: to[0], y1: to[1] }] },
        mark: { type: 'rule', color: colours.muted, strokeWidth: 1, strokeDash: dash },
        encoding: { x: x('x0'), y: y('y0'), x2: { field: 'x1' }, y2: { field: 'y1' } },
      })),
      cornerWords(),
      {
        data: { values: points },
        transform: [{ filter: 'isValid(datum.goalLo) && isValid(datum.goalHi)' }],
        mark: { type: 'rule', color: colours.blue, strokeWidth: 1.6 },
        encoding: { x: x('goalLo'), x2: { field: 'goalHi' }, y: y('paid') },
      },
      {
        data: { values: points },
        transform: [{ filter: 'isValid(datum.paidLo) && isValid(datum.paidHi)' }],
        mark: { type: 'rule', color: colours.blue, strokeWidth: 1.6 },
        encoding: { x: x('goal'), y: y('paidLo'), y2: { field: 'paidHi' } },
      },
      {
        data: { values: pixels },
        mark: { type: 'rule', color: colours.muted, strokeWidth: 0.8 },
        encoding: {
          x: atPixel('x'),
          y: atPixel('y'),
          x2: { field: 'labelX' },
          y2: { field: 'labelY' },
        },
      },
      {
        data: { values: points },
        mark: { type: 'point', filled: true, size: 50, opacity: 1, color: colours.blue },
        encoding: {
          x: x('goal'),
          y: y('paid'),
          tooltip: [
            { field: 'title', type: 'nominal', title: 'Design' },
            { field: 'paid', type: 'quantitative', format: '+.1%', title: 'Change of the paid measure' },
            { field: 'goal', type: 'quantitative', format: '+.1%', title: 'Change of the goal' },
          ],
        },
      },
      {
        data: { values: pixels },
        mark: {
          type: 'point',
          filled: true,
          fill: '#ffffff',
          stroke: colours.ink,
          strokeWidth: 1,
          opacity: 1,
          size: 230,
        },
        encoding: { x: atPixel('labelX'), y: atPixel('labelY') },
      },
      {
        data: { values: pixels },
        mark: { type: 'text', fontSize: SMALL, baseline: 'middle' },
        encoding: {
          x: atPixel('labelX'),
          y: atPixel('labelY'),
          text: { field: 'number', type: 'nominal' },
        },
      },
    ],
  };
}

function cornerWords(): ChartSpec {
  const corner = (words: string, x: number, y: number, align: string) => ({
    data: { values: [{ words }] },
    mark: { type: 'text', align, baseline: 'middle', fontSize: SMALL, color: colours.muted },
    encoding: { x: { value: x }, y: { value: y }, text: { field: 'words', type: 'nominal' } },
  });
  return {
    layer: [
      corner('paid up, goal down', 4, 8, 'left'),
      corner('both up', WIDTH - 4, 8, 'right'),
      corner('both down', 4, HEIGHT - 8, 'left'),
      corner('paid down, goal up', WIDTH - 4, HEIGHT - 8, 'right'),
    ],
  };
}

/** The numbers and titles of the designs, in a column of their own. */
function designKey(points: readonly Point[]): ChartSpec {
  const room = CHART_WIDTH - WIDTH - 60 - 24;
  const lines = points.flatMap(({ number, title }) =>
    wrapText(title, room - 24, SMALL).map((line, at) => ({ number: at === 0 ? String(number) : '', line })),
  );
  const values = lines.map((line, at) => ({ ...line, at: at * LINE + 8 }));
  const y = { field: 'at', type: 'quantitative', scale: null, axis: null };
  return {
    width: Math.max(...lines.map(({ line }) => textWidth(line, SMALL))) + 24,
    height: lines.length * LINE,
    data: { values },
    layer: [
      {
        mark: { type: 'text', align: 'right', fontSize: SMALL, fontWeight: 'bold' },
        encoding: { x: { value: 14 }, y, text: { field: 'number', type: 'nominal' } },
      },
      {
        mark: { type: 'text', align: 'left', fontSize: SMALL },
        encoding: { x: { value: 22 }, y, text: { field: 'line', type: 'nominal' } },
      },
    ],
  };
}

/** The design in which the paid measure runs farthest ahead of the goal. */
function goodhartFinding(tables: ReportTables): string {
  const others = pointsOf(tables).filter(({ paid, goal }) => paid !== 0 || goal !== 0);
  if (others.length === 0) return 'No design moves the paid measure or the goal.';
  const far = others.reduce((a, b) => (Math.abs(b.paid - b.goal) > Math.abs(a.paid - a.goal) ? b : a));
  const change = (value: number) => formatDifference(value, 'share', '').replace(' points', '%');
  return `Under “${far.title}” ${measureName('goodhart.paid', tables).replace('change of ', '')} changes by ${change(far.paid)} and ${measureName('goodhart.goal', tables).replace('change of ', '')} by ${change(far.goal)}, compared with the base design${others.length > 1 ? ': the two part most there' : ''}.`;
}
