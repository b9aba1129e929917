import * as z from 'zod';
import { type CheckedFile, readCheckedFile } from '../../scenario/index.ts';

/** Ids of the project: they name things in files. */
const id = z.string().regex(/^[a-z][A-Za-z0-9]*$/);

/** A figure of the file's own states all but title and design; one that the scenario publishes may be named alone. */
const target = z.strictObject({
  title: z.string().optional(),
  /** A measure key, such as `event.rate[event=jobStart,group=esa]`. */
  measure: z.string().optional(),
  /** The design that it is a figure of; the base if absent. */
  design: id.optional(),
  value: z.number().optional(),
  /** How far from it counts as met, in its own unit: the weight of a target is the inverse of it. */
  tolerance: z.number().positive().optional(),
  /** Where it was published. */
  source: z.string().min(1).optional(),
});

const fitted = z.strictObject({
  /** Ends between which it may lie; those of the scenario's range if absent. */
  from: z.number().optional(),
  to: z.number().optional(),
  /** Further parameters that take the same value. */
  with: z.array(z.string()).optional(),
});

/**
 * A file of targets: figures with source and tolerance, and the parameters that are fitted to them, by path. A target
 * with the id of one of the scenario's published figures (`measures.published`) takes from it what it does not state.
 */
const targetsSchema = z.strictObject({
  format: z.literal(1),
  about: z.string().optional(),
  targets: z.record(id, target).refine((some) => Object.keys(some).length > 0, 'there are no targets'),
  parameters: z
    .record(z.string(), fitted)
    .refine((some) => Object.keys(some).length > 0, 'there are no parameters to fit'),
});

export type TargetsFile = z.output<typeof targetsSchema>;

/** Reads a file of targets. Throws ScenarioError with all that is wrong in its form. */
export const readTargets = (text: string, file: string): CheckedFile<TargetsFile> =>
  readCheckedFile({ text, file }, targetsSchema);
