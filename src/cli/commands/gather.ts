import { basename, dirname, join, resolve } from 'node:path';
import { gatherStudy } from '../../results/study/gatherStudy.ts';
import type { CommandInput } from '../command.ts';
import { exitCode } from '../exitCodes.ts';
import { print, printJson, sayAlways } from '../output.ts';
import { shellLine } from '../quote.ts';

const ENDING = '.shards';

/** Puts the parts of a sweep together into the folder that the whole would have left. */
export async function execute(input: CommandInput): Promise<number> {
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
