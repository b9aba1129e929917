import type { OpenBackend } from '../backends/backend.ts';
import type { Member } from '../experiment/members.ts';
import type { CompanionName } from '../simulation/contract.ts';
import type { Memory } from '../simulation/index.ts';

/** What every command asks that fills a folder of results. */
export interface FolderRequested {
  /** Threads of this machine, or cores of a task on others. */
  threads: number;
  /** The memory of this machine, where it does the work. */
  memory?: Memory;
  /** What runs the replicates. */
  backend: OpenBackend;
  /** The results folder, and whether the user named it. */
  out: string;
  explicitOut: boolean;
  force: boolean;
  resume: boolean;
  /** The command line that repeats it; without what does not change its numbers. */
  command: string;
  /** The command line as typed. */
  commandTyped: string;
}

/** What a run is asked for: the scenarios, what to make of them, and where the results go. */
export interface RunRequest extends FolderRequested {
  kind: 'run' | 'compare';
  /** The scenario's name: the stem of its file, or those of all files joined by `+`. */
  scenario: string;
  /** A run has one. */
  members: readonly Member[];
  /** Designs that are run beside the first; all if empty. */
  only: readonly string[];
  references: CompanionName[];
  /** Keys of the measures by which a comparison ranks its designs; the usual ones if empty. */
  rank: readonly string[];
  clientTable: boolean;
}
