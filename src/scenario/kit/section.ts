import * as z from 'zod';
import { namePattern, withInfo } from './fields.ts';
import { nearestName } from './nearest.ts';
import { stripStated } from './stated.ts';
import { literalOf } from './walk.ts';

/** A part of the file with fixed keys. Unknown keys are errors; an absent section becomes its defaults. */
export function section<T extends z.ZodRawShape>(
  shape: T,
  options: { doc: string },
): z.ZodPrefault<z.ZodObject<T, z.core.$strict>> {
  return entry(shape, options).prefault({} as never);
}

/** A part of the file with fixed keys and no default: for values of named maps and for the options of `kinds`. */
export function entry<T extends z.ZodRawShape>(
  shape: T,
  options: { doc: string },
): z.ZodObject<T, z.core.$strict> {
  const schema = new z.ZodObject({ type: 'object', shape, catchall: otherKeys });
  return withInfo(schema as unknown as z.ZodObject<T, z.core.$strict>, { kind: 'section', ...options });
}

/** What other keys of a strict object may hold: nothing. Shared, where `z.strictObject` makes one for each. */
const otherKeys = z.never();

/**
 * One of several entries, told apart by the word under `key`, which each option holds as a `z.literal`. An entry of an
 * unknown kind is told the nearest known one; `noun` says of what.
 */
export function kinds<const K extends string, const O extends readonly [z.ZodObject, ...z.ZodObject[]]>(
  key: K,
  options: O,
  { noun, doc }: { noun: string; doc: string },
): z.ZodDiscriminatedUnion<O, K> {
  const known = options.map(({ shape }) => String(literalOf(shape[key] as z.ZodType)));
  return z
    .discriminatedUnion(key, options as never, {
      error: ({ code, input }) =>
        code === 'invalid_union'
          ? unknownKind(noun, (input as Record<string, unknown> | undefined)?.[key], known)
          : undefined,
    })
    .meta({ description: doc }) as never;
}

/** The schemas of kinds that have one each, in their order. */
export const schemasOf = <const T extends readonly { schema: z.ZodObject }[]>(all: T) =>
  all.map(({ schema }) => schema) as { [I in keyof T]: T[I]['schema'] };

function unknownKind(noun: string, found: unknown, known: readonly string[]): string {
  const nearest = typeof found === 'string' ? nearestName(found, known) : undefined;
  const problem = found === undefined ? 'the kind is missing' : `no ${noun} is of kind "${String(found)}"`;
  return `${problem}: ${nearest ? `did you mean ${nearest}? ` : ''}known are ${known.join(', ')}`;
}

/** Shared by all maps: a scenario has many, and each schema takes its time to make. */
const ownName = z.string().regex(namePattern);

/**
 * A map from the scenario's own names (`[a-z][A-Za-z0-9]*`) to values. Without a default it is empty when absent.
 * Numbers of the default may be written `{ value, source }`; those that are not take `source`.
 */
export function namedMap<T extends z.ZodType>(
  value: T,
  options: { doc: string; default?: Record<string, unknown>; source?: string },
): z.ZodPrefault<z.ZodRecord<z.ZodString, T>> {
  const schema = withInfo(z.record(ownName, value), { kind: 'namedMap', ...options });
  return schema.prefault((stripStated(options.default ?? {}) ?? {}) as never);
}
