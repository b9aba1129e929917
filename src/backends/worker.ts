import { longMilliseconds } from './chunkSize.ts';
import { type CompactResult, compact } from './compactResult.ts';
import { runTask } from './runTask.ts';
import { isUnrunnable, type WorkerTask } from './workerTask.ts';

/** What came of a message of tasks, in their order: of the first ones, where there was no time for all. */
export interface ChunkOutcome {
  outcomes: ({ result: CompactResult } | { error: unknown; isOfScenario: boolean; system?: SystemFacts })[];
  milliseconds: number;
}

/** What is lost of an error of the system on its way from thread to thread. */
type SystemFacts = Pick<NodeJS.ErrnoException, 'code' | 'path'>;

/** What a worker thread does with each message. A task that fails keeps none of the others from being done. */
export default function chunkOfTasks(tasks: readonly WorkerTask[], most = longMilliseconds): ChunkOutcome {
  const began = performance.now();
  const outcomes: ChunkOutcome['outcomes'] = [];
  for (const task of tasks) {
    outcomes.push(outcomeOf(task));
    if (performance.now() - began > most) break;
  }
  return { outcomes, milliseconds: performance.now() - began };
}

function outcomeOf(task: WorkerTask): ChunkOutcome['outcomes'][number] {
  try {
    return { result: compact(runTask(task)) };
  } catch (error) {
    const isOfScenario = isUnrunnable(error);
    if (!(error instanceof Error && 'syscall' in error)) return { error, isOfScenario };
    const { code, path } = error as NodeJS.ErrnoException;
    return { error, isOfScenario, system: { code, path } };
  }
}
