import type { MeasureDoc } from '../tables/measureDoc.ts';
import type { MeasureRow } from '../tables/rows.ts';
import type { ContrastFamily, MeasuredValues } from './contrast.ts';
import { valueRow } from './slices.ts';

const POINTS = 'contest.points';
const ROOM = 'contest.room';

const measures: MeasureDoc[] = [
  {
    id: POINTS,
    kind: 'contrast',
    unit: 'points of the contest',
    definition: 'Points by `measures.contest.points` for what a design changes against the base design.',
    formula:
      'Σ over terms of points · (design − base) / per, replicate by replicate; by `term` the part of each. The base design has 0.',
    reading: 'Above 0: better than the base by the weights that the scenario states.',
    caveat:
      'The weights are a judgement and no result. Other weights make another order: see the terms one by one, and who gains and who loses in them.',
    slices: ['term'],
    better: 'higher',
  },
  {
    id: ROOM,
    kind: 'contrast',
    unit: 'unit of the limited measure',
    definition: 'How far a design stays from a limit of `measures.contest.limits`.',
    formula: 'For a limit of at most: limit − value; of at least: value − limit.',
    reading: 'Below 0: the limit is broken.',
    caveat: 'A mean that keeps a limit may break it in single runs.',
    slices: ['limit'],
  },
];

/** What designs are worth by stated weights, and whether they keep stated limits. */
export const contest: ContrastFamily = {
  id: 'contest',
  measures,
  rows(own, base, { contest: { points, limits } }) {
    if (Object.keys(points).length === 0) return [];
    const terms = Object.entries(points).map(([name, { measure, per, points }]) =>
      row(POINTS, `term=${name}`, [own, base], measure, (value, from) => (points * (value - from)) / per),
    );
    const undefinedOne = terms.find(({ value }) => value === null);
    const whole: MeasureRow = undefinedOne
      ? { measure: POINTS, slice: '', value: null, why: undefinedOne.why }
      : valueRow(POINTS, '', sum(terms), 'too many points');
    const rooms = Object.entries(limits).map(([name, { measure, is, value: limit }]) =>
      row(ROOM, `limit=${name}`, [own], measure, (value) =>
        is === 'atMost' ? limit - value : value - limit,
      ),
    );
    return [whole, ...terms, ...rooms];
  },
};

const sum = (terms: readonly MeasureRow[]): number => terms.reduce((all, { value }) => all + value!, 0);

/** A number computed from one measure in several designs; undefined where it is so in one of them. */
function row(
  measure: string,
  slice: string,
  designs: readonly MeasuredValues[],
  key: string,
  of: (...values: number[]) => number,
): MeasureRow {
  const rows = designs.map((values) => values(key));
  const lacking = rows.find((one) => one?.value == null);
  if (rows.includes(undefined)) return { measure, slice, value: null, why: `${key} is not measured` };
  if (lacking) return { measure, slice, value: null, why: `${key} is undefined: ${lacking.why}` };
  const value = of(...rows.map((one) => one!.value!));
  // Without this a base without change could come out as −0.
  return valueRow(measure, slice, value === 0 ? 0 : value, `${key} is too large`);
}
