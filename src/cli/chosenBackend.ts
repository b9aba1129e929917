import type { OpenBackend } from '../backends/backend.ts';
import { memoryHere } from '../backends/memory.ts';
import { jobsUnderWay } from '../backends/slurm/underWay.ts';
import { defaultThreads, onThreads } from '../backends/threads.ts';
import { workingFolder } from '../results/resultsFolder.ts';
import type { Memory } from '../simulation/index.ts';
import { shellLine } from '../words/shell.ts';
import type { CommandInput } from './command.ts';
import { flagName } from './options.ts';
import { sbatchWords } from './sbatchWords.ts';
import { UsageError } from './usageError.ts';

const USUAL_TRIES = 3;

/** What `gather` needs to ask again, as the plan of jobs keeps it. */
export interface AskedAgain {
  command: string;
  input: CommandInput;
  cwd: string;
}

/**
 * What runs the replicates of a command that writes to the folder `out`, by its options. Refuses to begin anew where jobs
 * still work for that folder.
 */
export async function chosenBackend(
  { command, name, out }: { command: string; name: string; out: string },
  input: CommandInput,
): Promise<{ threads: number; memory?: Memory; backend: OpenBackend }> {
  if (!input.resume) await refuseUnderWay(out);
  if (input.on !== 'slurm') {
    for (const option of ['slurmOptions', 'chunk', 'tries'] as const)
      if (input[option] !== undefined) throw new UsageError(`${flagName(option)} belongs to --on slurm.`);
    const threads = input.threads ?? defaultThreads();
    return { threads, memory: memoryHere(), backend: onThreads(threads) };
  }
  if (input.arguments.includes('-'))
    throw new UsageError('--on slurm takes no standard input: `gather` has to read the scenario again.');
  const { onSlurm } = await import('../backends/slurm/slurmBackend.ts');
  const threads = input.threads ?? 1;
  const again: AskedAgain = { command, input, cwd: process.cwd() };
  const settings = {
    threads,
    options: sbatchWords(input.slurmOptions ?? ''),
    name: `streetlevel-${name}`.replaceAll(/[^\w.+-]/g, '_'),
    chunk: input.chunk,
    tries: input.tries ?? USUAL_TRIES,
    sends: input.missing !== 'wait',
    again,
    goOn: gatherLine(out),
  };
  return { threads, backend: onSlurm(settings) };
}

/** The command line that finishes what jobs were left with. */
export const gatherLine = (out: string): string => shellLine(['gather', out]);

async function refuseUnderWay(out: string): Promise<void> {
  const jobs = await jobsUnderWay(workingFolder(out));
  if (jobs.length === 0) return;
  throw new UsageError(
    `${jobs.length === 1 ? 'a job' : 'jobs'} of Slurm still ${jobs.length === 1 ? 'works' : 'work'} for ${out}: ${jobs.join(', ')}. Finish it with: ${gatherLine(out)}\nOr end what is under way with: scancel ${jobs.join(' ')}. Or name another folder with --out.`,
  );
}
