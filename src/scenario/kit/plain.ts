import * as z from 'zod';
import * as core from 'zod/v4/core';
import { requireSource, withDefault, withInfo } from './fields.ts';

/** A line of text for readers: titles, notes. It changes no number, so its default needs no source. */
export function text(options: { doc: string; default: string }): z.ZodDefault<z.ZodString>;
export function text(options: { doc: string; default?: undefined }): z.ZodString;
export function text(options: { doc: string; default?: string }): z.ZodDefault<z.ZodString> | z.ZodString {
  const info = { kind: 'text', ...options } as const;
  if (options.default === undefined) return withInfo(z.string(), info);
  return withDefault(withInfo(new core.$ZodString({ type: 'string' }), info), options.default) as never;
}

/** A switch, `true` or `false`, always with a default and its source. */
export function flag(options: { doc: string; default: boolean; source: string }): z.ZodDefault<z.ZodBoolean> {
  requireSource('flag', options);
  const schema = withInfo(new core.$ZodBoolean({ type: 'boolean' }), { kind: 'flag', ...options });
  return withDefault(schema, options.default) as never;
}

/** One of a few words. Required when it has no default. */
export function choice<const V extends readonly [string, ...string[]]>(
  values: V,
  options: { doc: string; default: V[number]; source?: string },
): z.ZodDefault<z.ZodType<V[number], V[number]>>;
export function choice<const V extends readonly [string, ...string[]]>(
  values: V,
  options: { doc: string; default?: undefined; source?: string },
): z.ZodType<V[number], V[number]>;
export function choice<const V extends readonly [string, ...string[]]>(
  values: V,
  options: { doc: string; default?: V[number]; source?: string },
): z.ZodType<V[number]> {
  const info = { kind: 'choice', values, ...options } as const;
  if (options.default === undefined)
    return withInfo(z.enum(values) as unknown as z.ZodType<V[number], V[number]>, info);
  if (!values.includes(options.default))
    throw new Error(`The default "${options.default}" of choice "${options.doc}" is not one of its values.`);
  const entries = Object.fromEntries(values.map((value) => [value, value]));
  return withDefault(withInfo(new core.$ZodEnum({ type: 'enum', entries }), info), options.default) as never;
}
