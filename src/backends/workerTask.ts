import type { ReplicateOptions, ScenarioBundle } from '../simulation/contract.ts';

/** What a worker gets for each piece of work. */
export interface WorkerTask {
  bundle: ScenarioBundle;
  options: ReplicateOptions;
  replicate: number;
  /** Where client-level tables are left in pieces, as the beginning of paths; without it they are in the result. */
  tablesTo?: string;
}

/**
 * A replicate failed in its worker. The message names the replicate; the cause is the worker's own error. Where the scenario
 * asks what cannot be run, it has the name of that error: classes do not cross from thread to thread.
 */
export class ReplicateError extends Error {
  override name = 'ReplicateError';
  readonly replicate: number;

  constructor(replicate: number, cause: unknown, isOfScenario = isUnrunnable(cause)) {
    super(`replicate ${replicate} failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.replicate = replicate;
    if (isOfScenario) this.name = 'UnrunnableError';
  }
}

/** Whether whoever wrote the scenario can mend what an error says. */
export const isUnrunnable = (error: unknown): boolean =>
  error instanceof Error && error.name === 'UnrunnableError';
