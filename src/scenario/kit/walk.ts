import type { z } from 'zod';
import { type FieldInfo, ownInfo } from './fields.ts';

type AnySchema = z.core.$ZodType;

/** The inside of a zod schema, as far as the walk reads it. */
interface Definition {
  type: string;
  innerType?: AnySchema;
  in?: AnySchema;
  getter?: () => AnySchema;
  defaultValue?: unknown;
  shape?: Record<string, AnySchema>;
  valueType?: AnySchema;
  element?: AnySchema;
  options?: readonly AnySchema[];
  discriminator?: string;
  values?: readonly unknown[];
  entries?: Record<string, string>;
  checks?: readonly unknown[];
}

/** A schema without its wrappers: what is inside, what the kit knows of it, and what an absent value becomes. */
export interface Unwrapped {
  schema: AnySchema;
  definition: Definition;
  info?: FieldInfo;
  /** Present when an absent value is filled; the value as it would be written in a file. */
  absent?: { value: unknown };
  optional: boolean;
}

function definitionOf(schema: AnySchema): Definition {
  return schema._zod.def as unknown as Definition;
}

const unwrapped = new WeakMap<AnySchema, Unwrapped>();

/** Takes defaults, optional marks and transforms off a schema; done once a schema, since loading asks often. */
export function unwrap(schema: AnySchema): Unwrapped {
  let result = unwrapped.get(schema);
  if (!result) {
    result = peel(schema);
    unwrapped.set(schema, result);
  }
  return result;
}

function peel(outer: AnySchema): Unwrapped {
  let schema = outer;
  let absent: { value: unknown } | undefined;
  let optional = false;
  for (;;) {
    const definition = definitionOf(schema);
    const info = ownInfo(schema);
    const leaf = info?.kind === 'formula' || info?.kind === 'distribution';
    if (definition.type === 'default' || definition.type === 'prefault')
      absent ??= { value: definition.defaultValue };
    if (definition.type === 'optional') optional = true;
    const inner = leaf ? undefined : (definition.innerType ?? definition.in ?? definition.getter?.());
    if (!inner) {
      // A default map keeps the sources of its numbers only in the form that it was written in.
      if (absent && info?.kind === 'namedMap' && info.default !== undefined) absent = { value: info.default };
      return { schema, definition, info, absent, optional };
    }
    schema = inner;
  }
}

/** The single word that a schema allows, or undefined. */
export function literalOf(schema: AnySchema): unknown {
  const { definition } = unwrap(schema);
  return definition.type === 'literal' && definition.values?.length === 1 ? definition.values[0] : undefined;
}

/** What is known of a value before it is parsed. */
export type OptionHint =
  | { kind: 'map'; keys: readonly string[]; word: (key: string) => unknown }
  | { kind: 'scalar' }
  | { kind: 'list' };

/** The option of a union that a value is meant for: by its discriminator, else the first of fitting shape. */
export function chooseOption(union: Definition, value: OptionHint): AnySchema | undefined {
  const options = union.options ?? [];
  const { discriminator } = union;
  if (discriminator !== undefined) {
    if (value.kind !== 'map') return undefined;
    const word = value.word(discriminator);
    return options.find((option) => {
      const field = unwrap(option).definition.shape?.[discriminator];
      if (!field) return false;
      const { values, entries } = unwrap(field).definition;
      return values?.includes(word) || Object.values(entries ?? {}).includes(word as string);
    });
  }
  const shapes = options.map((option) => ({ option, ...unwrap(option) }));
  if (value.kind === 'list') return shapes.find(({ definition }) => definition.type === 'array')?.option;
  if (value.kind === 'scalar') return shapes.find(({ info }) => info && info.kind !== 'section')?.option;
  return (
    shapes.find(
      ({ definition }) => definition.shape && value.keys.every((key) => key in definition.shape!),
    ) ?? shapes.find(({ definition, info }) => definition.type === 'record' || info?.kind === 'distribution')
  )?.option;
}

/** One field of a schema with its path; `*` stands for a name of the scenario's own, `[kind]` for a kind of entry. */
export interface ListedField {
  path: string;
  info: FieldInfo;
  required: boolean;
}

/** All fields that the kit knows below a schema, in the order of writing: the source of reference pages. */
export function listFields(schema: AnySchema, path = ''): ListedField[] {
  const { definition, info, absent, optional } = unwrap(schema);
  const fields: ListedField[] = info && path ? [{ path, info, required: !absent && !optional }] : [];
  const below = (name: string) => (path ? `${path}.${name}` : name);
  if (definition.shape)
    for (const [key, field] of Object.entries(definition.shape))
      fields.push(...listFields(field, below(key)));
  else if (definition.type === 'record' && definition.valueType)
    fields.push(...listFields(definition.valueType, below('*')));
  else if (definition.type === 'array' && definition.element)
    fields.push(...listFields(definition.element, `${path}[]`));
  else if (definition.options && !info)
    for (const option of definition.options) {
      const { discriminator } = definition;
      const field = discriminator && unwrap(option).definition.shape?.[discriminator];
      fields.push(...listFields(option, field ? `${path}[${String(literalOf(field) ?? '')}]` : path));
    }
  return fields;
}
