import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { WorkerTask } from '../workerTask.ts';
import { ClusterError, ClusterRequestError } from './errors.ts';
import type { Chunk, Jobs } from './jobs.ts';

/** Tasks that an error names; more are counted. */
const mostNamed = 10;

/** States of a task that ended before it began, and so without a log. */
const neverBegan = ['CANCELLED', 'NODE_FAIL', 'BOOT_FAIL', 'PREEMPTED', 'DEADLINE'];

/** The error where an array task ended and no task of its array left so much as a log here: nodes do not see the folder. */
export function logsUnseen({ job, name, last }: Chunk, jobs: Jobs, folder: string): Error | undefined {
  if ((last && neverBegan.includes(last.state)) || jobs.hasLogs(job)) return undefined;
  const state = last ? ` (${[last.state, last.reason].filter(Boolean).join(', ')})` : '';
  return new ClusterRequestError(
    `array task ${name} ended${state} and left neither results nor a log in ${folder}: the nodes of the cluster do not see that folder. Name one on a disk that all nodes share with --out.`,
  );
}

/** The error of tasks that were given up: which they are, and where their logs lie. */
export function tasksFailed(
  tasks: readonly { task: WorkerTask; tries: number; lost?: Chunk }[],
  goOn: string,
): Error {
  const named = tasks.slice(0, mostNamed).map(({ task, lost }) => `- ${nameOf(task)}: ${fateOf(lost)}`);
  const more = tasks.length - named.length;
  if (more > 0) named.push(`- and ${more} more`);
  const last = tasks.map(({ lost }) => lost && endOf(lost.log)).find(Boolean);
  const tries = Math.max(...tasks.map((one) => one.tries));
  const count = tasks.length === 1 ? '1 task has' : `${tasks.length} tasks have`;
  return new ClusterError(
    [
      `${count} no result${tries > 0 ? ` after ${tries === 1 ? '1 try' : `${tries} tries`}` : ''}:`,
      ...named,
      ...(last ? ['The first log ends with:', last] : []),
      `All other results are kept. Once the cause is mended, perhaps by --slurm-options '--mem=4G --time=02:00:00', go on with: ${goOn}`,
    ].join('\n'),
  );
}

function nameOf({ bundle, replicate }: WorkerTask): string {
  const settings = bundle.set.length === 0 ? '' : ` at ${bundle.set.join(', ')}`;
  const at = settings.length > 200 ? `${settings.slice(0, 200)}…` : settings;
  return `replicate ${replicate} of ${bundle.file}${at}`;
}

function fateOf(lost: Chunk | undefined): string {
  if (!lost) return 'no job does it';
  return `array task ${lost.name}, ${lost.last?.state ?? 'of which Slurm knows no more'}, log ${lost.log}`;
}

/** The last lines of a log, if there are any. */
function endOf(path: string): string | undefined {
  try {
    const file = openSync(path, 'r');
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size, 2000));
    readSync(file, bytes, 0, bytes.length, size - bytes.length);
    closeSync(file);
    const lines = bytes.toString('utf8').trim().split('\n').slice(-4);
    return lines.map((line) => `  ${line}`).join('\n');
  } catch {
    return undefined;
  }
}
