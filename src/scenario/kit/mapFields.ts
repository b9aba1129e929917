import type { FieldInfo } from './fields.ts';
import { chooseOption, unwrap } from './walk.ts';

type AnySchema = Parameters<typeof unwrap>[0];
type Plain = Record<string, unknown>;

/**
 * A copy of a resolved value of a schema in which every field that the kit knows (parameter, formula, distribution …)
 * is what `change` makes of it. Absent values stay absent; the value given is not touched.
 */
export function mapFields<T>(
  schema: AnySchema,
  value: T,
  change: (info: FieldInfo, value: unknown, path: readonly string[]) => unknown,
  path: readonly string[] = [],
): T {
  if (value === undefined) return value;
  const { definition, info } = unwrap(schema);
  const each = (inside: AnySchema | undefined, key: string, inner: unknown): unknown =>
    inside === undefined ? inner : mapFields(inside, inner, change, [...path, key]);
  const entries = (schemaOf: (key: string) => AnySchema | undefined): T =>
    Object.fromEntries(
      Object.entries(value as Plain).map(([key, inner]) => [key, each(schemaOf(key), key, inner)]),
    ) as T;
  if (definition.shape) return entries((key) => definition.shape?.[key]);
  if (definition.type === 'record') return entries(() => definition.valueType);
  if (definition.type === 'array')
    return (value as unknown[]).map((inner, at) => each(definition.element, String(at), inner)) as T;
  if (info !== undefined) return change(info, value, path) as T;
  if (definition.options === undefined || typeof value !== 'object' || value === null) return value;
  const option = chooseOption(definition, {
    kind: 'map',
    keys: Object.keys(value),
    word: (key) => (value as Plain)[key],
  });
  return option === undefined ? value : mapFields(option, value, change, path);
}
