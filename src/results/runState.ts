import { join } from 'node:path';
import type { FoldState } from '../experiment/replicateFold.ts';
import { readJsonIfAny, writeWhole } from './files.ts';
import type { RunIdentity } from './runIdentity.ts';

/**
 * What an unfinished run needs to go on: kept in one file beside its tables and replaced as a whole, so that a
 * run that is killed at any moment finds a state and the lengths that the tables had then.
 */
export interface RunState {
  format: 1;
  identity: RunIdentity;
  fold: FoldState;
  /** Length of `measures.csv` when the state was taken; what stands behind it belongs to no counted replicate. */
  measuresBytes: number;
  /** State of each Parquet file, by its name. */
  tables: Record<string, string>;
}

export const stateFile = '.state.json';

export function writeState(folder: string, state: RunState): void {
  writeWhole(join(folder, stateFile), JSON.stringify(state));
}

/** The state in a folder; undefined where there is none that this version can read. */
export function readState(folder: string): RunState | undefined {
  const state = readJsonIfAny<RunState>(join(folder, stateFile));
  return state?.format === 1 ? state : undefined;
}
