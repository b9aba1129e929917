import { hostname } from 'node:os';
import { dirname } from 'node:path';
import type { ReplicateResult } from '../../simulation/contract.ts';
import { runTask } from '../runTask.ts';
import type { WorkerTask } from '../workerTask.ts';
import { otherProgram, readChunk, readPlan } from './plan.ts';
import { recordOf, type TaskRecord } from './record.ts';
import { Shards } from './shards.ts';

/** How much a task of an array that is killed may lose, beyond the replicates under way. */
const millisecondsBetweenShards = 10_000;

/**
 * What a task of an array does: `slurmWorker.js BATCH FIRST THREADS` runs the chunk FIRST + its own number of the batch,
 * and leaves the results as shards. Whoever runs it again, or at the same time, does no harm.
 */
async function main([batch, first, threads]: readonly string[]): Promise<void> {
  const chunk = Number(first) + Number(process.env.SLURM_ARRAY_TASK_ID ?? 0);
  const cluster = dirname(dirname(batch));
  const plan = readPlan(cluster);
  if (!plan)
    throw new Error(
      `there is no plan in ${cluster}: the work was given up, or this node does not see the folder`,
    );
  const other = otherProgram(plan);
  if (other) throw new Error(`${other}; the package must be the same on all nodes`);
  const shards = new Shards(cluster, plan);
  shards.scan();
  const tasks = readChunk(cluster, batch, chunk).filter(({ key }) => !shards.has(key));
  console.log(`${new Date().toISOString()} ${hostname()}: chunk ${chunk}, ${tasks.length} tasks to do`);
  const { run, close } = await openRunner(Number(threads));
  let records: TaskRecord[] = [];
  let lastShard = performance.now();
  const flush = (seconds: number) => {
    if (records.length > 0) shards.write(records, seconds);
    records = [];
    lastShard = performance.now();
  };
  const began = performance.now();
  let done = 0;
  const secondsATask = () => ((performance.now() - began) / 1000 / done) * Number(threads);
  const left = [...tasks];
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      records.push(await recordOf(next.key, next.task, run));
      done++;
      if (performance.now() - lastShard > millisecondsBetweenShards) flush(secondsATask());
    }
  };
  await Promise.all(Array.from({ length: Number(threads) }, work));
  flush(secondsATask());
  await close();
  console.log(`${new Date().toISOString()}: done`);
}

type Run = (task: WorkerTask) => ReplicateResult | Promise<ReplicateResult>;

/** One core needs no threads, nor their memory. */
async function openRunner(threads: number): Promise<{ run: Run; close(): Promise<void> }> {
  if (threads <= 1) return { run: runTask, async close() {} };
  const { openThreadPool } = await import('../threads.ts');
  const pool = openThreadPool(threads);
  return { run: pool.run, close: pool.close };
}

await main(process.argv.slice(2)).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
