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
 * `size` says how many tasks a message holds, `filename` what threads run.
 */
export function openThreadPool(
  threads: number,
  size = new ChunkSize(),
  filename = builtFile('worker.js'),
): Backend {
  if (!existsSync(filename)) throw new Error(`${filename} is missing: build it with npm run build`);
  return new ThreadPool(threads, filename, size);
}

/** A task that no thread has yet. */
interface Asked {
  task: WorkerTask;
  resolve(result: ReplicateResult): void;
  reject(error: Error): void;
}

/**
 * Hands tasks out in the order in which they are asked for, several in one message where they are short, and then one
 * message more than a thread works at, so that none waits for this thread.
 *
 * A thread that dies, for want of memory say, takes all its messages with it. Nobody knows then which task it was: they
 * are asked for again, each by itself with no other under way, and only one of which a thread dies then has failed.
 */
class ThreadPool implements Backend {
  readonly outlives = false;
  private threads: number;
  private pool: Tinypool;
  private size: ChunkSize;
  private waiting: Asked[] = [];
  /** Messages that threads have. */
  private underWay = new Set<readonly Asked[]>();
  private isFlushing = false;
  /** Tasks that were with a thread that died. */
  private suspects: Asked[] = [];
  /** Whether one of them is run, for which nothing else may be under way. */
  private isProving = false;
  /** Why nothing is taken any more. */
  private refusal: ((task: WorkerTask) => Error) | undefined;

  constructor(threads: number, filename: string, size: ChunkSize) {
    this.threads = threads;
    this.size = size;
    const most = { minThreads: threads, maxThreads: threads, concurrentTasksPerWorker: 2 };
    this.pool = new Tinypool({ filename, ...most });
    this.pool.on('error', (error: Error) => {
      // The answer of a thread that has died since: its tasks are asked for again.
      if (error.message.startsWith('Unexpected message from Worker')) return;
      this.end(() => new Error(`a thread could not be kept going: ${error.message}`, { cause: error }));
    });
  }

  /** As many as all messages together hold. */
  get concurrency(): number {
    return this.threads * this.size.tasks * this.size.perThread;
  }

  async expect(): Promise<void> {}

  run = (task: WorkerTask): Promise<ReplicateResult> =>
    new Promise((resolve, reject) => {
      if (this.refusal) return reject(this.refusal(task));
      this.waiting.push({ task, resolve, reject });
      if (this.waiting.length >= this.size.tasks) this.hand();
      else this.flushSoon();
    });

  close = async (): Promise<void> => {
    this.end((task) => new ReplicateError(task.replicate, new Error('the threads were closed')));
    try {
      await this.pool.destroy();
    } catch {
      // A thread died while it was ended, which is what was wanted of it; the others are ended now.
      await this.pool.destroy().catch(() => {});
    }
  };

  /** Takes nothing more, and rejects all that is not done. */
  private end(refusal: (task: WorkerTask) => Error): void {
    this.refusal ??= refusal;
    for (const { task, reject } of [...this.suspects.splice(0), ...this.waiting.splice(0)])
      reject(this.refusal(task));
    for (const chunk of this.underWay) for (const { task, reject } of chunk) reject(this.refusal(task));
  }

  private hand(): void {
    if (this.isProving || this.refusal) return;
    if (this.suspects.length > 0) {
      if (this.underWay.size === 0) void this.prove(this.suspects.splice(0, 1));
      return;
    }
    while (this.waiting.length > 0 && this.underWay.size < this.threads * this.size.perThread) {
      // What is less than all idle threads could take is spread over them.
      const idle = Math.max(1, this.threads - this.underWay.size);
      const tasks = Math.min(this.size.tasks, Math.ceil(this.waiting.length / idle));
      void this.send(this.waiting.splice(0, tasks));
    }
  }

  /** Hands out what makes no full message once whoever takes results has asked for what comes next. */
  private flushSoon(): void {
    if (this.isFlushing || this.waiting.length + this.suspects.length === 0) return;
    this.isFlushing = true;
    setImmediate(() => {
      this.isFlushing = false;
      this.hand();
    });
  }

  private async prove(chunk: readonly Asked[]): Promise<void> {
    this.isProving = true;
    await this.send(chunk);
    this.isProving = false;
    this.flushSoon();
  }

  private async send(chunk: readonly Asked[]): Promise<void> {
    const isAlone = this.isProving;
    let answer: ChunkOutcome | undefined;
    let death: unknown;
    this.underWay.add(chunk);
    try {
      answer = await this.pool.run(chunk.map(({ task }) => task));
    } catch (error) {
      death = error;
    }
    this.underWay.delete(chunk);
    if (this.refusal) return;
    if (answer) this.take(chunk, answer);
    else {
      this.size.learn(chunk.length, Number.POSITIVE_INFINITY);
      if (!isAlone) this.suspects.push(...chunk);
      else for (const { task, reject } of chunk) reject(new ReplicateError(task.replicate, death));
    }
    this.flushSoon();
  }

  private take(chunk: readonly Asked[], { outcomes, milliseconds }: ChunkOutcome): void {
    this.size.learn(outcomes.length, milliseconds);
    // The thread had no time for the last ones.
    this.waiting.unshift(...chunk.slice(outcomes.length));
    for (const [i, outcome] of outcomes.entries()) {
      const { task, resolve, reject } = chunk[i];
      if ('result' in outcome) resolve(whole(outcome.result));
      else {
        const error = Object.assign(outcome.error as object, outcome.system);
        reject(new ReplicateError(task.replicate, error, outcome.isOfScenario));
      }
    }
  }
}
