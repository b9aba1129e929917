import { join } from 'node:path';
import type { FoldState } from '../experiment/replicateFold.ts';
import { readJsonIfAny, writeWhole } from './files.ts';
import type { RunIdentity } from './runIdentity.ts';

/** What unfinished work of every kind says of itself: in one file of its folder, replaced as a whole. */
export interface UnfinishedState {
  format: 1;
  identity: RunIdentity;
  /** Replicates of a run, or points of a study, that are done. */
  done: number;
  /** Files and folders beside the state that are needed to go on. */
  files: string[];
}

/**
 * What an unfinished run needs to go on: kept beside its tables, so that a run that is killed at any moment finds a
 * state and the lengths that the tables had then.
 */
export interface RunState extends UnfinishedState {
  fold: FoldState;
  /** Length of `measures.csv` when the state was taken; what stands behind it belongs to no counted replicate. */
  measuresBytes: number;
  /** State of each Parquet file, by its name. */
  tables: Record<string, string>;
}

export const stateFile = '.state.json';

export function writeState(folder: string, state: UnfinishedState): void {
  writeWhole(join(folder, stateFile), JSON.stringify(state));
}

/** The state in a folder; undefined where there is none that this version can read. */
export function readState<S extends UnfinishedState>(folder: string): S | undefined {
  const state = readJsonIfAny<S>(join(folder, stateFile));
  return state?.format === 1 ? state : undefined;
}
