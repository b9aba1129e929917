import { createHash } from 'node:crypto';
import type { ReplicateResult } from '../../simulation/contract.ts';
import { counted } from '../../words/counted.ts';
import type { Backend, BackendPlace, OpenBackend } from '../backend.ts';
import type { WorkerTask } from '../workerTask.ts';
import { mostInArray } from './commands.ts';
import { type Chunk, type JobSettings, Jobs } from './jobs.ts';
import { logsUnseen, tasksFailed } from './lost.ts';
import { chunkFor, measure } from './measure.ts';
import { clusterFolder, type Plan, readPlan, writePlan } from './plan.ts';
import { thisProgram } from './program.ts';
import { resultOf } from './record.ts';
import { Shards } from './shards.ts';
import { TaskKeys } from './taskKeys.ts';

export interface SlurmSettings extends JobSettings {
  /** Tasks that one task of an array does; from a first measurement if absent. */
  chunk: number | undefined;
  /** How often a task is sent off before it is given up. */
  tries: number;
  /** Whether what no job does is sent off; else what is there, and what jobs bring, is all. */
  sends: boolean;
  /** What is needed to ask again, which the plan keeps. */
  again: unknown;
  /** The command line that goes on. */
  goOn: string;
}

/** A task that was asked for and not yet handed over. */
interface Asked {
  task: WorkerTask;
  /** How often an array ended without its result. */
  tries: number;
  /** Where it was last lost. */
  lost?: Chunk;
  isGivenUp?: boolean;
}

/** Results read ahead of the one that is next: they wait on the disk, and memory does not grow with their number. */
const readAhead = 64;

/** Jobs of a Slurm cluster that leave their results in the working folder. */
export const onSlurm =
  (settings: SlurmSettings): OpenBackend =>
  async (place) =>
    new SlurmBackend(settings, place, await mostInArray());

class SlurmBackend implements Backend {
  readonly concurrency = readAhead;
  private settings: SlurmSettings;
  private place: BackendPlace;
  private cluster: string;
  private keys: TaskKeys;
  private shards: Shards;
  private jobs: Jobs;
  private asked = new Map<string, Asked>();
  private waiting = new Map<string, { resolve(): void; reject(error: unknown): void }[]>();
  /** Asked for, there, and not yet handed over. */
  private ahead = 0;
  private failure: unknown;
  private timer: NodeJS.Timeout | undefined;
  private reasonsTold = new Set<string>();
  private isClosed = false;
  private pause = { files: firstPause, slurm: firstPause, lastAsked: Number.NEGATIVE_INFINITY, silent: 0 };

  constructor(settings: SlurmSettings, place: BackendPlace, most: number) {
    this.settings = settings;
    this.place = place;
    this.cluster = clusterFolder(place.folder);
    const program = thisProgram();
    const study = createHash('sha256').update(JSON.stringify(place.identity)).digest('hex').slice(0, 32);
    const plan: Plan = { format: 1, program, study, again: readPlan(this.cluster)?.again ?? settings.again };
    writePlan(this.cluster, plan);
    this.keys = new TaskKeys(program);
    this.shards = new Shards(this.cluster, plan, place.onNews);
    this.jobs = new Jobs(this.cluster, settings, most);
  }

  get outlives(): boolean {
    return this.jobs.hasSent;
  }

  async expect(tasks: Iterable<WorkerTask>): Promise<void> {
    for (const task of tasks) {
      const key = this.keys.of(task);
      if (!this.asked.has(key)) this.asked.set(key, { task, tries: 0 });
    }
    this.shards.scan();
    this.countAhead();
    const left = this.missing().filter(([key]) => !this.jobs.covers(key));
    if (!this.settings.sends) for (const [, one] of left) one.isGivenUp = true;
    else if (left.length > 0) await this.send(left.map(([key, { task }]) => ({ key, task })));
    this.watch();
  }

  async run(task: WorkerTask): Promise<ReplicateResult> {
    const key = this.keys.of(task);
    if (!this.asked.has(key)) await this.expect([task]);
    for (;;) {
      if (!this.shards.has(key)) await this.arrivalOf(key);
      const record = this.shards.read(key);
      if (record) {
        this.asked.delete(key);
        this.place.onAhead(--this.ahead);
        return resultOf(record, task.replicate);
      }
      await this.expect([]);
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    for (const one of [...this.waiting.values()].flat()) one.reject(new Error('the work was stopped'));
    this.waiting.clear();
  }

  private missing(): [string, Asked][] {
    return [...this.asked].filter(([key, { isGivenUp }]) => !isGivenUp && !this.shards.has(key));
  }

  private arrivalOf(key: string): Promise<void> {
    if (this.failure !== undefined) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => {
      this.waiting.set(key, [...(this.waiting.get(key) ?? []), { resolve, reject }]);
    });
  }

  private async send(tasks: { key: string; task: WorkerTask }[]): Promise<void> {
    const { settings, place } = this;
    let { chunk } = settings;
    if (chunk === undefined && this.shards.seconds === undefined) {
      const { records, seconds } = await measure(tasks, place.signal);
      if (records.length > 0) this.shards.write(records, seconds);
      this.shards.scan();
    }
    chunk ??= chunkFor(this.shards.seconds ?? 1, settings.threads);
    const left = tasks.filter(({ key }) => !this.shards.has(key));
    if (left.length === 0 || place.signal.aborted) return;
    place.onSend();
    const { jobs, chunks } = await this.jobs.send(left, chunk, this.keys);
    this.pause = { ...this.pause, files: firstPause, slurm: firstPause };
    place.onNews(
      `${counted(left.length, 'replicate')} sent to Slurm as job ${jobs.join(', ')}: ${counted(chunks, 'array task')}.`,
    );
  }

  private watch(): void {
    if (this.timer !== undefined || this.isClosed) return;
    this.timer = setTimeout(async () => {
      try {
        await this.look();
      } catch (error) {
        this.failure = error;
      }
      this.settle();
      this.timer = undefined;
      const someLack = [...this.asked.keys()].some((key) => !this.shards.has(key));
      if (this.failure === undefined && someLack) this.watch();
    }, this.pause.files);
    this.pause.files = Math.min(this.pause.files * 1.2, longestPause.files);
  }

  /** Looks what has come and, less often, what Slurm says. */
  private async look(): Promise<void> {
    const { pause } = this;
    this.shards.scan();
    this.countAhead();
    if (performance.now() - pause.lastAsked < pause.slurm) return;
    const lost = await this.jobs.look((key) => this.shards.has(key));
    pause.lastAsked = performance.now();
    pause.slurm = Math.min(pause.slurm * 1.3, longestPause.slurm);
    pause.silent = lost ? 0 : pause.silent + 1;
    if (pause.silent === 3) this.place.onNews('Slurm does not answer; results are taken as they come.');
    this.tellStanding();
    if (this.isClosed) return;
    if (lost && lost.length > 0) await this.again(lost);
    const givenUp = [...this.asked.values()].filter(({ isGivenUp }) => isGivenUp);
    if (givenUp.length > 0 && !this.jobs.areUnderWay) throw tasksFailed(givenUp, this.settings.goOn);
  }

  /** Sends off again what was lost, unless it was often enough. */
  private async again(lost: readonly Chunk[]): Promise<void> {
    const { tries, sends } = this.settings;
    const unseen = lost.find((chunk) => logsUnseen(chunk, this.jobs, this.place.folder));
    if (unseen) throw logsUnseen(unseen, this.jobs, this.place.folder);
    const left: { key: string; task: WorkerTask }[] = [];
    for (const chunk of lost) {
      const keys = chunk.keys.filter((key) => !this.shards.has(key) && !this.jobs.covers(key));
      const own = keys.flatMap((key) => (this.asked.has(key) ? [[key, this.asked.get(key)!] as const] : []));
      for (const [key, one] of own) {
        one.lost = chunk;
        if (!chunk.isOld) one.tries++;
        one.isGivenUp = one.tries >= tries || !sends;
        if (!one.isGivenUp) left.push({ key, task: one.task });
      }
      if (own.length === 0) continue;
      const [, first] = own[0];
      const next = first.isGivenUp
        ? ''
        : `: sent off again${chunk.isOld ? '' : `, try ${first.tries + 1} of ${tries}`}`;
      this.place.onNews(
        `Array task ${chunk.name} ended (${chunk.last?.state ?? 'unknown to Slurm'}) without ${counted(own.length, 'result')}${next}.`,
      );
    }
    if (left.length > 0) await this.send(left);
  }

  /** Wakes up whoever waits for what is there, or for nothing any more. */
  private settle(): void {
    for (const [key, all] of this.waiting) {
      if (this.failure === undefined && !this.shards.has(key)) continue;
      this.waiting.delete(key);
      for (const one of all) this.failure === undefined ? one.resolve() : one.reject(this.failure);
    }
  }

  /** What runs and waits; and, once, a reason to wait that may last. */
  private tellStanding(): void {
    const { standing } = this.jobs;
    this.place.onStanding(standing);
    const { running, waiting, why } = standing;
    if (running > 0 || waiting === 0 || usualWaits.has(why) || this.reasonsTold.has(why)) return;
    this.reasonsTold.add(why);
    this.place.onNews(`${counted(waiting, 'array task')} cannot start yet; Slurm says why: ${why}.`);
  }

  private countAhead(): void {
    this.ahead = 0;
    for (const key of this.asked.keys()) if (this.shards.has(key)) this.ahead++;
    this.place.onAhead(this.ahead);
  }
}

/** Milliseconds between two looks at the files, and between two questions to Slurm, which many ask. */
const firstPause = 400;
const longestPause = { files: 5_000, slurm: 20_000 };

/** Reasons to wait that pass by themselves. */
const usualWaits = new Set(['', 'Priority', 'Resources', 'BeginTime']);
