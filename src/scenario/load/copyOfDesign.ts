import { type LoadedScenario, loadedTrees } from './loadScenario.ts';
import { nodeAt, type SourceNode, toPlain } from './sourceNode.ts';

/** A design as its entry in a file would stand: plain data, each value with its source where it states one. */
export interface WrittenDesign {
  title: string;
  about?: string;
  from?: number;
  inCharts?: boolean;
  set: unknown;
}

/**
 * A design as an entry of its own, title included: under another id in `designs` (`designs.<id>={…}` as JSON) it makes a
 * design with the same hash. Throws for a design that there is not.
 */
export function copyOfDesign(loaded: LoadedScenario<unknown>, id: string): WrittenDesign {
  const { root, designs } = loadedTrees(loaded);
  const entry = designs.find((design) => design.id === id)?.entry;
  if (!entry)
    throw new Error(`No design is called "${id}"; there are ${designs.map((one) => one.id).join(', ')}.`);
  const set = nodeAt(root, ['designs', id, 'set']);
  return {
    title: entry.title,
    ...(entry.about !== undefined && { about: entry.about }),
    ...(entry.from > 0 && { from: entry.from }),
    ...(!entry.inCharts && { inCharts: false }),
    set: set ? statedPlain(set, id) : {},
  };
}

/**
 * The `path=value` texts that put a design like another one beside it, under a new id and title. Where the file has no
 * designs, the one that it is by itself is written out first, so that it stays.
 */
export function settingsOfCopy(
  loaded: LoadedScenario<unknown>,
  id: string,
  newId: string,
  title: string,
): string[] {
  const designs = nodeAt(loadedTrees(loaded).root, ['designs']);
  const hasNone = designs?.kind !== 'map' || designs.entries.size === 0;
  const copy = copyOfDesign(loaded, id);
  return [
    ...(hasNone ? [`designs.${id}=${JSON.stringify({ title: copy.title })}`] : []),
    `designs.${newId}=${JSON.stringify({ ...copy, title })}`,
  ];
}

/** A patch with all its sources: what only its design vouches for is vouched for by that design in the copy, too. */
function statedPlain(node: SourceNode, design: string, key = ''): unknown {
  if (node.kind === 'map')
    return Object.fromEntries(
      [...node.entries].map(([name, entry]) => [name, statedPlain(entry.node, design, name)]),
    );
  const value = toPlain(node);
  if (value === null || key === 'dist') return value;
  return { value, source: node.at.by === 'set' ? '--set' : `design ${design}`, ...node.stated };
}
