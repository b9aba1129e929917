import type { z } from 'zod';
import { nearestName } from '../kit/nearest.ts';
import type { Unwrapped } from '../kit/walk.ts';
import type { TreePhase } from '../load/designs.ts';
import { envelopeSchema } from '../load/envelope.ts';
import { numberFieldAt, schemaAt, visitFields } from '../load/fields.ts';
import { mayChange } from '../load/patches.ts';
import { type MapNode, nodeAt, type SourceNode } from '../load/sourceNode.ts';
import type { NumberThere } from './kind.ts';

/** A design as levers see it. */
export interface LeverDesign {
  id: string;
  /** The week from which it differs from the base, and what may not change then no lever can change. */
  from: number;
  /** With its timeline. */
  tree: MapNode;
  phases: readonly TreePhase[];
}

/** What stands at a path of a design, with its schema; undefined where there is nothing that the design may change. */
export function valueIn(
  design: LeverDesign,
  schema: z.ZodType,
  path: string,
): { node: SourceNode; schema: Unwrapped } | undefined {
  const names = path.split('.');
  const node = nodeAt(design.tree, names);
  if (!node || !isOpen(design, names)) return undefined;
  const known = inTimeline(design, names, (tree, below) => schemaAt(tree, schema, below));
  return known && { node, schema: known };
}

/** The number at a path of a design; undefined where there is none, or none that the design may change. */
export function numberIn(design: LeverDesign, schema: z.ZodType, path: string): NumberThere | undefined {
  const names = path.split('.');
  const node = nodeAt(design.tree, names);
  if (node?.kind !== 'scalar' || typeof node.value !== 'number' || !isOpen(design, names)) return undefined;
  const info =
    names[0] === 'timeline' && names.length === 3
      ? schemaAt(design.tree, envelopeSchema, names)?.info
      : inTimeline(design, names, (tree, below) => numberFieldAt(tree, schema, below));
  return info && { value: node.value, node, info };
}

/** The paths of all numbers of a design, for the nearest name. */
function numberPaths({ tree }: LeverDesign, schema: z.ZodType): string[] {
  const paths: string[] = [];
  visitFields(tree, schema, (path, node, { kind }) => {
    if (node.kind === 'scalar' && (kind === 'parameter' || kind === 'formula')) paths.push(path.join('.'));
    if (kind === 'distribution' && node.kind === 'map')
      for (const name of node.entries.keys()) if (name !== 'dist') paths.push([...path, name].join('.'));
  });
  return paths;
}

/** The near miss among all numbers of all designs. */
export const nearestPath = (
  path: string,
  designs: readonly LeverDesign[],
  schema: z.ZodType,
): string | undefined =>
  nearestName(path, [...new Set(designs.flatMap((design) => numberPaths(design, schema)))]);

const isOpen = ({ from }: LeverDesign, names: readonly string[]): boolean =>
  from === 0 || names[0] === 'timeline' || mayChange(names);

/** What a patch of the timeline holds is known by the phase in which it is in force; all else by the design. */
function inTimeline<T>(
  { tree, phases }: LeverDesign,
  names: readonly string[],
  look: (tree: MapNode, names: readonly string[]) => T | undefined,
): T | undefined {
  if (names[0] !== 'timeline') return look(tree, names);
  if (names[2] !== 'set') return undefined;
  for (const phase of phases.toReversed()) {
    const found = look(phase.tree, names.slice(3));
    if (found !== undefined) return found;
  }
  return undefined;
}
