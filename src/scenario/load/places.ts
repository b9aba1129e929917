import { type LoadedScenario, loadedTrees } from './loadScenario.ts';
import { type MapNode, nodeAt, placeOf } from './sourceNode.ts';

/** Where something was written; lines and columns count from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** Where the value at a path of the file was written, such as `designs.paid.set.seed`; else the nearest map around it. */
export function placeIn(loaded: LoadedScenario<unknown>, path: readonly string[]): Place {
  return place(loadedTrees(loaded).root, path);
}

/**
 * What changes a design from a week on: its entry in the timeline, with path and place, or else the design itself.
 * Throws when there is no such design.
 */
export function changeAt(
  loaded: LoadedScenario<unknown>,
  id: string,
  week: number,
): Place & { path: string[] } {
  const { root, designs } = loadedTrees(loaded);
  const design = designs.find(({ entry }) => entry.id === id);
  if (!design) throw new Error(`There is no design "${id}".`);
  const { from } = design.entry;
  const tree = week < from ? designs[0].tree : design.tree;
  const event = week === from ? undefined : eventAt(tree, week);
  if (event === undefined) return { path: ['designs', id], ...place(root, ['designs', id]) };
  return { path: ['timeline', event], ...place(tree, ['timeline', event]) };
}

/** The first entry of a timeline that changes something on a week. */
function eventAt(tree: MapNode, week: number): string | undefined {
  const timeline = nodeAt(tree, ['timeline']);
  if (timeline?.kind !== 'map') return undefined;
  return [...timeline.entries.keys()].find((name) => {
    const at = nodeAt(timeline, [name, 'at']);
    return at?.kind === 'scalar' && at.value === week && nodeAt(timeline, [name, 'set']) !== undefined;
  });
}

function place(root: MapNode, path: readonly string[]): Place {
  const { file, line, column } = placeOf(root, path);
  return { file, line, column };
}
