import { Tinypool } from 'tinypool';
import type { ReplicateResult } from '../simulation/contract.ts';
import { runTask } from './runTask.ts';
import type { WorkerTask } from './workerTask.ts';

/** What a worker thread does with each task. */
export default function replicateTask(task: WorkerTask): ReplicateResult {
  const result = runTask(task);
  const columns = tableColumns(result);
  if (columns.length === 0) return result;
  const handed = { [Tinypool.transferableSymbol]: columns, [Tinypool.valueSymbol]: result };
  return Tinypool.move(handed as never) as never;
}

/** Columns of client-level tables are handed over and not copied: they may have millions of rows. */
function tableColumns({ designs }: ReplicateResult): ArrayBufferLike[] {
  return designs.flatMap(({ clients = [], caseworkers = [] }) =>
    [...clients, ...caseworkers].map(({ data }) => data.buffer),
  );
}
