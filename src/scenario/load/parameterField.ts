import type { z } from 'zod';
import type { FieldInfo } from '../kit/fields.ts';
import { argumentFieldAt, schemaAt } from './fields.ts';
import { type LoadedScenario, loadedTrees } from './loadScenario.ts';

/**
 * What the schema says of a parameter of the base design, by the path under which it is listed; undefined for a path that
 * leads to no number, formula or number of a distribution. Of the date of a change (`timeline.<name>.at`) it is known
 * that it is at least 0.
 */
export function parameterField(
  loaded: LoadedScenario<unknown>,
  schema: z.ZodType,
  path: string,
): Omit<FieldInfo, 'doc'> | undefined {
  const names = path.split('.');
  if (names[0] === 'timeline')
    return names.length === 3 && names[2] === 'at'
      ? { kind: 'parameter', min: 0 }
      : fieldAt(loaded, schema, names.slice(3));
  return fieldAt(loaded, schema, names);
}

function fieldAt(
  loaded: LoadedScenario<unknown>,
  schema: z.ZodType,
  path: readonly string[],
): Omit<FieldInfo, 'doc'> | undefined {
  const { tree } = loadedTrees(loaded).designs[0];
  const info = schemaAt(tree, schema, path)?.info;
  if (info?.kind === 'parameter' || info?.kind === 'formula') return info;
  return argumentFieldAt(tree, schema, path);
}
