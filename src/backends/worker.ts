import { type CompactResult, compact } from './compactResult.ts';
import { runTask } from './runTask.ts';
import type { WorkerTask } from './workerTask.ts';

/** What came of a message of tasks, in their order. */
export interface ChunkOutcome {
  outcomes: ({ result: CompactResult } | { error: unknown })[];
  milliseconds: number;
}

/** What a worker thread does with each message. A task that fails keeps none of the others from being done. */
export default function chunkOfTasks(tasks: readonly WorkerTask[]): ChunkOutcome {
  const began = performance.now();
  const outcomes = tasks.map((task): ChunkOutcome['outcomes'][number] => {
    try {
      return { result: compact(runTask(task)) };
    } catch (error) {
      return { error };
    }
  });
  return { outcomes, milliseconds: performance.now() - began };
}
