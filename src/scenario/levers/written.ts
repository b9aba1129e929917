import { fromPlain, type MapNode, nodeAt, type SourceNode, textAt, withEntry } from '../load/sourceNode.ts';
import { type Lever, leverPaths } from './lever.ts';

/**
 * The levers of a file that is written out with some of its designs: those that move something there, without paths that
 * lead to nothing in them, and with ends between which their values lie.
 */
export function leversWith(
  root: MapNode,
  levers: readonly Lever[],
  designs: readonly string[],
): SourceNode | undefined {
  const written = nodeAt(root, ['levers']);
  if (written?.kind !== 'map') return undefined;
  const entries = [...written.entries].flatMap(([id, { key, node }]) => {
    const lever = levers.find((one) => one.id === id);
    if (!lever || node.kind !== 'map' || !designs.some((design) => lever.designs[design])) return [];
    return [
      [id, { key, node: withPaths(withEnds(node, lever), new Set(leverPaths(lever, designs))) }] as const,
    ];
  });
  return entries.length > 0 ? { ...written, entries: new Map(entries) } : undefined;
}

/** Ends that had to give way to a value are written as they became. */
function withEnds(node: MapNode, lever: Lever): MapNode {
  if (lever.kind !== 'number') return node;
  return (['from', 'to'] as const).reduce((map, end) => {
    const stated = nodeAt(map, [end]);
    const own = stated?.kind === 'scalar' ? stated.value : lever.range?.[end === 'from' ? 0 : 1];
    return own === lever[end] ? map : withEntry(map, end, fromPlain(lever[end], node.at));
  }, node);
}

/** `also` with those of its paths that lead somewhere; of a sum that is split, the parts that do. */
function withPaths(node: MapNode, paths: ReadonlySet<string>): MapNode {
  const parts = nodeAt(node, ['parts']);
  if (parts?.kind === 'map') {
    const there = [...parts.entries].filter(([, part]) => paths.has(textAt(part.node, 'path') ?? ''));
    return withEntry(node, 'parts', {
      ...parts,
      entries: new Map(
        there.map(([name, part]) => [
          name,
          { ...part, node: withAlso(part.node as MapNode, keptSums(there, paths)) },
        ]),
      ),
    });
  }
  const also = nodeAt(node, ['also']);
  if (also?.kind !== 'list') return node;
  return withAlso(
    node,
    also.items.map((item) => paths.has(textOf(item))),
  );
}

/** Of the further sums that are split: which have amounts. */
function keptSums(parts: readonly [string, { node: SourceNode }][], paths: ReadonlySet<string>): boolean[] {
  const lists = parts.map(([, { node }]) => nodeAt(node, ['also']));
  const length = Math.max(0, ...lists.map((list) => (list?.kind === 'list' ? list.items.length : 0)));
  return Array.from({ length }, (_, i) =>
    lists.some((list) => list?.kind === 'list' && paths.has(textOf(list.items[i]))),
  );
}

function withAlso(node: MapNode, keep: readonly boolean[]): MapNode {
  const also = nodeAt(node, ['also']);
  if (also?.kind !== 'list') return node;
  const items = also.items.filter((_, i) => keep[i]);
  return withEntry(node, 'also', items.length > 0 ? { ...also, items } : undefined);
}

const textOf = (node: SourceNode): string => (node.kind === 'scalar' ? String(node.value) : '');
