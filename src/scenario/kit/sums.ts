import type { SumOfOne } from './fields.ts';
import { chooseOption, type Unwrapped, unwrap } from './walk.ts';

type AnySchema = Parameters<typeof unwrap>[0];
type Plain = Record<string, unknown>;

/** Numbers of a named map that must sum to 1, one an entry: those of `clients.groups.<name>.share`, for example. */
export interface SharesInSum {
  /** The map's path. */
  map: readonly string[];
  /** What they are, in the plural: "shares of groups". */
  what: string;
  /** In the order of the map. A share that is left out counts as what stands in for it. */
  shares: { name: string; path: readonly string[]; value: number }[];
}

/**
 * All sets of numbers of a resolved value that must sum to 1, as the schema marks them (`sumsToOne`): maps of such
 * numbers, and maps of entries with such a number. Sets in which every number is left out are none.
 */
export function sharesInSums(schema: AnySchema, value: unknown, path: readonly string[] = []): SharesInSum[] {
  if (typeof value !== 'object' || value === null) return [];
  const { definition } = settled(unwrap(schema), value as Plain);
  const below = (inner: AnySchema | undefined, key: string): SharesInSum[] =>
    inner === undefined ? [] : sharesInSums(inner, (value as Plain)[key], [...path, key]);
  const keys = Object.keys(value);
  if (definition.shape) return keys.flatMap((key) => below(definition.shape?.[key], key));
  if (definition.element) return keys.flatMap((key) => below(definition.element, key));
  const { valueType } = definition;
  if (valueType === undefined) return [];
  return [...ofMap(valueType, value as Plain, path), ...keys.flatMap((key) => below(valueType, key))];
}

/** The sets of one map. */
function ofMap(valueType: AnySchema, map: Plain, path: readonly string[]): SharesInSum[] {
  const { definition, info } = unwrap(valueType);
  if (info?.sumsToOne) {
    const shares = Object.entries(map).map(([name, share]) => ({
      name,
      path: [...path, name],
      value: share as number,
    }));
    return [{ map: path, what: info.sumsToOne.what, shares }];
  }
  return Object.entries(definition.shape ?? {}).flatMap(([field, schema]) => {
    const sum = unwrap(schema).info?.sumsToOne;
    return sum ? ofField(field, sum, map as Record<string, Plain>, path) : [];
  });
}

function ofField(
  field: string,
  { what, absent }: SumOfOne,
  map: Record<string, Plain>,
  path: readonly string[],
): SharesInSum[] {
  const entries = Object.entries(map);
  if (entries.every(([, entry]) => entry[field] === undefined)) return [];
  const shares = entries.map(([name, entry]) => ({
    name,
    path: [...path, name, field],
    value: (entry[field] ?? (absent === undefined ? 0 : entry[absent])) as number,
  }));
  return [{ map: path, what, shares }];
}

function settled(unwrapped: Unwrapped, value: Plain): Unwrapped {
  const { definition, info } = unwrapped;
  if (definition.options === undefined || info !== undefined) return unwrapped;
  const option = chooseOption(definition, {
    kind: 'map',
    keys: Object.keys(value),
    word: (key) => value[key],
  });
  return option === undefined ? unwrapped : unwrap(option);
}
