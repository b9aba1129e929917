/** The values that a parameter may take in a sample: all between two ends, or the whole numbers between them. */
export interface ParameterRange {
  lo: number;
  hi: number;
  whole: boolean;
}

/**
 * The value at a place from 0 to 1 in a range. Whole numbers have equal parts of the unit interval, the ends no smaller
 * ones, so that a uniform place makes each equally likely.
 */
export function valueAt(place: number, { lo, hi, whole }: ParameterRange): number {
  if (!whole) return place === 1 ? hi : lo + place * (hi - lo);
  const first = Math.ceil(lo);
  const last = Math.floor(hi);
  return Math.min(last, first + Math.floor(place * (last - first + 1)));
}

/** Where in its range a value lies, 0 at the lower end and 1 at the upper; 0 in a range of one value. */
export function placeOf(value: number, { lo, hi }: Pick<ParameterRange, 'lo' | 'hi'>): number {
  return hi > lo ? (value - lo) / (hi - lo) : 0;
}
