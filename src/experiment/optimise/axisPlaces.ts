import { placeOf, valueAt } from '../sampling/index.ts';
import type { Axis } from '../sweep/axis.ts';

/** So many steps, or up to ten times as many, are told apart in a range: finer is luck, and nobody sets such a price. */
const LEAST_STEPS = 500;

/** Whether the values of an axis have no order: texts. */
export const isUnordered = ({ values }: Axis): boolean =>
  values?.some((value) => typeof value === 'string') ?? false;

/** The value at a place from 0 to 1: of a range a round number, or its end. */
export function axisValue({ values, range }: Axis, place: number): number | string {
  if (values) return values[valueAt(place, { lo: 0, hi: values.length - 1, whole: true })];
  const { lo, hi, whole } = range!;
  const value = valueAt(place, range!);
  if (whole) return value;
  const step = stepOf(hi - lo);
  // 12 digits leave out what is left of a tenth that is no binary fraction.
  const round = Number((Math.round(value / step) * step).toPrecision(12));
  return Math.min(hi, Math.max(lo, round));
}

/** A power of ten that goes at least {@link LEAST_STEPS} times into a width. */
function stepOf(width: number): number {
  let step = 1;
  while (step * LEAST_STEPS > width) step /= 10;
  while (step * 10 * LEAST_STEPS <= width) step *= 10;
  return step;
}

/** The place of a value; undefined where it lies outside the axis. Of listed values and whole numbers the middle of its part. */
export function axisPlace({ values, range }: Axis, value: number | string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (values) {
    const at = values.indexOf(value);
    return at < 0 ? undefined : (at + 0.5) / values.length;
  }
  const { lo, hi, whole } = range!;
  if (typeof value !== 'number' || value < lo || value > hi) return undefined;
  if (!whole) return placeOf(value, { lo, hi });
  const first = Math.ceil(lo);
  return (value - first + 0.5) / (Math.floor(hi) - first + 1);
}
