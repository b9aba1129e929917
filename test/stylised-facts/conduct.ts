import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import type { Replicate } from './runs.ts';
import { perform, type Unit } from './units.ts';

interface Answer {
  id: string;
  found: Replicate;
}

// The same bundle is the worker: it does one piece after another until it is stopped.
if (!isMainThread)
  parentPort?.on('message', (unit: Unit) => {
    parentPort?.postMessage({ id: unit.id, found: perform(unit) } satisfies Answer);
  });

/**
 * Does all pieces of work in threads and tells after each how many are done. Which thread does what changes no number.
 * `file` is the bundle that this module is part of.
 */
export async function conduct(
  units: readonly Unit[],
  file: URL,
  tell: (done: number) => void,
): Promise<Map<string, Replicate>> {
  const done = new Map<string, Replicate>();
  const waiting = [...units];
  const threads = Math.min(availableParallelism(), units.length);
  const workThrough = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      const next = (): void => {
        const unit = waiting.shift();
        if (unit === undefined) resolve();
        else worker.postMessage(unit);
      };
      worker.on('error', reject);
      worker.on('message', ({ id, found }: Answer) => {
        done.set(id, found);
        tell(done.size);
        next();
      });
      next();
    });
  const workers = Array.from({ length: threads }, () => new Worker(file));
  try {
    await Promise.all(workers.map(workThrough));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return done;
}
