import { existsSync, statSync } from 'node:fs';
import { packageVersion } from '../../backends/packageFiles.ts';
import { buildCards } from '../../report/index.ts';
import { writeWhole } from '../../results/files.ts';
import { measureCatalogue } from '../../simulation/index.ts';
import type { CommandInput } from '../command.ts';
import { exitCode } from '../exitCodes.ts';
import { print, printJson, say } from '../output.ts';
import { UsageError } from '../usageError.ts';

/** Writes the cards for a room to one file, to be printed from a browser. */
export async function execute({ argument, force, quiet, json }: CommandInput): Promise<number> {
  const file = argument ?? 'cards.html';
  if (existsSync(file)) {
    if (!statSync(file).isFile()) throw new UsageError(`${file} is a folder, not a file`);
    if (!force) throw new UsageError(`${file} exists. Name another file, or replace it with --force`);
  }
  writeWhole(file, buildCards(measureCatalogue(), packageVersion()));
  if (json) await printJson({ file });
  else await print(file);
  say(quiet, 'Open it in a browser and print it: a sheet of A4 each.');
  return exitCode.done;
}
