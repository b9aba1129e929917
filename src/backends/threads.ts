import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import type { ReplicateResult } from '../simulation/contract.ts';
import type { Backend, OpenBackend } from './backend.ts';
import { ChunkSize } from './chunkSize.ts';
import { whole } from './compactResult.ts';
import { builtFile } from './packageFiles.ts';
import type { ChunkOutcome } from './worker.ts';
import { ReplicateError, type WorkerTask } from './workerTask.ts';

/** Threads used unless the user says otherwise. */
export const defaultThreads = (): number => availableParallelism();

/** Threads of this process, never more than there are tasks. */
export const onThreads =
  (threads: number): OpenBackend =>
  async ({ tasks = threads }) =>
    openThreadPool(Math.min(threads, tasks));

/**
 * Threads that live as long as the command, each with the scenarios that it last ran open: JavaScript reaches its
 * speed only after some work in one thread. One thread also runs beside the main one, so that an interrupt is heard.
 * `size` says how many tasks a message holds.
 */
export function openThreadPool(threads: number, size = new ChunkSize()): Backend {
  const filename = builtFile('worker.js');
  if (!existsSync(filename)) throw new Error(`${filename} is missing: build it with npm run build`);
  return new ThreadPool(threads, filename, size);
}

/** A task that no thread has yet. */
interface Asked {
  task: WorkerTask;
  resolve(result: ReplicateResult): void;
  reject(error: ReplicateError): void;
}

/**
 * Hands tasks out in the order in which they are asked for, several in one message where they are short, and then one
 * message more than a thread works at, so that none waits for this thread.
 */
class ThreadPool implements Backend {
  readonly outlives = false;
  private threads: number;
  private pool: Tinypool;
  private size: ChunkSize;
  private waiting: Asked[] = [];
  private messages = 0;
  private isFlushing = false;

  constructor(threads: number, filename: string, size: ChunkSize) {
    this.threads = threads;
    this.size = size;
    const most = { minThreads: threads, maxThreads: threads, concurrentTasksPerWorker: 2 };
    this.pool = new Tinypool({ filename, ...most });
  }

  /** As many as all messages together hold. */
  get concurrency(): number {
    const { tasks, perThread } = this.size;
    return this.threads * tasks * perThread;
  }

  async expect(): Promise<void> {}

  run = (task: WorkerTask): Promise<ReplicateResult> =>
    new Promise((resolve, reject) => {
      this.waiting.push({ task, resolve, reject });
      if (this.waiting.length >= this.size.tasks) this.hand();
      else this.flushSoon();
    });

  close = (): Promise<void> => this.pool.destroy();

  private hand(): void {
    while (this.waiting.length > 0 && this.messages < this.threads * this.size.perThread)
      void this.send(this.waiting.splice(0, this.size.tasks));
  }

  /** Hands out what makes no full message once whoever takes results has asked for what comes next. */
  private flushSoon(): void {
    if (this.isFlushing || this.waiting.length === 0) return;
    this.isFlushing = true;
    setImmediate(() => {
      this.isFlushing = false;
      this.hand();
    });
  }

  private async send(chunk: readonly Asked[]): Promise<void> {
    this.messages++;
    let answer: ChunkOutcome;
    try {
      answer = await this.pool.run(chunk.map(({ task }) => task));
    } catch (error) {
      answer = { outcomes: chunk.map(() => ({ error })), milliseconds: Number.POSITIVE_INFINITY };
    }
    this.messages--;
    this.size.learn(chunk.length, answer.milliseconds);
    for (const [i, outcome] of answer.outcomes.entries()) {
      const { task, resolve, reject } = chunk[i];
      if ('result' in outcome) resolve(whole(outcome.result));
      else reject(new ReplicateError(task.replicate, outcome.error));
    }
    this.flushSoon();
  }
}
