import * as z from 'zod';
import * as core from 'zod/v4/core';
import {
  type Bounds,
  describeBounds,
  requireSource,
  type SumOfOne,
  withDefault,
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
  const info = { kind: 'parameter', ...options } as const;
  if (options.default === undefined)
    return withInfo(new z.ZodNumber({ type: 'number', checks: checksOf(options) }), info);
  if (!withinBounds(options.default, options))
    throw new Error(
      `The default ${options.default} of parameter "${options.doc}" is not ${describeBounds(options)}.`,
    );
  const number = withInfo(new core.$ZodNumber({ type: 'number', checks: checksOf(options) }), info);
  return withDefault(number, options.default) as unknown as z.ZodDefault<z.ZodNumber>;
}

type Check = z.core.$ZodCheck<number>;

/** A scenario has a thousand numbers, and starting is mostly making their schemas: they share what is equal. */
const known = {
  gte: { make: z.gte, made: new Map<number, Check>() },
  lte: { make: z.lte, made: new Map<number, Check>() },
  gt: { make: z.gt, made: new Map<number, Check>() },
  lt: { make: z.lt, made: new Map<number, Check>() },
};
const whole = z.int();

function checksOf({ min, max, above, below, integer }: Bounds): Check[] {
  const checks: Check[] = [];
  if (min !== undefined) checks.push(shared('gte', min));
  if (max !== undefined) checks.push(shared('lte', max));
  if (above !== undefined) checks.push(shared('gt', above));
  if (below !== undefined) checks.push(shared('lt', below));
  if (integer) checks.push(whole);
  return checks;
}

function shared(kind: keyof typeof known, bound: number): Check {
  const { make, made } = known[kind];
  const check = made.get(bound) ?? make(bound);
  made.set(bound, check);
  return check;
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
