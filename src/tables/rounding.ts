/**
 * Whether a difference of a measure, or the end of its interval, is too small to be told: less than a millionth of the measure’s
 * unit, which is the finest that results are written in, or than a billionth of the value that it is a difference of, which is
 * what is left of rounding in sums. However often it comes, it is no effect.
 */
export const isRounding = (difference: number, size = 0): boolean =>
  Math.abs(difference) < Math.max(1e-6, 1e-9 * Math.abs(size));
