import type { FrontMember } from '../tables/front.ts';
import { goalFigure, settingOf } from '../words/front.ts';
import { goalValue } from '../words/frontTrade.ts';
import { measureBounds, within } from './bounds.ts';
import type { ChartSpec } from './chart.ts';
import { goalAxis } from './frontAxes.ts';
import { CHART_WIDTH, colours, SMALL } from './style.ts';
import type { ReportTables } from './tables.ts';
import { textWidth, wrapText } from './textWidth.ts';

const MOST_ROWS = 15;
const ROW = 24;
const LINE = 13;
/** A name may have as many lines as it takes. */
const NAME_ROOM = 260;

/** Of one goal: the best setting and those that luck cannot tell from it, a row each, the best first. */
export function frontRivals(tables: ReportTables): { reading: string; intervals: string; view: ChartSpec } {
  const front = tables.study!.front!;
  const { measure, better } = front.goals[0];
  const sign = better === 'lower' ? 1 : -1;
  const shown = [...front.members]
    .filter(({ standing }) => standing.is !== 'unknown')
    .sort((a, b) => sign * (goalValue(front, a, 0) - goalValue(front, b, 0)))
    .slice(0, MOST_ROWS);
  const rows = [
    ...shown.map((one) =>
      row(tables, one, `${settingOf(tables, one)}${one.standing.is === 'breaks' ? ' (breaks a limit)' : ''}`),
    ),
    row(tables, front.file, 'The scenario as it stands'),
  ];
  const lines = rows.map(({ name }, i) => wrapText(`${i + 1}. ${name}`, NAME_ROOM, SMALL));
  const labels = lines.map((some) => some.join('\n'));
  const room = Math.max(...lines.flat().map((line) => textWidth(line, SMALL)));
  const rowHeight = Math.max(ROW, Math.max(...lines.map(({ length }) => length)) * LINE + 6);
  const possible = measureBounds(measure);
  const values = rows.map((one, i) => ({
    ...one,
    row: labels[i],
    lo: within(one.lo, possible),
    hi: within(one.hi, possible),
  }));
  const y = {
    field: 'row',
    type: 'nominal',
    sort: labels,
    title: null,
    axis: {
      labelExpr: "split(datum.label, '\\n')",
      labelLimit: 0,
      labelLineHeight: LINE,
      ticks: false,
      domain: false,
      grid: true,
    },
  };
  const x = (field: string) => ({ field, type: 'quantitative', ...goalAxis(tables, 0, CHART_WIDTH - room) });
  return {
    reading: front.check.done
      ? 'Full: in other luck than that of the search. Hollow: in the luck of the search.'
      : 'In the luck that it was chosen by, which flatters the first.',
    intervals: 'Lines: 95% intervals of the mean.',
    view: {
      width: Math.floor(CHART_WIDTH - room - 30),
      height: rows.length * rowHeight,
      data: { values },
      layer: [
        {
          transform: [{ filter: 'isValid(datum.lo) && isValid(datum.hi)' }],
          mark: { type: 'rule', color: colours.blue, strokeWidth: 2 },
          encoding: { y, x: x('lo'), x2: { field: 'hi' } },
        },
        {
          transform: [{ filter: 'isValid(datum.search)' }],
          mark: { type: 'point', filled: false, size: 55, color: colours.ink, opacity: 1 },
          encoding: { y, x: x('search') },
        },
        {
          transform: [{ filter: 'isValid(datum.mean)' }],
          mark: { type: 'point', filled: true, size: 60, color: colours.blue, opacity: 1 },
          encoding: {
            y,
            x: x('mean'),
            tooltip: [
              { field: 'name', type: 'nominal', title: 'Setting' },
              { field: 'figure', type: 'nominal', title: 'Mean' },
            ],
          },
        },
      ],
    },
  };
}

function row(tables: ReportTables, one: Pick<FrontMember, 'goals'>, name: string) {
  const front = tables.study!.front!;
  const { search, mean, lo, hi } = one.goals[0];
  return { name, search, mean, lo, hi, figure: goalFigure(tables, front, one, 0) };
}
