import type { VariedParameter } from '../tables/study.ts';
import { sentenceCase } from '../words/format.ts';
import { onFront } from '../words/frontTrade.ts';
import { parameterNames, parameterValue } from '../words/parameters.ts';
import type { ChartSpec } from './chart.ts';
import { AXIS_ROOM, drawnPoint, FRONT_WIDTH, goalDomain } from './frontAxes.ts';
import { panelTitle } from './panels.ts';
import { colours } from './style.ts';
import type { ReportTables } from './tables.ts';

/** Parameters that fit below the front. */
const MOST_PARAMETERS = 6;
const HEIGHT = 56;

/** A strip for each parameter, level with the front above: what each place of it sets, and what the file has. */
export function frontParameters(tables: ReportTables): ChartSpec[] {
  const { varied, front } = tables.study!;
  if (onFront(front!).length === 0) return [];
  return varied.slice(0, MOST_PARAMETERS).map((parameter) => strip(tables, parameter));
}

function strip(
  tables: ReportTables,
  { path, from, to, values: listed, stated, unit }: VariedParameter,
): ChartSpec {
  const { varied, front } = tables.study!;
  const isNumber = from !== undefined && to !== undefined;
  const values = onFront(front!).flatMap((one) => {
    const value = one.settings[path];
    if (value === undefined) return [];
    const { x } = drawnPoint(front!, one);
    return [
      { x, value: isNumber ? value : String(value), place: String(one.place), text: parameterValue(value) },
    ];
  });
  const y = isNumber
    ? {
        type: 'quantitative',
        scale: { domain: [from, to], nice: false, zero: false },
        axis: { tickCount: 3, minExtent: AXIS_ROOM, maxExtent: AXIS_ROOM, labelOverlap: true },
      }
    : {
        type: 'nominal',
        scale: { domain: (listed ?? []).map(String) },
        axis: { minExtent: AXIS_ROOM, maxExtent: AXIS_ROOM, labelLimit: AXIS_ROOM },
      };
  const x = {
    type: 'quantitative',
    scale: { domain: goalDomain(front!, 1), nice: false, zero: false },
    axis: { labels: false, ticks: false, title: null, tickCount: 6 },
  };
  const own = isNumber ? typeof stated === 'number' && stated >= from && stated <= to : stated !== undefined;
  const name = parameterNames(varied).get(path)!;
  const inUnit = unit === 'money' ? tables.manifest.currency : unit;
  const named = !inUnit || name.endsWith(` ${inUnit}`) ? name : `${name}, ${inUnit}`;
  return {
    title: panelTitle([sentenceCase(named)]),
    width: FRONT_WIDTH,
    height: isNumber ? HEIGHT : 20 * (listed?.length ?? 1),
    layer: [
      ...(own
        ? [
            {
              data: { values: [{ value: isNumber ? stated : String(stated) }] },
              mark: { type: 'rule', color: colours.vermilion, strokeDash: [4, 4] },
              encoding: { y: { field: 'value', ...y, title: null } },
            },
          ]
        : []),
      {
        data: { values },
        mark: { type: 'line', color: colours.sky, strokeWidth: 1.5 },
        encoding: {
          x: { field: 'x', ...x },
          y: { field: 'value', ...y, title: null },
          order: { field: 'x', type: 'quantitative' },
        },
      },
      {
        data: { values },
        mark: { type: 'point', filled: true, size: 36, opacity: 1, color: colours.blue },
        encoding: {
          x: { field: 'x', ...x },
          y: { field: 'value', ...y, title: null },
          tooltip: [
            { field: 'place', type: 'nominal', title: 'Place' },
            { field: 'text', type: 'nominal', title: sentenceCase(name) },
          ],
        },
      },
    ],
  };
}
