import type { Duty } from '../../duties/duty.ts';
import type { References } from '../../people/references.ts';
import type { Scenario } from '../../schema/scenario.ts';
import type { SeenColumns } from '../../week/allocate/seen.ts';
import type { World } from '../../world.ts';

/** Clients of a role of whom their caseworkers think at once, as columns from 0 to `n` − 1. */
export interface Block {
  readonly world: World;
  role: number;
  n: number;
  /** Row of the client, and whose client it is. */
  readonly rows: Int32Array;
  readonly workers: Int32Array;
  /** What is seen of clients in this step, by row. */
  readonly seen: SeenColumns;
  /** Whether whom a screening leaves out is looked at as well. */
  screened: boolean;
  /** Need as it appears; steps since real contact, as far as they count; what an hour is believed to change, where it moves anybody. */
  readonly apparent: Float64Array;
  readonly turn: Float64Array;
  readonly gain: Float64Array;
  /** Σ weight × V over the motives so far: each adds its part. */
  readonly appeal: Float64Array;
}

/** One of the fixed sample of people by whom motives are scaled, as they look when they are referred. */
export interface Referred {
  apparent: number;
  /** What an hour of the average caseworker would change, as it looks. */
  gain: number;
  perceivedMotivation: number;
  awkwardness: number;
  /** How far ease goes with low need, in [0, 1]. */
  easeFromNeed: number;
}

/** An item of a duty on a caseworker's desk. */
export interface DeskItem {
  readonly duty: Duty;
  /** Steps for which the oldest item has waited. */
  readonly age: number;
  readonly means: References['means'];
  readonly shapes: Scenario['caseworkers']['shapes'];
}

/**
 * One motive for which caseworkers give time: a file of its own and a line in the registry. V, what it looks at, is about 1
 * for the average client and at least 0. Payoff alone has no `add`: it depends on how many compete for hours, and
 * the division adds it.
 */
export interface Motive<Name extends string = string> {
  /** Word that files use for it, in `caseworkers.motives` and in rows of weights. */
  readonly name: Name;
  /** What it looks at, as the object of “gives time by”. */
  readonly says: string;
  /** What is looked at in one of the sample: V is what is looked at over its mean there. Absent: V has a scale of its own. */
  sampled?(person: Referred): number;
  /** What V is divided by where no sample says it; 1 if absent. */
  unit?(world: World): number;
  /** Whether it may move anybody of the role; it may in all roles if absent. */
  concerns?(world: World, role: number): boolean;
  /**
   * Adds a block's parts to `block.appeal`. `pull` is [caseworker] weight over the mean or unit: 0 for who is not
   * moved. Called only where it moves somebody.
   */
  add?(block: Block, pull: Float64Array): void;
  /** Weight × V of an item of a duty; 0 if absent. */
  ofItem?(weight: number, item: DeskItem): number;
}
