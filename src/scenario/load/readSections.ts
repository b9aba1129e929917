import type { z } from 'zod';
import { unwrap } from '../kit/walk.ts';
import { deepFreeze } from './freeze.ts';
import { type MapNode, type SourceNode, toPlain } from './sourceNode.ts';

/** What a section was read as, by the schema that read it: designs and phases leave most sections as they were. */
const readAs = new WeakMap<SourceNode, { schema: z.core.$ZodType; value: unknown }>();

/**
 * The scenario in a tree, read section by section; sections that trees have in common are read once and shared,
 * frozen. Undefined where the schema refuses anything, which it then has to be asked about as a whole.
 */
export function readSections<S>(tree: MapNode, schema: z.ZodType<S>): S | undefined {
  const { definition } = unwrap(schema);
  const { shape, checks } = definition;
  if (!shape || checks?.length || [...tree.entries.keys()].some((key) => !Object.hasOwn(shape, key)))
    return undefined;
  const scenario: Record<string, unknown> = {};
  for (const [key, section] of Object.entries(shape)) {
    const node = tree.entries.get(key)?.node;
    const known = node && readAs.get(node);
    if (known?.schema === section) {
      scenario[key] = known.value;
      continue;
    }
    const read = (section as z.ZodType).safeParse(node && toPlain(node));
    if (!read.success) return undefined;
    if (node) readAs.set(node, { schema: section, value: deepFreeze(read.data) });
    if (node || read.data !== undefined) scenario[key] = read.data;
  }
  return scenario as S;
}
