import { Tinypool } from 'tinypool';
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
  const value: ChunkOutcome = { outcomes, milliseconds: performance.now() - began };
  const handed = { [Tinypool.transferableSymbol]: buffersOf(value), [Tinypool.valueSymbol]: value };
  return Tinypool.move(handed as never) as never;
}

/** Columns are handed over and not copied. */
function buffersOf({ outcomes }: ChunkOutcome): ArrayBufferLike[] {
  const designs = outcomes.flatMap((outcome) => ('result' in outcome ? outcome.result.designs : []));
  return designs.flatMap(({ clients = [], caseworkers = [] }) =>
    [...clients, ...caseworkers].map(({ data }) => data.buffer),
  );
}
