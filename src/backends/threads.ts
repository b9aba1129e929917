import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import type { ReplicateOptions, ReplicateResult, ScenarioBundle } from '../simulation/contract.ts';
import { builtFile } from './packageFiles.ts';
import { ReplicateError, type WorkerTask, type WorkerTexts } from './workerTask.ts';

/** Threads used unless the user says otherwise. */
export const defaultThreads = (): number => availableParallelism();

export interface ThreadPool {
  readonly threads: number;
  /** Runs one replicate; rejects with a {@link ReplicateError} that names it. */
  run(replicate: number): Promise<ReplicateResult>;
  /** Ends all threads at once, whatever they are doing. Replicates under way are rejected. */
  close(): Promise<void>;
}

/**
 * Threads that live as long as the run, each with the scenario read once: JavaScript reaches its speed only after
 * some work in one thread. One thread also runs beside the main one, so that an interrupt is heard.
 */
export function openThreadPool(
  bundle: ScenarioBundle,
  options: ReplicateOptions,
  threads: number,
): ThreadPool {
  const filename = builtFile('worker.js');
  if (!existsSync(filename)) throw new Error(`${filename} is missing: build it with npm run build`);
  const pool = new Tinypool({
    filename,
    minThreads: threads,
    maxThreads: threads,
    workerData: { bundle, options } satisfies WorkerTexts,
  });
  return {
    threads,
    async run(replicate) {
      try {
        return await pool.run({ replicate } satisfies WorkerTask);
      } catch (error) {
        throw new ReplicateError(replicate, error);
      }
    },
    close: () => pool.destroy(),
  };
}
