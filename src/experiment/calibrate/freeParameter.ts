import { placeOf } from '../sampling/index.ts';

/** A parameter that is fitted, with the ends between which it may lie. */
export interface FreeParameter {
  path: string;
  /** Further parameters that take the same value. */
  along: string[];
  stated: number;
  lo: number;
  hi: number;
  /** Decimals of its values: none of whole numbers, else some ten thousand values between the ends. */
  decimals: number;
}

const VALUES = 10_000;
const MOST_DECIMALS = 15;

/** So many decimals that their grain is nothing beside luck, so few that nobody has to type sixteen digits. */
export function decimalsOf(lo: number, hi: number, whole: boolean): number {
  let decimals = 0;
  for (let values = hi - lo; !whole && values < VALUES && decimals < MOST_DECIMALS; values *= 10) decimals++;
  return decimals;
}

/** The value at a place from 0 to 1 in the range, with its decimals; the stated value and the ends as they are. */
export function settledValue({ stated, lo, hi, decimals }: FreeParameter, place: number): number {
  const exact = lo + place * (hi - lo);
  if (place <= 0 || exact <= lo) return lo;
  if (place >= 1 || exact >= hi) return hi;
  // Where the search begins nothing is rounded, so that the first point is the file as it stands.
  if (placeOf(stated, { lo, hi }) === place) return stated;
  return Math.min(hi, Math.max(lo, Number(exact.toFixed(decimals))));
}

/** A place, moved to where its values really lie. */
export const settledPlace = (parameters: readonly FreeParameter[], place: readonly number[]): number[] =>
  parameters.map((one, k) => placeOf(settledValue(one, place[k]), one));
