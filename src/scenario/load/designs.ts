import type { z } from 'zod';
import { designsSchema, envelopeKeys, envelopeSchema, timelineSchema } from './envelope.ts';
import { fillDefaults } from './fill.ts';
import { mergeRoot } from './merge.ts';
import { misplaced, unchangeable } from './patches.ts';
import type { ProblemList, ScenarioProblem } from './problems.ts';
import {
  type MapNode,
  nodeAt,
  ofDesign,
  ofTimeline,
  type SourceNode,
  textAt,
  toPlain,
  withEntry,
} from './sourceNode.ts';
import { zodProblems } from './zodProblems.ts';

/** A design as written: what it changes, and from when. */
export interface DesignEntry {
  id: string;
  title: string;
  about?: string;
  from: number;
  inCharts: boolean;
  patch: MapNode;
}

/** What holds from a week on, as a tree without defaults left open. */
export interface TreePhase {
  from: number;
  tree: MapNode;
}

/** A tree without what loading reads itself. */
function bodyOf(root: MapNode): MapNode {
  return envelopeKeys.reduce<MapNode>((map, key) => withEntry(map, key, undefined), root);
}

/** Writes the defaults of the vocabulary's sections into a tree, beside designs and timeline. */
export function fillBody(root: MapNode, schema: z.ZodType): MapNode {
  const body = fillDefaults(bodyOf(root), schema) as MapNode;
  const kept = [...root.entries].filter(([key]) => (envelopeKeys as readonly string[]).includes(key));
  return { ...root, entries: new Map([...body.entries, ...kept]) };
}

const emptyMap = (like: MapNode): MapNode => ({ kind: 'map', entries: new Map(), at: like.at });

const mapAt = (root: MapNode, ...path: string[]): MapNode | undefined => {
  const node = nodeAt(root, path);
  return node?.kind === 'map' ? node : undefined;
};

const numberAt = (root: SourceNode, ...path: string[]): number | undefined => {
  const node = nodeAt(root, path);
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined;
};

const isFalse = (node: SourceNode | undefined): boolean => node?.kind === 'scalar' && node.value === false;

/** Checks one of the maps that loading reads itself; its problems, if any. */
function complaints(root: MapNode, key: 'designs' | 'timeline'): ScenarioProblem[] {
  const node = nodeAt(root, [key]);
  const schema = key === 'designs' ? designsSchema : timelineSchema;
  const result = schema.safeParse(node ? toPlain(node) : undefined);
  if (result.success) return [];
  return zodProblems({ root, schema: envelopeSchema }, result.error.issues, [key]).map((problem) =>
    hintAtSet(problem, root),
  );
}

/** A section written right under a design instead of under its `set` is the likeliest slip there. */
function hintAtSet(problem: ScenarioProblem, root: MapNode): ScenarioProblem {
  const [, id, key, ...rest] = problem.path.split('.');
  if (rest.length > 0 || key === undefined || !root.entries.has(key)) return problem;
  return {
    ...problem,
    nearest: undefined,
    allowed: `${problem.allowed}; changes stand under "set"`,
    found: `${id}.${key}`,
  };
}

/** Whether complaints leave in doubt what an entry changes and when: those about its title or an unknown key do not. */
function isUnclear(name: string, found: readonly ScenarioProblem[], root: MapNode): boolean {
  return found.some(({ path }) => {
    const [, of, key] = path.split('.');
    if (of !== undefined && of !== name) return false;
    if (key === 'title' || key === 'about' || key === 'inCharts') return false;
    return key === undefined || key === 'set' || key === 'at' || root.entries.has(key);
  });
}

/**
 * The designs of a file, the base first; without any there is one, called `base`, that changes nothing. Where some are
 * written wrongly, those that can be read all the same.
 */
export function readDesigns(root: MapNode, problems: ProblemList): DesignEntry[] {
  const found = complaints(root, 'designs');
  problems.addAll(found);
  const base = {
    id: 'base',
    title: textAt(root, 'title') ?? 'base',
    from: 0,
    inCharts: true,
    patch: emptyMap(root),
  };
  const designs = mapAt(root, 'designs');
  if (!designs || designs.entries.size === 0) return [base];
  const entries = [...designs.entries.keys()].map(
    (id): DesignEntry => ({
      id,
      title: textAt(designs, id, 'title') ?? id,
      about: textAt(designs, id, 'about'),
      from: numberAt(designs, id, 'from') ?? 0,
      inCharts: !isFalse(nodeAt(designs, [id, 'inCharts'])),
      patch: ofDesign(mapAt(designs, id, 'set') ?? emptyMap(root), id),
    }),
  );
  for (const [i, { id, from, patch }] of entries.entries()) {
    problems.addAll(misplaced(patch, `designs.${id}`));
    if (from === 0) continue;
    if (i > 0) problems.addAll(unchangeable(patch, root, `designs.${id}`, true));
    else
      problems.add({
        ...placeIn(designs, id, 'from'),
        path: `designs.${id}.from`,
        message: 'the base design holds from the start',
        found: String(from),
        allowed: '0, or no "from"',
      });
  }
  const readable = entries.filter(({ id }) => !isUnclear(id, found, root));
  return readable.length > 0 ? readable : [base];
}

function placeIn(root: MapNode, ...path: string[]): { file: string; line: number; column: number } {
  const { file, line, column } = (nodeAt(root, path) ?? root).at;
  return { file, line, column };
}

/** The tree of a design: the file with the design's changes, defaults filled in. */
export function designTree(root: MapNode, { patch }: DesignEntry, schema: z.ZodType): MapNode {
  return fillBody(mergeRoot(root, patch), schema);
}

/** The phases of a tree: from week 0, then from each date of its timeline, every change on top of the earlier ones. */
export function phasesOf(root: MapNode, schema: z.ZodType, problems: ProblemList): TreePhase[] {
  const found = complaints(root, 'timeline');
  problems.addAll(found);
  const phases: TreePhase[] = [{ from: 0, tree: bodyOf(root) }];
  const timeline = mapAt(root, 'timeline');
  // Each change stands on the earlier ones: where one is unclear, so are all.
  if ([...(timeline?.entries.keys() ?? [])].some((name) => isUnclear(name, found, root))) return phases;
  const events = [...(timeline?.entries.keys() ?? [])]
    .map((name) => ({ name, at: numberAt(timeline!, name, 'at') ?? 0, patch: mapAt(timeline!, name, 'set') }))
    .sort((a, b) => a.at - b.at);
  for (const { name, at, patch } of events) {
    if (!patch) continue;
    problems.addAll(unchangeable(patch, root, `timeline.${name}`, false));
    const last = phases[phases.length - 1];
    const tree = fillDefaults(mergeRoot(last.tree, ofTimeline(patch, name)), schema) as MapNode;
    if (at === last.from) phases[phases.length - 1] = { from: at, tree };
    else phases.push({ from: at, tree });
  }
  return phases;
}

/** Before its first week a design is the base; then what it says of that week and later. */
export function withBaseBefore<P extends { from: number }>(
  base: readonly P[],
  own: readonly P[],
  from: number,
): P[] {
  if (from === 0) return [...own];
  const inForce = own.findLast((phase) => phase.from <= from)!;
  return [
    ...base.filter((phase) => phase.from < from),
    { ...inForce, from },
    ...own.filter((phase) => phase.from > from),
  ];
}
