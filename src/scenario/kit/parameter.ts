import * as z from 'zod';
import {
  type Bounds,
  describeBounds,
  requireSource,
  type SumOfOne,
  withInfo,
  withinBounds,
} from './fields.ts';

/** What a number in a scenario file is. A default needs its source. */
export interface ParameterOptions extends Bounds {
  doc: string;
  unit?: string;
  default?: number;
  source?: string;
  /** Values that sweeps and sensitivity analyses try when the file gives no range. */
  range?: [number, number];
  /** Of a duration in weeks: it becomes a whole number of steps, so that fractions need steps shorter than a week. */
  wholeSteps?: boolean;
  /** In a named map, or in each of its entries: that they sum to 1. */
  sumsToOne?: SumOfOne;
}

/**
 * A finite number in a scenario file, which may also be written `{ value, source, range, note }`.
 * Without a default the number is required. Throws when a default has no source or breaks its own bounds.
 */
export function parameter(options: ParameterOptions & { default: number }): z.ZodDefault<z.ZodNumber>;
export function parameter(options: ParameterOptions & { default?: undefined }): z.ZodNumber;
export function parameter(options: ParameterOptions): z.ZodDefault<z.ZodNumber> | z.ZodNumber {
  requireSource('parameter', options);
  const described = withInfo(boundedNumber(options), { kind: 'parameter', ...options });
  if (options.default === undefined) return described;
  if (!withinBounds(options.default, options))
    throw new Error(
      `The default ${options.default} of parameter "${options.doc}" is not ${describeBounds(options)}.`,
    );
  return described.default(options.default);
}

/** Made at once with all its checks: `.min()` and the like make a copy each, and a scenario has a thousand numbers. */
function boundedNumber({ min, max, above, below, integer }: Bounds): z.ZodNumber {
  const checks: z.core.$ZodCheck<number>[] = [];
  if (min !== undefined) checks.push(z.gte(min));
  if (max !== undefined) checks.push(z.lte(max));
  if (above !== undefined) checks.push(z.gt(above));
  if (below !== undefined) checks.push(z.lt(below));
  if (integer) checks.push(z.int());
  return new z.ZodNumber({ type: 'number', checks });
}

/** A parameter between 0 and 1. */
export function share(
  options: Omit<ParameterOptions, 'min' | 'max'> & { default: number },
): z.ZodDefault<z.ZodNumber>;
export function share(options: Omit<ParameterOptions, 'min' | 'max'> & { default?: undefined }): z.ZodNumber;
export function share(
  options: Omit<ParameterOptions, 'min' | 'max'>,
): z.ZodDefault<z.ZodNumber> | z.ZodNumber {
  return parameter({ ...options, min: 0, max: 1 } as ParameterOptions & { default: number });
}
