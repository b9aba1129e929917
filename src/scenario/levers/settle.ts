import type { z } from 'zod';
import { envelopeSchema } from '../load/envelope.ts';
import type { ProblemList } from '../load/problems.ts';
import { type MapNode, nodeAt, type SourceNode, toPlain, withEntry } from '../load/sourceNode.ts';
import { problemAt, zodProblems } from '../load/zodProblems.ts';
import type { LeverKind, LeverPlace } from './kind.ts';
import type { Lever } from './lever.ts';
import { type LeverDesign, nearestPath, numberIn, valueIn } from './place.ts';
import { leverKinds } from './registry.ts';
import { leversSchema } from './schema.ts';

/** A file whose levers are settled: what it says, its designs, and the schema of their values. */
export interface LeverFile {
  root: MapNode;
  designs: readonly LeverDesign[];
  schema: z.ZodType;
  /** Whether settings (`--set`) may have taken away what a lever moves: then it gives way. */
  isSet?: boolean;
}

/**
 * The levers of a file, each with what it moves in which design. What is wrong is told; where other problems may lie behind
 * it, those alone.
 */
export function settleLevers(file: LeverFile, problems: ProblemList): Lever[] {
  const root = withKinds(file.root);
  const written = nodeAt(root, ['levers']);
  if (!written) return [];
  const read = leversSchema.safeParse(toPlain(written));
  const told = read.success
    ? []
    : zodProblems({ root, schema: envelopeSchema }, read.error.issues, ['levers']);
  problems.addAll(told);
  if (written.kind !== 'map') return [];
  return [...written.entries].flatMap(([id, { node }]) => {
    if (told.some(({ path }) => path.split('.')[1] === id) || node.kind !== 'map') return [];
    const lever = settleLever(file, root, id, node, problems);
    return lever ? [lever] : [];
  });
}

interface Head {
  kind: keyof typeof leverKinds;
  title: string;
  about?: string;
}

function settleLever(
  file: LeverFile,
  root: MapNode,
  id: string,
  node: MapNode,
  problems: ProblemList,
): Lever | undefined {
  const entry = leversSchema.parse({ [id]: toPlain(node) })[id] as Head;
  const kind: LeverKind = leverKinds[entry.kind];
  const before = problems.count;
  const settled = kind.settle(entry, placeOf(file, root, id, node, problems));
  if (!settled || problems.count > before) return undefined;
  const designs = nodeAt(file.root, ['designs']);
  const { title, about } = entry;
  return {
    id,
    title,
    ...(about !== undefined && { about }),
    ofFile: designs?.kind !== 'map' || designs.entries.size === 0,
    ...settled,
  } as Lever;
}

function placeOf(
  { designs, schema, isSet = false, root: { at } }: LeverFile,
  root: MapNode,
  id: string,
  node: MapNode,
  problems: ProblemList,
): LeverPlace {
  const byId = new Map(designs.map((design) => [design.id, design]));
  const isOwn = !isSet && (node.at.by !== 'file' || node.at.file === at.file);
  /** What is wrong elsewhere with the sections that a path leads to, or with designs, may be all that is wrong. */
  const isDoubtful = (path: string): boolean =>
    problems.some(({ path: other }) => {
      const [section] = other.split('.');
      return ['', 'designs', 'timeline', path.split('.')[0]].includes(section);
    });
  const refuse: LeverPlace['refuse'] = (keys, problem) =>
    problems.add(problemAt(root, ['levers', id, ...keys], problem));
  const refuseFit: LeverPlace['refuseFit'] = (keys, path, problem) => {
    if (isOwn && !isDoubtful(path)) refuse(keys, problem);
  };
  return {
    designs: designs.map((design) => design.id),
    numberAt: (design, path) => numberIn(byId.get(design)!, schema, path),
    valueAt: (design, path) => valueIn(byId.get(design)!, schema, path),
    refuse,
    refuseFit,
    refusePath(keys, path, wanted) {
      const there = designs.some((design) => valueIn(design, schema, path));
      refuseFit(keys, path, {
        message: there
          ? `what stands there is no ${wantedPaths[wanted].noun}`
          : 'no design has anything at this path',
        found: path,
        allowed: `the path of ${wantedPaths[wanted].allowed}`,
        nearest: there ? undefined : nearestPath(path, designs, schema),
      });
    },
    mustFit: ({ at: from }) => isOwn && from.by !== 'set',
  };
}

/** What paths may lead to, in words. */
const wantedPaths = {
  number: { noun: 'number', allowed: 'a number, as --set takes it' },
  shares: { noun: 'map of shares', allowed: 'a map of two or more shares that sum to 1' },
  choice: { noun: 'switch or choice', allowed: 'a switch, or of a key with one of several words' },
} as const satisfies Record<Parameters<LeverPlace['refusePath']>[2], { noun: string; allowed: string }>;

/** Levers that name no kind are of kind number. */
function withKinds(root: MapNode): MapNode {
  const levers = nodeAt(root, ['levers']);
  if (levers?.kind !== 'map') return root;
  const entries = [...levers.entries].map(([id, { key, node }]) => {
    const named: SourceNode =
      node.kind === 'map' && !node.entries.has('kind')
        ? withEntry(node, 'kind', { kind: 'scalar', value: 'number', at: { ...node.at, by: 'default' } })
        : node;
    return [id, { key, node: named }] as const;
  });
  return withEntry(root, 'levers', { ...levers, entries: new Map(entries) });
}
