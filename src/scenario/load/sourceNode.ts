/** Who wrote a value, and where. Lines and columns count from 1; defaults have none (0). */
export interface Origin {
  file: string;
  line: number;
  column: number;
  by: 'file' | 'default' | 'design' | 'set';
  /** The design whose patch holds the value, if one does. */
  design?: string;
  /** The timeline entry whose patch holds the value, if one does. */
  timeline?: string;
}

/** What stood beside a value in `{ value, source, range, note }`. */
export interface Stated {
  source?: string;
  range?: [number, number];
  note?: string;
}

export type Scalar = string | number | boolean | null;
export type ScalarNode = { kind: 'scalar'; value: Scalar; at: Origin; stated?: Stated };
export type ListNode = { kind: 'list'; items: readonly SourceNode[]; at: Origin; stated?: Stated };
export type MapNode = { kind: 'map'; entries: ReadonlyMap<string, Entry>; at: Origin };
/** One value of a file with the place that it came from; never changed once made. */
export type SourceNode = ScalarNode | ListNode | MapNode;
/** A value under a key, and where the key stands. */
export interface Entry {
  key: Origin;
  node: SourceNode;
}

/** The plain value, as zod reads it. */
export function toPlain(node: SourceNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toPlain);
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, toPlain(entry.node)]));
}

/** A value that no file holds, as nodes: a default, for example. */
export function fromPlain(value: unknown, at: Origin): SourceNode {
  if (Array.isArray(value)) return { kind: 'list', items: value.map((item) => fromPlain(item, at)), at };
  if (typeof value === 'object' && value !== null)
    return {
      kind: 'map',
      entries: new Map(
        Object.entries(value).map(([key, inner]) => [key, { key: at, node: fromPlain(inner, at) }]),
      ),
      at,
    };
  return { kind: 'scalar', value: value as Scalar, at };
}

export function entryAt(node: SourceNode | undefined, path: readonly string[]): Entry | undefined {
  let entry: Entry | undefined = node && { key: node.at, node };
  for (const name of path) {
    const inside: SourceNode | undefined = entry?.node;
    entry = inside?.kind === 'map' ? inside.entries.get(name) : listEntry(inside, name);
  }
  return entry;
}

function listEntry(node: SourceNode | undefined, name: string): Entry | undefined {
  const item = node?.kind === 'list' ? node.items[Number(name)] : undefined;
  return item && { key: item.at, node: item };
}

export function nodeAt(node: SourceNode | undefined, path: readonly string[]): SourceNode | undefined {
  return entryAt(node, path)?.node;
}

/** The text under a key of a map, if it is text. */
export function textAt(node: SourceNode | undefined, ...path: string[]): string | undefined {
  const found = nodeAt(node, path);
  return found?.kind === 'scalar' && typeof found.value === 'string' ? found.value : undefined;
}

/** The position to report for a path: the value's, else that of the nearest map around it that somebody wrote. */
export function placeOf(root: SourceNode, path: readonly string[]): Origin {
  for (let length = path.length; length > 0; length--) {
    const at = nodeAt(root, path.slice(0, length))?.at;
    if (at && at.line > 0) return at;
  }
  return root.at;
}

/** A map with one entry set, or taken out when there is no node. */
export function withEntry(map: MapNode, key: string, node: SourceNode | undefined, keyAt?: Origin): MapNode {
  const entries = new Map(map.entries);
  if (node) entries.set(key, { key: keyAt ?? entries.get(key)?.key ?? node.at, node });
  else entries.delete(key);
  return { ...map, entries };
}

/** The same nodes with other origins. */
function mapOrigins(node: SourceNode, change: (at: Origin) => Origin): SourceNode {
  if (node.kind === 'scalar') return { ...node, at: change(node.at) };
  if (node.kind === 'list')
    return { ...node, at: change(node.at), items: node.items.map((item) => mapOrigins(item, change)) };
  const entries = [...node.entries].map(([name, { key, node: inner }]): [string, Entry] => [
    name,
    { key: change(key), node: mapOrigins(inner, change) },
  ]);
  return { ...node, at: change(node.at), entries: new Map(entries) };
}

/** The patch of a design, marked as its own; what \`--set\` put into it stays marked as that. */
export function ofDesign<T extends SourceNode>(patch: T, design: string): T {
  return mapOrigins(patch, (at) => (at.by === 'file' ? { ...at, by: 'design', design } : at)) as T;
}

/** The patch of a timeline entry, marked as such. */
export function ofTimeline<T extends SourceNode>(patch: T, timeline: string): T {
  return mapOrigins(patch, (at) => ({ ...at, timeline })) as T;
}

/** States a source and note for a value; of a map, for every value in it that states none itself. */
export function stateValues(node: SourceNode, stated: Stated): SourceNode {
  if (node.kind !== 'map') return { ...node, stated: { ...stated, ...node.stated } };
  const { range: _rangeOfOneNumber, ...shared } = stated;
  const entries = [...node.entries].map(([name, entry]): [string, Entry] => [
    name,
    { ...entry, node: stateValues(entry.node, shared) },
  ]);
  return { ...node, entries: new Map(entries) };
}

/** A value in words, for messages. */
export function describeNode(node: SourceNode | undefined): string {
  if (!node) return 'nothing';
  if (node.kind === 'list')
    return node.items.length === 0 ? 'an empty list' : `a list of ${node.items.length}`;
  if (node.kind === 'map')
    return node.entries.size === 0
      ? 'an empty map'
      : `a map with the keys ${[...node.entries.keys()].join(', ')}`;
  if (node.value === null) return 'nothing (null)';
  return typeof node.value === 'string'
    ? `the text "${node.value}"`
    : `${typeof node.value === 'number' ? 'the number ' : ''}${node.value}`;
}
