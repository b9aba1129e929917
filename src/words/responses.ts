import { weightedQuantile } from '../statistics/quantile.ts';
import { measureKey } from '../tables/rows.ts';
import type { PointRow, StudyFindings } from '../tables/study.ts';

/** One place of a response curve: a value of the parameter, or the mean of those that were put together. */
export interface Response {
  x: number | string;
  mean: number;
  lo: number | null;
  hi: number | null;
  /** Points that it rests on. */
  points: number;
}

export interface ResponseCurve {
  responses: Response[];
  /** `interval`: a place is one point, and its band the 95% interval of luck. `settings`: the band shows other settings. */
  band: 'interval' | 'settings';
}

/** Into how many places sampled values of a parameter are put together: some points to each, and at most so many. */
const POINTS_A_PLACE = 6;
const MOST_PLACES = 8;
const LEAST_PLACES = 3;
/** Values that are shown each by itself. */
const MOST_VALUES = 16;
/** With fewer points a band goes from the smallest to the largest. */
const ENOUGH_FOR_TENTHS = 10;

/** How a measure of one design answers to one parameter, the others as they were at each point. */
export function responseCurve(
  study: StudyFindings,
  path: string,
  design: string,
  key: string,
): ResponseCurve {
  const rows = rowsAt(study, design, key);
  const found = study.points.flatMap(({ id, settings }) => {
    const row = rows.get(id);
    return row === undefined || row.mean === null || settings[path] === undefined
      ? []
      : [{ x: settings[path], row }];
  });
  const places = placesOf(found);
  const alone = places.every(({ rows: some }) => some.length === 1);
  return {
    band: alone ? 'interval' : 'settings',
    responses: places.map(({ x, rows: some }) => {
      const means = some.map(({ mean }) => mean!).sort((a, b) => a - b);
      const [lo, hi] = alone ? [some[0].lo, some[0].hi] : bandOf(means);
      return {
        x,
        mean: means.reduce((sum, one) => sum + one, 0) / means.length,
        lo,
        hi,
        points: some.length,
      };
    }),
  };
}

/** The rows of one measure of one design, by point. */
export function rowsAt(study: StudyFindings, design: string, key: string): Map<number, PointRow> {
  return new Map(
    study.rows
      .filter((row) => row.design === design && measureKey(row.measure, row.slice) === key)
      .map((row) => [row.point, row]),
  );
}

function bandOf(sorted: readonly number[]): [number, number] {
  if (sorted.length < ENOUGH_FOR_TENTHS) return [sorted[0], sorted[sorted.length - 1]];
  return [weightedQuantile(sorted, undefined, 0.1)!, weightedQuantile(sorted, undefined, 0.9)!];
}

interface Found {
  x: number | string;
  row: PointRow;
}

/** Texts in order of appearance, numbers in order; sampled numbers are put together in places of as many points each. */
function placesOf(found: readonly Found[]): { x: number | string; rows: PointRow[] }[] {
  const byValue = new Map<number | string, PointRow[]>();
  for (const { x, row } of found) byValue.set(x, [...(byValue.get(x) ?? []), row]);
  const values = [...byValue].map(([x, rows]) => ({ x, rows }));
  if (values.some(({ x }) => typeof x === 'string')) return values;
  values.sort((a, b) => Number(a.x) - Number(b.x));
  if (values.length <= MOST_VALUES) return values;
  const ordered = values.flatMap(({ x, rows }) => rows.map((row) => ({ x: Number(x), row })));
  const wanted = Math.floor(ordered.length / POINTS_A_PLACE);
  const count = Math.min(MOST_PLACES, Math.max(LEAST_PLACES, wanted));
  return Array.from({ length: count }, (_, place) => {
    const some = ordered.slice(
      Math.floor((place * ordered.length) / count),
      Math.floor(((place + 1) * ordered.length) / count),
    );
    return {
      x: some.reduce((sum, { x }) => sum + x, 0) / some.length,
      rows: some.map(({ row }) => row),
    };
  });
}
