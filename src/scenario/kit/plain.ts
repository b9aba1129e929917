import * as z from 'zod';
import { requireSource, withInfo } from './fields.ts';

/** A line of text for readers: titles, notes. It changes no number, so its default needs no source. */
export function text(options: { doc: string; default: string }): z.ZodDefault<z.ZodString>;
export function text(options: { doc: string; default?: undefined }): z.ZodString;
export function text(options: { doc: string; default?: string }): z.ZodDefault<z.ZodString> | z.ZodString {
  const schema = withInfo(z.string(), { kind: 'text', ...options });
  return options.default === undefined ? schema : schema.default(options.default);
}

/** A switch, `true` or `false`, always with a default and its source. */
export function flag(options: { doc: string; default: boolean; source: string }): z.ZodDefault<z.ZodBoolean> {
  requireSource('flag', options);
  return withInfo(z.boolean(), { kind: 'flag', ...options }).default(options.default);
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
  const schema = withInfo(z.enum(values) as unknown as z.ZodType<V[number], V[number]>, {
    kind: 'choice',
    values,
    ...options,
  });
  if (options.default === undefined) return schema;
  if (!values.includes(options.default))
    throw new Error(`The default "${options.default}" of choice "${options.doc}" is not one of its values.`);
  return schema.default(options.default as never) as never;
}
