import { interval, Moments } from '../../statistics/index.ts';
import { parseMeasureKey } from '../../tables/rows.ts';
import type { PointRow } from '../../tables/study.ts';
import type { DesignValues } from './point.ts';

/**
 * The rows of one point: every kept measure of every design over its replicates, with the difference from the base
 * design paired by replicate. What is undefined in every replicate has a null mean; one replicate has no interval.
 */
export function pointRows(point: number, designs: Record<string, DesignValues>, base: string): PointRow[] {
  return Object.entries(designs).flatMap(([design, values]) =>
    Object.entries(values).map(([key, replicates]) => {
      const { measure, slice } = parseMeasureKey(key);
      const own = summarise(replicates);
      const baseValues = designs[base]?.[key];
      const paired =
        design === base || baseValues === undefined
          ? undefined
          : summarise(replicates.map((value, r) => minus(value, baseValues[r])));
      return {
        point,
        design,
        measure,
        slice,
        ...own,
        difference: paired?.mean ?? null,
        differenceLo: paired?.lo ?? null,
        differenceHi: paired?.hi ?? null,
      };
    }),
  );
}

/** Mean, standard deviation and 95% t interval of the values that are defined. */
export function summarise(
  values: readonly (number | null)[],
): Pick<PointRow, 'mean' | 'sd' | 'n' | 'lo' | 'hi'> {
  const moments = new Moments();
  for (const value of values) if (value !== null) moments.push(value);
  const ends = interval(moments);
  return {
    mean: moments.n === 0 ? null : moments.mean,
    sd: moments.n < 2 ? null : moments.sd,
    n: moments.n,
    lo: ends?.lo ?? null,
    hi: ends?.hi ?? null,
  };
}

const minus = (value: number | null, base: number | null): number | null =>
  value === null || base === null ? null : value - base;
