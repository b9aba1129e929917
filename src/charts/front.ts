import { sentenceCase } from '../words/format.ts';
import { frontSentence, goalFigure, settingOf } from '../words/front.ts';
import { onFront } from '../words/frontTrade.ts';
import { measureName } from '../words/names.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { frame } from './frame.ts';
import { AXIS_ROOM, drawnPoint, FRONT_WIDTH, goalAxis, goalDomain } from './frontAxes.ts';
import { drawingOrder, frontKey, type MarkKind, markOf } from './frontMarks.ts';
import { frontParameters } from './frontParameters.ts';
import { frontRivals } from './frontRivals.ts';
import { placeLabels } from './placeLabels.ts';
import { colours, SMALL } from './style.ts';
import type { ReportTables } from './tables.ts';

const HEIGHT = 330;
/** Of labels with one digit and with two. */
const RADII = [8, 10];
/** With more points of the front, only some have their number. */
const MOST_NUMBERED = 20;

/** What can be had together: every point of the search, the front in other luck, and the settings along it. */
export const front: Chart = {
  id: 'front',
  title: (tables) => {
    const [first, second] = tables.study!.front!.goals.map(({ measure }) => measureName(measure, tables));
    return second === undefined
      ? `${sentenceCase(first)}: which setting does best, and which cannot be told from it?`
      : `${sentenceCase(first)} against ${second}: what can be had together?`;
  },
  needs: (tables) => (tables.study?.front?.searched.length ?? 0) > 0,
  finding: (tables) => frontSentence(tables),
  spec(tables) {
    const { goals, check } = tables.study!.front!;
    const framed = { id: this.id, title: this.title(tables), finding: this.finding(tables) };
    if (goals.length === 1) return frame(tables, { ...framed, ...frontRivals(tables) });
    const luck = check.done
      ? 'Full dots and crosses: the front in other luck than that of the search, with 95% intervals; numbers are places along it. Small grey marks: every point in the luck of the search.'
      : 'The front in the luck that it was chosen by, which flatters it: the search was stopped before it was told in other luck.';
    const more =
      goals.length > 2
        ? ` Only the first two of ${goals.length} goals are drawn: points that look beaten here are better in another.`
        : '';
    return frame(tables, {
      ...framed,
      reading: `${luck}${more} Below: the setting of each place, dashed what the file has.`,
      view: {
        vconcat: [
          frontKey(
            marksOf(tables).map(({ kind }) => kind),
            check.done,
          ),
          scatter(tables),
          ...frontParameters(tables),
        ],
        spacing: 14,
      },
    });
  },
};

interface Mark {
  kind: MarkKind;
  x: number;
  y: number;
  what: string;
  setting: string;
  first: string;
  second: string;
}

function marksOf(tables: ReportTables): Mark[] {
  const found = tables.study!.front!;
  const settings = new Map(tables.study!.points.map(({ id, settings: some }) => [id, some]));
  const searched = found.searched.map(({ point, goals, keeps }): Mark => {
    const plain = (goal: number) => String(Number(goals[goal].toPrecision(4)));
    return {
      kind: keeps ? 'searched' : 'searchedBreaks',
      x: goals[1],
      y: goals[0],
      what: `Point ${point} in the luck of the search`,
      setting: settingOf(tables, { point, settings: settings.get(point) ?? {} }),
      first: plain(0),
      second: plain(1),
    };
  });
  const told = found.members.flatMap((one): Mark[] => {
    if (one.standing.is === 'unknown') return [];
    const { x, y } = drawnPoint(found, one);
    return [
      {
        kind: one.standing.is,
        x,
        y,
        what: one.place === null ? `Point ${one.point}` : `Place ${one.place}, ${one.file}`,
        setting: settingOf(tables, one),
        first: goalFigure(tables, found, one, 0),
        second: goalFigure(tables, found, one, 1),
      },
    ];
  });
  const { x, y } = drawnPoint(found, found.file);
  const file: Mark = {
    kind: 'file',
    x,
    y,
    what: 'The scenario as it stands',
    setting: 'as in the file',
    first: goalFigure(tables, found, found.file, 0),
    second: goalFigure(tables, found, found.file, 1),
  };
  return [...searched, ...told, ...(Number.isFinite(x) && Number.isFinite(y) ? [file] : [])].sort(
    (a, b) => drawingOrder.indexOf(a.kind) - drawingOrder.indexOf(b.kind),
  );
}

function scatter(tables: ReportTables): ChartSpec {
  const found = tables.study!.front!;
  const marks = marksOf(tables);
  const drawn = onFront(found).map((one) => ({ ...drawnPoint(found, one), place: String(one.place) }));
  const across = goalAxis(tables, 1, FRONT_WIDTH);
  const upwards = goalAxis(tables, 0, HEIGHT);
  const upwardsAxis = { ...upwards.axis, minExtent: AXIS_ROOM, maxExtent: AXIS_ROOM };
  const x = (field: string) => ({ field, type: 'quantitative', ...across });
  const y = (field: string) => ({ field, type: 'quantitative', ...upwards, axis: upwardsAxis });
  return {
    width: FRONT_WIDTH,
    height: HEIGHT,
    resolve: { scale: { x: 'shared', y: 'shared' } },
    layer: [
      {
        data: { values: drawn },
        mark: { type: 'line', color: colours.sky, strokeWidth: 1.5 },
        encoding: { x: x('x'), y: y('y'), order: { field: 'x', type: 'quantitative' } },
      },
      {
        data: { values: drawn },
        transform: [{ filter: 'isValid(datum.xLo) && isValid(datum.xHi)' }],
        mark: { type: 'rule', color: colours.blue, strokeWidth: 1.2 },
        encoding: { x: x('xLo'), x2: { field: 'xHi' }, y: y('y') },
      },
      {
        data: { values: drawn },
        transform: [{ filter: 'isValid(datum.yLo) && isValid(datum.yHi)' }],
        mark: { type: 'rule', color: colours.blue, strokeWidth: 1.2 },
        encoding: { x: x('x'), y: y('yLo'), y2: { field: 'yHi' } },
      },
      ...drawingOrder
        .filter((kind) => marks.some((mark) => mark.kind === kind))
        .map((kind) => ({
          data: { values: marks.filter((mark) => mark.kind === kind) },
          mark: markOf(kind),
          encoding: {
            x: x('x'),
            y: y('y'),
            tooltip: [
              { field: 'what', type: 'nominal', title: 'Point' },
              { field: 'setting', type: 'nominal', title: 'Setting' },
              { field: 'first', type: 'nominal', title: measureName(found.goals[0].measure, tables) },
              { field: 'second', type: 'nominal', title: measureName(found.goals[1].measure, tables) },
            ],
          },
        })),
      ...numbers(tables, drawn),
    ],
  };
}

/** The places along the front, beside their points: of many every second, third and so on, and the last. */
function numbers(
  tables: ReportTables,
  drawn: readonly { x: number; y: number; place: string }[],
): ChartSpec[] {
  const found = tables.study!.front!;
  const every = Math.ceil(drawn.length / MOST_NUMBERED);
  const numbered = drawn.filter((_, i) => i % every === 0 || i === drawn.length - 1);
  const radius = RADII[drawn.length > 9 ? 1 : 0];
  const [[left, right], [low, high]] = [goalDomain(found, 1), goalDomain(found, 0)];
  const pixels = placeLabels(
    numbered.map(({ x, y }) => ({
      x: ((x - left) / (right - left)) * FRONT_WIDTH,
      y: ((high - y) / (high - low)) * HEIGHT,
    })),
    { radius, width: FRONT_WIDTH, height: HEIGHT },
  ).map((label, i) => ({ ...label, place: numbered[i].place }));
  const atPixel = (field: string) => ({ field, type: 'quantitative', scale: null, axis: null });
  return [
    {
      data: { values: pixels },
      mark: { type: 'rule', color: colours.muted, strokeWidth: 0.8 },
      encoding: { x: atPixel('x'), y: atPixel('y'), x2: { field: 'labelX' }, y2: { field: 'labelY' } },
    },
    {
      data: { values: pixels },
      mark: {
        type: 'point',
        shape: 'circle',
        filled: true,
        fill: '#ffffff',
        stroke: colours.ink,
        strokeWidth: 1,
        opacity: 1,
        size: 3 * radius * radius,
      },
      encoding: { x: atPixel('labelX'), y: atPixel('labelY') },
    },
    {
      data: { values: pixels },
      mark: { type: 'text', fontSize: SMALL, baseline: 'middle' },
      encoding: { x: atPixel('labelX'), y: atPixel('labelY'), text: { field: 'place', type: 'nominal' } },
    },
  ];
}
