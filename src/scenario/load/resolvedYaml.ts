import { Document, type YAMLMap } from 'yaml';
import { leversWith } from '../levers/written.ts';
import { currentFormat } from './formats.ts';
import { type LoadedScenario, loadedTrees } from './loadScenario.ts';
import { fromPlain, type MapNode, nodeAt, type SourceNode, toPlain, withEntry } from './sourceNode.ts';
import { statedSource } from './statedSource.ts';

/**
 * The scenario with every default filled in and `{ value, source }` wherever a source is known, designs kept as
 * patches; loading the text again gives the same hashes. With a design's id: that design alone, its changes made
 * (together with the base where the design begins later).
 */
export function resolvedYaml(loaded: LoadedScenario<unknown>, designId?: string): string {
  const { root: whole, designs, levers } = loadedTrees(loaded);
  const withLevers = (map: MapNode, ids: readonly string[]): MapNode =>
    withEntry(map, 'levers', leversWith(whole, levers, ids));
  const root = withLevers(
    whole,
    designs.map(({ id }) => id),
  );
  const chosen = designs.find(({ entry }) => entry.id === designId);
  if (designId !== undefined && !chosen)
    throw new Error(
      `No design is called "${designId}"; there are ${designs.map(({ entry }) => entry.id).join(', ')}.`,
    );
  if (!chosen) return write(root);
  const { id, from } = chosen.entry;
  const written = nodeAt(root, ['designs', id]);
  if (from > 0) {
    const both = new Map(
      [loaded.base, id].map((name) => [name, (nodeAt(root, ['designs']) as MapNode).entries.get(name)!]),
    );
    const written = { ...(nodeAt(root, ['designs']) as MapNode), entries: both };
    return write(withLevers(withEntry(root, 'designs', written), [loaded.base, id]));
  }
  const alone = written?.kind === 'map' ? withEntry(written, 'set', undefined) : fromPlain({}, root.at);
  const only: MapNode = { kind: 'map', entries: new Map([[id, { key: root.at, node: alone }]]), at: root.at };
  return write(withLevers(withEntry(chosen.tree, 'designs', written ? only : undefined), [id]));
}

function write(root: MapNode): string {
  const body = [...root.entries].filter(([key]) => key !== 'format');
  const document = new Document({}, { version: '1.2', schema: 'core' });
  const top = document.contents as unknown as YAMLMap;
  top.set('format', currentFormat);
  for (const [key, { node }] of body)
    if (!isUnsaid(node)) top.set(document.createNode(key), toYaml(document, key, node));
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** Defaults that say nothing: empty maps, and texts that nobody wrote. They come back by themselves. */
function isUnsaid(node: SourceNode): boolean {
  if (node.at.by !== 'default') return false;
  return node.kind === 'map'
    ? [...node.entries.values()].every((entry) => isUnsaid(entry.node))
    : !node.stated;
}

function toYaml(document: Document, key: string, node: SourceNode): unknown {
  if (node.kind === 'map') {
    const map = document.createNode({}) as YAMLMap;
    for (const [key, entry] of node.entries)
      if (!isUnsaid(entry.node)) map.set(document.createNode(key), toYaml(document, key, entry.node));
    map.flow = map.items.length === 0;
    return map;
  }
  const value = toPlain(node);
  if (key === 'dist') return document.createNode(value);
  const source = value === null ? undefined : statedSource(node);
  const { range, note } = node.stated ?? {};
  if (source === undefined && !range && !note) return document.createNode(value, { flow: true });
  const long = {
    value,
    ...(source !== undefined && { source }),
    ...(range && { range }),
    ...(note && { note }),
  };
  return document.createNode(long, { flow: true });
}
