import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import type { ReplicateResult } from '../simulation/contract.ts';
import { builtFile } from './packageFiles.ts';
import { ReplicateError, type WorkerTask } from './workerTask.ts';

/** Threads used unless the user says otherwise. */
export const defaultThreads = (): number => availableParallelism();

export interface ThreadPool {
  readonly threads: number;
  /** Runs one replicate; rejects with a {@link ReplicateError} that names it. */
  run(task: WorkerTask): Promise<ReplicateResult>;
  /** Ends all threads at once, whatever they are doing. Replicates under way are rejected. */
  close(): Promise<void>;
}

/**
 * Threads that live as long as the command, each with the scenarios that it last ran open: JavaScript reaches its
 * speed only after some work in one thread. One thread also runs beside the main one, so that an interrupt is heard.
 */
export function openThreadPool(threads: number): ThreadPool {
  const filename = builtFile('worker.js');
  if (!existsSync(filename)) throw new Error(`${filename} is missing: build it with npm run build`);
  const pool = new Tinypool({ filename, minThreads: threads, maxThreads: threads });
  return {
    threads,
    async run(task) {
      try {
        return await pool.run(task);
      } catch (error) {
        throw new ReplicateError(task.replicate, error);
      }
    },
    close: () => pool.destroy(),
  };
}
