import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkerTask } from '../workerTask.ts';
import { type ArrayTaskState, arrayTasks, submitArray } from './commands.ts';
import { logsIn, noteSent, type SentArray, sentBatches, writeBatch } from './plan.ts';
import { writeScript } from './script.ts';
import type { TaskKeys } from './taskKeys.ts';

/**
 * Milliseconds after the end of an array task for which its results may still be missing before they are taken for lost:
 * files that another node wrote are seen late on some shared disks. Of a task that failed little is to be waited for.
 */
const graceOf = (last: ArrayTaskState | undefined): number =>
  last === undefined || last.isAlive || last.state === 'COMPLETED' ? 10_000 : 2_000;

/** One task of an array on its way. */
export interface Chunk {
  /** Keys of the tasks that it does. */
  keys: readonly string[];
  job: string;
  /** As Slurm calls it: `17_3`. */
  name: string;
  log: string;
  /** Whether an earlier process sent it off: then its loss is no try of this one. */
  isOld: boolean;
  /** Since when Slurm knows no more of it, in milliseconds; and what it last said. */
  endedAt?: number;
  last?: ArrayTaskState;
}

export interface JobSettings {
  /** Cores of an array task. */
  threads: number;
  /** Words for sbatch beside our own. */
  options: readonly string[];
  /** Name of the jobs. */
  name: string;
}

/** The arrays that were sent off for a plan, by this process or an earlier one, as far as they are under way. */
export class Jobs {
  private cluster: string;
  private settings: JobSettings;
  private mostInArray: number;
  private underWay: Chunk[] = [];
  private covered = new Set<string>();
  /** Whether anything was ever sent off. */
  hasSent = false;

  constructor(cluster: string, settings: JobSettings, mostInArray: number) {
    this.cluster = cluster;
    this.settings = settings;
    this.mostInArray = mostInArray;
    for (const { chunks, sent } of sentBatches(cluster)) this.take(chunks, sent, true);
  }

  /** Whether a task is with an array that is under way. */
  covers(key: string): boolean {
    return this.covered.has(key);
  }

  get areUnderWay(): boolean {
    return this.underWay.length > 0;
  }

  get names(): string[] {
    return [...new Set(this.underWay.map(({ job }) => job))];
  }

  /** Sends tasks off, so many a chunk. */
  async send(
    tasks: readonly { key: string; task: WorkerTask }[],
    chunk: number,
    keys: TaskKeys,
  ): Promise<{ jobs: string[]; chunks: number }> {
    const { cluster, settings, mostInArray } = this;
    const { folder, chunks } = writeBatch(cluster, tasks, chunk, keys);
    const sent: SentArray[] = [];
    for (let from = 0; from < chunks.length; from += mostInArray) {
      const count = Math.min(mostInArray, chunks.length - from);
      const script = writeScript(folder, from, settings.threads);
      const job = await submitArray(script, count, [
        `--job-name=${settings.name}`,
        `--cpus-per-task=${settings.threads}`,
        `--chdir=${cluster}`,
        `--output=${logsIn(cluster).replaceAll('%', '%%')}/%A_%a.log`,
        ...settings.options,
      ]);
      sent.push({ job, from, count });
      noteSent(folder, sent);
      this.take(chunks, sent.slice(-1), false);
    }
    return { jobs: sent.map(({ job }) => job), chunks: chunks.length };
  }

  /**
   * Asks Slurm, and hands back the chunks that ended without all their results; they are under way no more. `isThere`
   * says whether a task's result is. Undefined where Slurm does not answer.
   */
  async look(isThere: (key: string) => boolean): Promise<Chunk[] | undefined> {
    this.drop(({ keys }) => keys.every(isThere));
    if (this.underWay.length === 0) return [];
    const states = await arrayTasks(this.names);
    if (!states) return undefined;
    const now = performance.now();
    const lost: Chunk[] = [];
    for (const chunk of this.underWay) {
      const state = states.get(chunk.name);
      chunk.last = state ?? chunk.last;
      if (state?.isAlive) chunk.endedAt = undefined;
      else chunk.endedAt ??= now;
      if (chunk.endedAt !== undefined && now - chunk.endedAt >= graceOf(chunk.last)) lost.push(chunk);
    }
    this.drop((chunk) => lost.includes(chunk));
    return lost;
  }

  /** How many array tasks run and wait, by what Slurm last said, and why the first of those that wait does. */
  get standing(): { running: number; waiting: number; why: string } {
    const alive = this.underWay.filter(({ last }) => last?.isAlive);
    const waiting = alive.filter(({ last }) => last!.state === 'PENDING');
    return {
      running: alive.length - waiting.length,
      waiting: waiting.length,
      why: waiting[0]?.last?.reason ?? '',
    };
  }

  /** Whether any array task of a job left its log where this process sees it. */
  hasLogs(job: string): boolean {
    const logs = logsIn(this.cluster);
    return existsSync(logs) && readdirSync(logs).some((name) => name.startsWith(`${job}_`));
  }

  private take(chunks: readonly (readonly string[])[], sent: readonly SentArray[], isOld: boolean): void {
    this.hasSent = true;
    for (const { job, from, count } of sent)
      for (let i = 0; i < count; i++) {
        const name = `${job}_${i}`;
        const keys = chunks[from + i];
        const log = join(logsIn(this.cluster), `${name}.log`);
        this.underWay.push({ keys, job, name, log, isOld });
        for (const key of keys) this.covered.add(key);
      }
  }

  private drop(isOver: (chunk: Chunk) => boolean): void {
    const over = this.underWay.filter(isOver);
    if (over.length === 0) return;
    this.underWay = this.underWay.filter((chunk) => !over.includes(chunk));
    this.covered = new Set(this.underWay.flatMap(({ keys }) => keys));
  }
}
