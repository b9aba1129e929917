import type { Backend } from '../../src/backends/backend.ts';
import { runTask } from '../../src/backends/runTask.ts';
import type { WorkerTask } from '../../src/backends/workerTask.ts';
import { decisions, drawStream, seedKey } from '../../src/random/index.ts';
import type { ReplicateResult } from '../../src/simulation/contract.ts';

/** A backend of this process that finishes what was asked for in an order of chance, and keeps that order. */
export function shufflingBackend(seed: string): Backend & { order: number[] } {
  const chance = drawStream(seedKey(seed), 0, decisions.sampleOrder);
  const waiting: { task: WorkerTask; resolve: (result: ReplicateResult) => void }[] = [];
  const order: number[] = [];
  const finishOne = () => {
    const [{ task, resolve }] = waiting.splice(
      Math.floor(chance.uniform(order.length, 0) * waiting.length),
      1,
    );
    order.push(task.replicate);
    resolve(runTask(task));
  };
  return {
    order,
    concurrency: 5,
    outlives: false,
    expect: async () => {},
    run: (task) =>
      new Promise((resolve) => {
        waiting.push({ task, resolve });
        setImmediate(finishOne);
      }),
    close: async () => {},
  };
}
