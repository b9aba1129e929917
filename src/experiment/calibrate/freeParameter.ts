import { placeOf } from '../sampling/index.ts';

/** A parameter that is fitted, with the ends between which it may lie. */
export interface FreeParameter {
  path: string;
  /** Further parameters that take the same value. */
  along: string[];
  stated: number;
  lo: number;
  hi: number;
  /** The values lie so far apart: 1 of whole numbers, else about a ten-thousandth of the range. */
  grain: number;
}

/** So fine that the grain of values is nothing beside luck, so coarse that nobody has to type sixteen digits. */
export const grainOf = (lo: number, hi: number, whole: boolean): number =>
  whole ? 1 : 10 ** (Math.floor(Math.log10(hi - lo)) - 4);

/** The value at a place from 0 to 1 in the range: the nearest of its grain, the stated value and the ends as they are. */
export function settledValue({ stated, lo, hi, grain }: FreeParameter, place: number): number {
  const exact = lo + place * (hi - lo);
  if (place <= 0 || exact <= lo) return lo;
  if (place >= 1 || exact >= hi) return hi;
  if (Math.abs(exact - stated) < grain / 4) return stated;
  const digits = Math.max(0, Math.round(-Math.log10(grain)));
  const value = Number((Math.round(exact / grain) * grain).toFixed(digits));
  return Math.min(hi, Math.max(lo, value));
}

/** A place, moved to where its values really lie. */
export const settledPlace = (parameters: readonly FreeParameter[], place: readonly number[]): number[] =>
  parameters.map((one, k) => placeOf(settledValue(one, place[k]), one));
