import * as z from 'zod';

// zod speeds itself up with code generated at run time, which a strict content policy forbids.
z.config({ jitless: true });

/** Who may read which facts: each context of formulas has its own list of variables. */
export type FormulaContext = 'hazard' | 'belief' | 'appeal' | 'price' | 'rule' | 'measure';

/** The bounds of a number: `min` and `max` belong to the allowed values, `above` and `below` do not. */
export interface Bounds {
  min?: number;
  max?: number;
  above?: number;
  below?: number;
  integer?: boolean;
}

/** That a number and those of the other entries of its named map must sum to 1. */
export interface SumOfOne {
  /** What these numbers are, in the plural, for messages: "shares of groups". */
  what: string;
  /** The field of the same entry that stands in where the number is left out; 0 without one. */
  absent?: string;
}

/** What the kit knows of one field of a scenario file, beside its zod schema. */
export interface FieldInfo extends Bounds {
  kind: 'parameter' | 'text' | 'flag' | 'choice' | 'formula' | 'distribution' | 'section' | 'namedMap';
  /** What the field means, for docs, editors and error messages. */
  doc: string;
  unit?: string;
  /** The value of an absent field, as it would be written in a file. */
  default?: unknown;
  /** Where the default comes from: a document, or "assumed". */
  source?: string;
  /** The values that sweeps and sensitivity analyses try when the file gives no range. */
  range?: [number, number];
  /** Of a duration in weeks: it becomes a whole number of steps, so that fractions need steps shorter than a week. */
  wholeSteps?: boolean;
  /** Of a number in a named map, or in each of its entries: that they sum to 1, so that one alone cannot be varied. */
  sumsToOne?: SumOfOne;
  /** Of a formula: whose facts it may read. */
  context?: FormulaContext;
  /** Of a choice: the allowed values. */
  values?: readonly string[];
}

const registry = z.registry<FieldInfo>();

/** Names of things in a scenario file: groups, stages, instruments, designs. */
export const namePattern = /^[a-z][A-Za-z0-9]*$/;

/** Attaches what the kit knows to a schema made for it; copies made by `.describe()` and the like keep it. */
export function withInfo<T extends z.core.$ZodType>(schema: T, info: FieldInfo): T {
  z.globalRegistry.add(schema, { description: describeField(info) });
  registry.add(schema, info);
  return schema;
}

/**
 * A field with a default. What is inside is only parsed, and may be one of the bare schemas of zod's core, which are
 * made in a third of the time for having no methods.
 */
export function withDefault<T extends z.core.$ZodType>(
  innerType: T,
  defaultValue: string | number | boolean,
): z.ZodDefault<T & z.core.SomeType> {
  return new z.ZodDefault({ type: 'default', innerType, defaultValue }) as never;
}

/** The field information attached to exactly this schema, if any (wrappers such as defaults have none). */
export function ownInfo(schema: z.core.$ZodType): FieldInfo | undefined {
  return registry.get(schema) as FieldInfo | undefined;
}

/** The doc text with its unit, as printed in JSON Schema and docs. */
export function describeField(info: FieldInfo): string {
  return info.unit ? `${info.doc} (${info.unit})` : info.doc;
}

/** The allowed values in words: "a whole number, at least 0, below 1 (hours a week)". */
export function describeBounds(info: Bounds & { unit?: string }): string {
  const limits = [
    info.min === undefined ? undefined : `at least ${info.min}`,
    info.above === undefined ? undefined : `above ${info.above}`,
    info.max === undefined ? undefined : `at most ${info.max}`,
    info.below === undefined ? undefined : `below ${info.below}`,
  ].filter((limit) => limit !== undefined);
  const noun = info.integer ? 'a whole number' : 'a number';
  return `${[noun, ...limits].join(', ')}${info.unit ? ` (${info.unit})` : ''}`;
}

/** Whether a number keeps the bounds. */
export function withinBounds(value: number, bounds: Bounds): boolean {
  return (
    Number.isFinite(value) &&
    (bounds.min === undefined || value >= bounds.min) &&
    (bounds.max === undefined || value <= bounds.max) &&
    (bounds.above === undefined || value > bounds.above) &&
    (bounds.below === undefined || value < bounds.below) &&
    (!bounds.integer || Number.isInteger(value))
  );
}

/** Stops the programmer, not the user: a default that nobody can trace is a mistake in the schema. */
export function requireSource(
  what: string,
  options: { doc: string; default?: unknown; source?: string },
): void {
  if (options.default !== undefined && !options.source?.trim())
    throw new Error(`The default of ${what} "${options.doc}" needs a source: a document, or "assumed".`);
}
