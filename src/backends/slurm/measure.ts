import { openThreadPool } from '../threads.ts';
import type { WorkerTask } from '../workerTask.ts';
import { recordOf, type TaskRecord } from './record.ts';

/** Work that one task of an array should have at least: starting it costs about a second whatever it does. */
const secondsAChunk = 30;

/** The first tasks in a process are slow, so that a few are run where they are short. */
const mostMeasured = 3;
const secondsEnough = 3;

/** How many tasks make a chunk that is worth its start. */
export const chunkFor = (secondsATask: number, threads: number): number =>
  Math.max(1, Math.ceil((secondsAChunk * threads) / secondsATask));

/** Runs the first few tasks here, to see how long one takes; the results are kept. Stops at an interrupt. */
export async function measure(
  tasks: readonly { key: string; task: WorkerTask }[],
  signal: AbortSignal,
): Promise<{ records: TaskRecord[]; seconds: number }> {
  const pool = openThreadPool(1);
  const stop = () => void pool.close();
  signal.addEventListener('abort', stop);
  const records: TaskRecord[] = [];
  const began = performance.now();
  let seconds = secondsAChunk;
  try {
    for (const { key, task } of tasks.slice(0, mostMeasured)) {
      const start = performance.now();
      if (signal.aborted || start - began > secondsEnough * 1000) break;
      const record = await recordOf(key, task, pool.run);
      if (signal.aborted) break;
      records.push(record);
      seconds = (performance.now() - start) / 1000;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    await pool.close();
  }
  return { records, seconds };
}
