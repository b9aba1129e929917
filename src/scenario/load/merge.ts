import {
  type Entry,
  type ListNode,
  type MapNode,
  type ScalarNode,
  type SourceNode,
  textAt,
} from './sourceNode.ts';
import { readStated } from './statedForm.ts';

const amendmentKeys = new Set(['source', 'range', 'note']);

/**
 * Merges a patch into a value by JSON Merge Patch (RFC 7396): maps merge key by key, null removes, anything else
 * replaces. Beyond the RFC: a bare value keeps the range that was stated for the one it replaces; a map of only
 * source, range or note amends what is stated; a map that names another `dist` replaces the distribution whole.
 * Inside the patches that designs and timeline hold, null stays, since it is meant for what they will patch.
 */
export function mergeNodes(
  target: SourceNode | undefined,
  patch: SourceNode,
  path: readonly string[] = [],
): SourceNode | undefined {
  if (patch.kind === 'scalar' && patch.value === null) {
    // "asBuilt:" with nothing after it is a design that changes nothing, not the removal of one that never was.
    if (!target && path.length === 2 && path[0] === 'designs')
      return { kind: 'map', entries: new Map(), at: patch.at };
    return holdsPatch(path) ? patch : undefined;
  }
  if (patch.kind !== 'map') return keepRange(target, patch);
  if (target && target.kind !== 'map' && isAmendment(patch))
    return { ...target, stated: { ...target.stated, ...readStated(patch, path) } };
  const base = target?.kind === 'map' && !namesOtherDistribution(target, patch) ? target : undefined;
  const entries = new Map<string, Entry>(base?.entries);
  for (const [name, entry] of patch.entries) {
    const old = entries.get(name);
    const node = mergeNodes(old?.node, entry.node, [...path, name]);
    if (node) entries.set(name, { key: entry.key, node });
    else entries.delete(name);
  }
  // What is missing is missing where the map was first written, unless the patch made it another kind of thing.
  return { kind: 'map', entries, at: base && !patch.entries.has('kind') ? base.at : patch.at };
}

/** Merges a patch into the top of a file, which a null cannot remove. */
export function mergeRoot(target: MapNode, patch: MapNode): MapNode {
  return mergeNodes(target, patch) as MapNode;
}

/** Whether a path lies inside the `set` of a design or timeline entry. */
function holdsPatch(path: readonly string[]): boolean {
  return path.length > 3 && (path[0] === 'designs' || path[0] === 'timeline') && path[2] === 'set';
}

function isAmendment(patch: MapNode): boolean {
  return patch.entries.size > 0 && [...patch.entries.keys()].every((key) => amendmentKeys.has(key));
}

function namesOtherDistribution(target: MapNode, patch: MapNode): boolean {
  const [before, after] = [textAt(target, 'dist'), textAt(patch, 'dist')];
  return before !== undefined && after !== undefined && before !== after;
}

function keepRange(target: SourceNode | undefined, patch: ScalarNode | ListNode): SourceNode {
  const range = patch.stated?.range ?? (target?.kind === 'map' ? undefined : target?.stated?.range);
  return range ? { ...patch, stated: { ...patch.stated, range } } : patch;
}
