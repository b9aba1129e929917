import type { z } from 'zod';
import { distributionRegistry } from '../../random/index.ts';
import type { FieldInfo } from '../kit/fields.ts';
import { type Unwrapped, unwrap } from '../kit/walk.ts';
import { settle } from './fill.ts';
import { nodeAt, type SourceNode, textAt } from './sourceNode.ts';

type AnySchema = z.core.$ZodType;

function below({ definition }: Unwrapped, name: string): AnySchema | undefined {
  if (definition.shape) return Object.hasOwn(definition.shape, name) ? definition.shape[name] : undefined;
  return definition.valueType ?? definition.element;
}

/** The schema that a path of a tree is held against, if there is one. */
export function schemaAt(
  root: SourceNode,
  schema: AnySchema,
  path: readonly string[],
): Unwrapped | undefined {
  let current = settle(unwrap(schema), root);
  for (const [i, name] of path.entries()) {
    const next = below(current, name);
    if (!next) return undefined;
    const node = nodeAt(root, path.slice(0, i + 1));
    current = node ? settle(unwrap(next), node) : unwrap(next);
  }
  return current;
}

/** What is known of the number of a distribution, such as the mean of `poisson`; undefined at any other path. */
export function argumentFieldAt(
  root: SourceNode,
  schema: AnySchema,
  path: readonly string[],
): FieldInfo | undefined {
  const around = path.slice(0, -1);
  const whole = schemaAt(root, schema, around)?.info;
  if (whole?.kind !== 'distribution') return undefined;
  const kind = distributionRegistry[textAt(nodeAt(root, around), 'dist') ?? ''];
  const argument = kind?.parameters.find(({ name }) => name === path.at(-1));
  if (!argument) return undefined;
  const { min, max, exclusiveMin, integer } = argument;
  const doc = `${whole.doc}: ${argument.doc}`;
  return { kind: 'parameter', doc, unit: whole.unit, min, max, above: exclusiveMin, integer };
}

/** What is known of a number at a path: a parameter, a formula or distribution that is one number, or a distribution's. */
export function numberFieldAt(
  root: SourceNode,
  schema: AnySchema,
  path: readonly string[],
): FieldInfo | undefined {
  const info = schemaAt(root, schema, path)?.info;
  if (info?.kind === 'parameter' || info?.kind === 'formula' || info?.kind === 'distribution') return info;
  return argumentFieldAt(root, schema, path);
}

/** Calls `visit` for every value of a tree that the kit knows as a parameter, formula, distribution or the like. */
export function visitFields(
  node: SourceNode,
  schema: AnySchema,
  visit: (path: readonly string[], node: SourceNode, info: FieldInfo) => void,
  path: readonly string[] = [],
): void {
  const current = settle(unwrap(schema), node);
  const { info } = current;
  if (info && info.kind !== 'section' && info.kind !== 'namedMap') visit(path, node, info);
  else if (node.kind === 'map')
    for (const [name, entry] of node.entries) {
      const next = below(current, name);
      if (next) visitFields(entry.node, next, visit, [...path, name]);
    }
}
