import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReplicateOptions, ScenarioBundle } from '../../simulation/contract.ts';
import { writeWhole } from '../wholeFile.ts';
import type { WorkerTask } from '../workerTask.ts';
import { type Program, thisProgram } from './program.ts';
import type { TaskKeys } from './taskKeys.ts';

/** Where a run or study that goes over a cluster keeps its tasks, results and logs: in its working folder. */
export const clusterFolder = (work: string): string => join(work, 'slurm');

export const logsIn = (cluster: string): string => join(cluster, 'logs');
export const shardsIn = (cluster: string): string => join(cluster, 'shards');

/** What stands for the whole of it: what made it, and how to make it again. */
export interface Plan {
  format: 1;
  program: Program;
  /** Hash of what is asked for. */
  study: string;
  /** What whoever asked needs to ask again; it is kept and handed back as it is. */
  again: unknown;
}

export function writePlan(cluster: string, plan: Plan): void {
  for (const folder of ['texts', 'batches', 'shards', 'logs'])
    mkdirSync(join(cluster, folder), { recursive: true });
  writeWhole(join(cluster, 'plan.json'), `${JSON.stringify(plan, null, 2)}\n`);
}

export function readPlan(cluster: string): Plan | undefined {
  const path = join(cluster, 'plan.json');
  if (!existsSync(path)) return undefined;
  const plan = JSON.parse(readFileSync(path, 'utf8')) as Plan;
  return plan.format === 1 ? plan : undefined;
}

/** Why this program is not the one that made a plan; undefined where it is. */
export function otherProgram({ program }: Plan): string | undefined {
  const own = thisProgram();
  if (own.version !== program.version)
    return `the plan was made by version ${program.version}, and this is version ${own.version}`;
  if (own.build !== program.build) return `the plan was made by another build of version ${own.version}`;
  return undefined;
}

/** Tasks that are sent off together, cut into chunks; one task of an array does one chunk. */
export interface Batch {
  folder: string;
  chunks: readonly (readonly string[])[];
}

/** The arrays that do a batch. An array may have so many tasks only, so that a large batch has several. */
export interface SentArray {
  job: string;
  /** The chunk that its task 0 does. */
  from: number;
  count: number;
}

/** A task on disk: a line of its batch. The scenario's texts lie apart. */
interface TaskLine {
  key: string;
  texts: string;
  set: string[];
  replicate: number;
  options: ReplicateOptions;
}

export function writeBatch(
  cluster: string,
  tasks: readonly { key: string; task: WorkerTask }[],
  chunk: number,
  keys: TaskKeys,
): Batch {
  const number = readdirSync(join(cluster, 'batches')).length + 1;
  const folder = join(cluster, 'batches', String(number).padStart(4, '0'));
  mkdirSync(folder);
  const lines = tasks.map(({ key, task: { bundle, options, replicate } }): TaskLine => {
    const texts = keys.ofTexts(bundle);
    const path = textsAt(cluster, texts);
    if (!existsSync(path)) writeWhole(path, JSON.stringify({ ...bundle, set: [] }));
    return { key, texts, set: bundle.set, replicate, options };
  });
  const chunks: TaskLine[][] = [];
  // Chunks of one size, so that none is left with a rest.
  const size = Math.ceil(lines.length / Math.ceil(lines.length / chunk));
  for (let from = 0; from < lines.length; from += size) chunks.push(lines.slice(from, from + size));
  writeWhole(join(folder, 'tasks.jsonl'), chunks.map((own) => `${JSON.stringify(own)}\n`).join(''));
  return { folder, chunks: chunks.map((own) => own.map(({ key }) => key)) };
}

const textsAt = (cluster: string, hash: string): string => join(cluster, 'texts', `${hash}.json`);

const linesOf = (folder: string): string[] =>
  readFileSync(join(folder, 'tasks.jsonl'), 'utf8').split('\n').slice(0, -1);

/** The tasks of one chunk, as a worker finds them. */
export function readChunk(
  cluster: string,
  folder: string,
  chunk: number,
): { key: string; task: WorkerTask }[] {
  const line = linesOf(folder)[chunk];
  if (line === undefined) throw new Error(`${folder} has no chunk ${chunk}`);
  const texts = new Map<string, ScenarioBundle>();
  return (JSON.parse(line) as TaskLine[]).map(({ key, texts: hash, set, replicate, options }) => {
    const found: ScenarioBundle = texts.get(hash) ?? JSON.parse(readFileSync(textsAt(cluster, hash), 'utf8'));
    texts.set(hash, found);
    return { key, task: { bundle: { ...found, set }, replicate, options } };
  });
}

export function noteSent(folder: string, sent: readonly SentArray[]): void {
  writeWhole(join(folder, 'jobs.json'), JSON.stringify(sent));
}

/** Batches that were sent off, by this process or an earlier one. */
export function sentBatches(cluster: string): (Batch & { sent: SentArray[] })[] {
  const all = join(cluster, 'batches');
  return readdirSync(all)
    .sort()
    .map((name) => join(all, name))
    .filter((folder) => existsSync(join(folder, 'jobs.json')))
    .map((folder) => ({
      folder,
      chunks: linesOf(folder).map((line) => (JSON.parse(line) as TaskLine[]).map(({ key }) => key)),
      sent: JSON.parse(readFileSync(join(folder, 'jobs.json'), 'utf8')),
    }));
}
