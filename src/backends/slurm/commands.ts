import { execFile } from 'node:child_process';
import { ClusterError, ClusterRequestError } from './errors.ts';

/** A task of an array, as Slurm sees it. */
export interface ArrayTaskState {
  /** Whether it is waiting, runs, or is on its way to either. */
  isAlive: boolean;
  /** In Slurm's own word, such as RUNNING, TIMEOUT or OUT_OF_MEMORY. */
  state: string;
  /** Why it waits, or why it ended, where Slurm says so. */
  reason: string;
}

/** Tasks that will do nothing more. All other states are of tasks that may. */
const ended = new Set([
  'BOOT_FAIL',
  'CANCELLED',
  'COMPLETED',
  'DEADLINE',
  'FAILED',
  'NODE_FAIL',
  'OUT_OF_MEMORY',
  'PREEMPTED',
  'REVOKED',
  'TIMEOUT',
]);

interface Answer {
  code: number;
  out: string;
  err: string;
}

/** Runs a program of Slurm. */
function ask(program: string, words: readonly string[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    execFile(program, words, { timeout: 60_000, maxBuffer: 2 ** 28 }, (error, out, err) => {
      if (error && (error as NodeJS.ErrnoException).code === 'ENOENT')
        reject(
          new ClusterRequestError(
            `${program} is not found: --on slurm needs a machine from which jobs can be sent to Slurm. Leave it out to run here.`,
          ),
        );
      else resolve({ code: error ? Number(error.code) || 1 : 0, out, err: err || (error?.message ?? '') });
    });
  });
}

/** What Slurm said, without the name of its program. */
const said = ({ err }: Answer): string =>
  err
    .trim()
    .split('\n')
    .map((line) => line.replace(/^\w+: (?:error|fatal): /, ''))
    .join('; ');

/**
 * The most tasks that an array may have. The first question to a cluster: where there is none, this is where it is told.
 */
export async function mostInArray(): Promise<number> {
  const answer = await ask('scontrol', ['show', 'config']);
  if (answer.code !== 0) throw new ClusterError(`Slurm does not answer: ${said(answer)}`);
  const size = Number(/^MaxArraySize\s*=\s*(\d+)/m.exec(answer.out)?.[1] ?? 1001);
  if (size < 1) throw new ClusterRequestError('this Slurm takes no job arrays: its MaxArraySize is 0.');
  return size;
}

/** Sends off an array of so many tasks; the number of its job. */
export async function submitArray(
  script: string,
  count: number,
  options: readonly string[],
): Promise<string> {
  const answer = await ask('sbatch', ['--parsable', `--array=0-${count - 1}`, ...options, script]);
  const job = /^(\d+)/.exec(answer.out.trim())?.[1];
  if (answer.code === 0 && job !== undefined) return job;
  throw new ClusterRequestError(
    `Slurm took no job: ${said(answer) || 'sbatch gave no number'}.\nWhat it needs to know, such as a partition or an account, goes into --slurm-options.`,
  );
}

/**
 * The tasks of jobs by name, such as `17_3`. Of jobs that ended some time ago Slurm knows nothing: their tasks are not
 * there. Undefined where Slurm does not answer.
 */
export async function arrayTasks(jobs: readonly string[]): Promise<Map<string, ArrayTaskState> | undefined> {
  const words = ['--noheader', '--array', '--states=all', '--format=%i|%T|%r', `--jobs=${jobs.join(',')}`];
  const answer = await ask('squeue', words);
  if (answer.code !== 0 && /invalid job id/i.test(answer.err)) return new Map();
  if (answer.code !== 0) return undefined;
  const tasks = new Map<string, ArrayTaskState>();
  for (const line of answer.out.split('\n')) {
    const [id, state, reason = ''] = line.trim().split('|');
    if (state === undefined) continue;
    tasks.set(id, { isAlive: !ended.has(state), state, reason: reason === 'None' ? '' : reason });
  }
  return tasks;
}
