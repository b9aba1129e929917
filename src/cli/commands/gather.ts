import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { planIn } from '../../backends/slurm/underWay.ts';
import { workingFolder } from '../../results/resultsFolder.ts';
import { gatherStudy } from '../../results/study/gatherStudy.ts';
import { shellLine } from '../../words/shell.ts';
import type { AskedAgain } from '../chosenBackend.ts';
import type { CommandInput } from '../command.ts';
import { commands } from '../commands.ts';
import { exitCode } from '../exitCodes.ts';
import { flagName } from '../options.ts';
import { print, printJson, sayAlways } from '../output.ts';
import { UsageError } from '../usageError.ts';

const ENDING = '.shards';

/**
 * Finishes a folder for which jobs were sent off; or puts the parts of a sweep together into the folder that the whole
 * would have left.
 */
export async function execute(input: CommandInput): Promise<number> {
  const plan = planIn(workingFolder(input.argument!));
  if (plan) return finish(plan.again as AskedAgain, input);
  for (const option of ['slurmOptions', 'threads', 'chunk', 'tries', 'missing'] as const)
    if (input[option] !== undefined)
      throw new UsageError(
        `${flagName(option)} is for work that was sent to Slurm, and none was for ${input.argument}.`,
      );
  const parts = resolve(input.argument!);
  const name = basename(parts);
  const whole = name.endsWith(ENDING) ? name.slice(0, -ENDING.length) : `${name}.whole`;
  const { folder, points } = await gatherStudy({
    folder: input.argument!,
    out: input.out ?? join(dirname(input.argument!), whole),
    explicitOut: input.out !== undefined,
    force: input.force,
    commandTyped: shellLine(input.typed),
  });
  const report = join(folder, 'report.html');
  if (input.json) await printJson({ folder, report, points });
  else await print(report);
  const lacking = points.asked - points.done;
  if (lacking === 0) return exitCode.done;
  sayAlways(`${lacking} of ${points.asked} points failed or were not reached: see points.csv in ${folder}`);
  return exitCode.failed;
}

/** Asks again as it was asked, from the same folder, to go on; what concerns the cluster may be said anew. */
async function finish({ command, input: asked, cwd }: AskedAgain, input: CommandInput): Promise<number> {
  if (input.out !== undefined || input.force)
    throw new UsageError(`the folder of this work is ${input.argument}: leave out --out and --force.`);
  if (!existsSync(cwd))
    throw new UsageError(`the work was begun in ${cwd}, which is gone: its scenario was named from there.`);
  process.chdir(cwd);
  const found = commands.find(({ name }) => name === command)!;
  const { execute } = await found.load();
  return execute({
    ...asked,
    slurmOptions: input.slurmOptions ?? asked.slurmOptions,
    threads: input.threads ?? asked.threads,
    chunk: input.chunk ?? asked.chunk,
    tries: input.tries ?? asked.tries,
    missing: input.missing,
    quiet: input.quiet,
    json: input.json,
    resume: true,
    force: false,
  });
}
