import type { ReplicateResult } from '../simulation/contract.ts';
import { openScenario, simulateReplicate } from '../simulation/index.ts';
import type { WorkerTask, WorkerTexts } from './workerTask.ts';

let opened: ReturnType<typeof openScenario> | undefined;

/** Runs one replicate in a worker thread. The scenario is read once a thread, with the first task. */
export default function replicateTask({ replicate }: WorkerTask): ReplicateResult {
  const { bundle, options } = texts();
  opened ??= openScenario(bundle);
  return simulateReplicate(opened, replicate, options);
}

/** What the pool handed to this thread when it started it. */
function texts(): WorkerTexts {
  return process.__tinypool_state__.workerData;
}
