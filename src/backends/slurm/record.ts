import type { ReplicateResult } from '../../simulation/contract.ts';
import { isUnrunnable, ReplicateError, type WorkerTask } from '../workerTask.ts';

/** What came of one task: its result, or the error of a replicate that cannot be run, which no second try mends. */
export type TaskRecord =
  | { key: string; result: ReplicateResult }
  | { key: string; failure: { message: string; stack: string; isOfScenario?: boolean } };

/** Runs a task and keeps what comes of it, tables included: files of this process would not outlive it. */
export async function recordOf(
  key: string,
  { tablesTo: _, ...task }: WorkerTask,
  run: (task: WorkerTask) => ReplicateResult | Promise<ReplicateResult>,
): Promise<TaskRecord> {
  try {
    return { key, result: await run(task) };
  } catch (error) {
    const cause = error instanceof ReplicateError ? error.cause : error;
    const { message, stack = '' } = cause instanceof Error ? cause : { message: String(cause) };
    return { key, failure: { message, stack, ...(isUnrunnable(error) && { isOfScenario: true }) } };
  }
}

/** The result in a record, or the error as a thread would have thrown it. */
export function resultOf(record: TaskRecord, replicate: number): ReplicateResult {
  if ('result' in record) return record.result;
  const cause = new Error(record.failure.message);
  cause.stack = record.failure.stack;
  throw new ReplicateError(replicate, cause, record.failure.isOfScenario);
}
