import { existsSync } from 'node:fs';
import { writeWhole } from '../../results/files.ts';
import { scenarioJsonSchema } from '../../simulation/index.ts';
import type { CommandInput } from '../command.ts';
import { exitCode } from '../exitCodes.ts';
import { print, say } from '../output.ts';
import { UsageError } from '../usageError.ts';

/** Prints the JSON Schema of scenario files, or writes it to `--out`. */
export async function execute({ out, force, quiet }: CommandInput): Promise<number> {
  const text = `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
  if (out === undefined) await print(text);
  else {
    if (existsSync(out) && !force) throw new UsageError(`${out} exists. Replace it with --force`);
    writeWhole(out, text);
    say(quiet, `Wrote ${out}.`);
  }
  return exitCode.done;
}
