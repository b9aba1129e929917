import type * as z from 'zod';
import type { FieldInfo } from '../kit/fields.ts';
import { text } from '../kit/plain.ts';
import type { Unwrapped } from '../kit/walk.ts';
import type { SourceNode } from '../load/sourceNode.ts';
import type { Lever } from './lever.ts';

/** A kind of lever: what files write, and what comes of it in the designs at hand. */
export interface LeverKind {
  /** Holds the word as `kind`. */
  schema: z.ZodObject;
  /** What the entry stands for in each design; undefined, where a problem has been told, or it leads to nothing. */
  settle(entry: unknown, place: LeverPlace): Settled | undefined;
}

/** A lever without what all kinds read in the same way. */
export type Settled = Lever extends infer L
  ? L extends Lever
    ? Omit<L, 'id' | 'title' | 'about' | 'ofFile'>
    : never
  : never;

/** A number that stands at a path of a design. */
export interface NumberThere {
  value: number;
  node: SourceNode;
  info: FieldInfo;
}

/** Where a lever is settled: the designs, and a way to say what is wrong. */
export interface LeverPlace {
  /** The ids of the designs, the base first. */
  designs: readonly string[];
  /** The number at a path of a design; undefined where there is none, or none that the design may change. */
  numberAt(design: string, path: string): NumberThere | undefined;
  /** Whatever stands there, with what the schema knows of it; undefined as above. */
  valueAt(design: string, path: string): { node: SourceNode; schema: Unwrapped } | undefined;
  /** A problem of the entry itself, at keys below it. */
  refuse(keys: readonly string[], problem: { message: string; found?: string; allowed?: string }): void;
  /**
   * A problem between the entry and the parameter at a path. It is told of the file's own levers only: what a file
   * inherits yields to it.
   */
  refuseFit(
    keys: readonly string[],
    path: string,
    problem: { message: string; found?: string; allowed?: string; nearest?: string },
  ): void;
  /** That a path leads to nothing such in any design. */
  refusePath(keys: readonly string[], path: string, wanted: 'number' | 'shares' | 'choice'): void;
  /** Whether a value that the scenario holds has to lie between the ends: not what `--set` or a file that extends gives it. */
  mustFit(node: SourceNode): boolean;
}

/** What the entries of all kinds say first. */
export const namedFields = () => ({
  title: text({ doc: 'What the page calls it' }),
  about: text({ doc: 'Why one may want it, and where the ends come from' }).optional(),
});
