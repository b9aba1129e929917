import type { z } from 'zod';
import { readShorthand } from '../kit/distribution.ts';
import type { FieldInfo } from '../kit/fields.ts';
import { isStatedForm } from '../kit/stated.ts';
import { chooseOption, type OptionHint, type Unwrapped, unwrap } from '../kit/walk.ts';
import {
  type Entry,
  fromPlain,
  type ListNode,
  type MapNode,
  type Origin,
  type SourceNode,
  type Stated,
  stateValues,
} from './sourceNode.ts';
import { defaultPrefix } from './statedForm.ts';

type AnySchema = z.core.$ZodType;

const nowhere: Origin = { file: '', line: 0, column: 0, by: 'default' };

/**
 * Writes every default into the tree, so that it can be patched, listed with its source and written out. Defaults
 * of a kind of entry that a patch has changed to another kind are taken out again.
 */
export function fillDefaults(node: SourceNode, schema: AnySchema): SourceNode {
  return fill(node, unwrap(schema), undefined);
}

/** The schema inside a union that this value is meant for; other schemas as they are. */
export function settle(unwrapped: Unwrapped, node: SourceNode): Unwrapped {
  let current = unwrapped;
  while (current.definition.options && !current.info) {
    const option = chooseOption(current.definition, hintOf(node));
    if (!option) break;
    current = unwrap(option);
  }
  return current;
}

function hintOf(node: SourceNode): OptionHint {
  if (node.kind !== 'map') return { kind: node.kind };
  const word = (key: string) => {
    const inner = node.entries.get(key)?.node;
    return inner?.kind === 'scalar' ? inner.value : undefined;
  };
  return { kind: 'map', keys: [...node.entries.keys()], word };
}

/** The text under which a default is listed. */
const defaultSource = (source: string | undefined): string =>
  `${defaultPrefix}${source ?? 'no source stated'}`;

/** What has been filled, by the schema it was filled for: a patch leaves most of a tree as it was. */
const filled = new WeakMap<SourceNode, { by: Unwrapped; result: SourceNode }>();

/** `source` is that of the default map which the value came from, if it came from one. */
function fill(node: SourceNode, unwrapped: Unwrapped, source: string | undefined): SourceNode {
  if (node.kind === 'scalar') return node;
  const before = filled.get(node);
  if (before?.by === unwrapped) return before.result;
  const result = fillInside(node, unwrapped, source);
  filled.set(node, { by: unwrapped, result });
  filled.set(result, { by: unwrapped, result });
  return result;
}

function fillInside(node: MapNode | ListNode, unwrapped: Unwrapped, source: string | undefined): SourceNode {
  const { definition, info } = settle(unwrapped, node);
  if (info?.kind === 'distribution') return fillDistribution(node, info);
  if (node.kind === 'list')
    return definition.element
      ? { ...node, items: node.items.map((item) => fill(item, unwrap(definition.element!), source)) }
      : node;
  if (definition.shape) return fillShape(node, definition.shape, source);
  if (definition.type === 'record' && definition.valueType) {
    const value = unwrap(definition.valueType);
    const entries = [...node.entries].map(([name, entry]): [string, Entry] => [
      name,
      { ...entry, node: fill(entry.node, value, source) },
    ]);
    return { ...node, entries: new Map(entries) };
  }
  return node;
}

function fillShape(
  node: MapNode,
  shape: Readonly<Record<string, AnySchema>>,
  source: string | undefined,
): MapNode {
  const entries = new Map<string, Entry>();
  for (const [name, entry] of node.entries) {
    if (Object.hasOwn(shape, name))
      entries.set(name, { ...entry, node: fill(entry.node, unwrap(shape[name]), source) });
    else if (!isAllDefault(entry.node)) entries.set(name, entry);
  }
  for (const [name, schema] of Object.entries(shape)) {
    if (entries.has(name)) continue;
    const unwrapped = unwrap(schema);
    if (unwrapped.absent) entries.set(name, { key: nowhere, node: defaultNode(unwrapped, source) });
  }
  return { ...node, entries };
}

function defaultNode(unwrapped: Unwrapped, outer: string | undefined): SourceNode {
  const { info, absent } = unwrapped;
  // Text for readers, and lists outside the kit, are no assumptions: nobody has to say where they come from.
  if (!info || info.kind === 'text') return fill(fromPlain(absent!.value, nowhere), unwrapped, outer);
  const source = info?.source ?? outer;
  return fill(fromDefault(absent!.value, source), unwrapped, source);
}

/** A default with its sources: its own where it is written `{ value, source }`, else the field's. */
function fromDefault(value: unknown, source: string | undefined): SourceNode {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    if (isStatedForm(Object.keys(value))) {
      const { value: inner, source: own, range, note } = value as { value: unknown } & Stated;
      return stateValues(fromDefault(inner, own ?? source), {
        ...(range && { range }),
        ...(note && { note }),
      });
    }
    const entries = Object.entries(value).map(([key, inner]): [string, Entry] => [
      key,
      { key: nowhere, node: fromDefault(inner, source) },
    ]);
    return { kind: 'map', entries: new Map(entries), at: nowhere };
  }
  const spec = typeof value === 'string' ? readShorthand(value) : undefined;
  return stateValues(fromPlain(spec ?? value, nowhere), { source: defaultSource(source) });
}

/** A map without `dist` amends the default distribution, so the rest of it is filled in. */
function fillDistribution(node: SourceNode, info: FieldInfo): SourceNode {
  if (node.kind !== 'map' || node.entries.has('dist') || info.default === undefined) return node;
  const basis = fromDefault(info.default, info.source);
  return basis.kind === 'map' ? { ...node, entries: new Map([...basis.entries, ...node.entries]) } : node;
}

function isAllDefault(node: SourceNode): boolean {
  if (node.kind === 'map' && node.entries.size > 0)
    return [...node.entries.values()].every((entry) => isAllDefault(entry.node));
  return node.at.by === 'default';
}
