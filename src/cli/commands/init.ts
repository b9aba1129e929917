import { existsSync, statSync } from 'node:fs';
import { writeWhole } from '../../results/files.ts';
import { shellWord } from '../../words/shell.ts';
import type { CommandInput } from '../command.ts';
import { exitCode } from '../exitCodes.ts';
import { firstScenario } from '../firstScenario.ts';
import { print, printJson, say } from '../output.ts';
import { UsageError } from '../usageError.ts';

/** Writes a first scenario to start from. */
export async function execute({ argument, force, quiet, json }: CommandInput): Promise<number> {
  const file = argument ?? 'scenario.yaml';
  if (existsSync(file)) {
    if (!statSync(file).isFile()) throw new UsageError(`${file} is a folder, not a file`);
    if (!force) throw new UsageError(`${file} exists. Name another file, or replace it with --force`);
  }
  writeWhole(file, firstScenario);
  if (json) await printJson({ file });
  else await print(file);
  say(quiet, `Change it as you like, then: streetlevel run ${shellWord(file)}`);
  return exitCode.done;
}
