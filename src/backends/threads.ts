import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import type { Backend, OpenBackend } from './backend.ts';
import { builtFile } from './packageFiles.ts';
import { ReplicateError } from './workerTask.ts';

/** Threads used unless the user says otherwise. */
export const defaultThreads = (): number => availableParallelism();

/** Threads of this process, never more than there are tasks. */
export const onThreads =
  (threads: number): OpenBackend =>
  async ({ tasks = threads }) =>
    openThreadPool(Math.min(threads, tasks));

/**
 * Threads that live as long as the command, each with the scenarios that it last ran open: JavaScript reaches its
 * speed only after some work in one thread. One thread also runs beside the main one, so that an interrupt is heard.
 */
export function openThreadPool(threads: number): Backend {
  const filename = builtFile('worker.js');
  if (!existsSync(filename)) throw new Error(`${filename} is missing: build it with npm run build`);
  const pool = new Tinypool({ filename, minThreads: threads, maxThreads: threads });
  return {
    concurrency: threads,
    outlives: false,
    async expect() {},
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
