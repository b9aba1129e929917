/**
 * Loaded before the program (`node --import`): its threads rest at every task, when they look at the clock, and once the file
 * FAULT_HUNGER is there they take memory without end. They look for messages without a turn in which a timer could run.
 */
import { existsSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const never = new Int32Array(new SharedArrayBuffer(4));
const now = performance.now.bind(performance);

function restOrTake() {
  Atomics.wait(never, 0, 0, 50);
  const taken = [];
  while (existsSync(process.env.FAULT_HUNGER ?? '')) taken.push(new Array(100_000).fill(0.5));
  return now();
}

if (!isMainThread) performance.now = restOrTake;
