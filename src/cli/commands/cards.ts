import { packageVersion } from '../../backends/packageFiles.ts';
import { buildCards } from '../../report/cards/cardsPage.ts';
import { writeWhole } from '../../results/files.ts';
import { measureCatalogue } from '../../simulation/index.ts';
import type { CommandInput } from '../command.ts';
import { exitCode } from '../exitCodes.ts';
import { checkFree } from '../freeFile.ts';
import { print, printJson, say } from '../output.ts';

const USUAL = 'cards.html';

/** Writes the cards for a room to one file, to be printed from a browser. */
export async function execute({ argument, force, quiet, json }: CommandInput): Promise<number> {
  const file = argument ?? USUAL;
  checkFree(file, force, USUAL);
  writeWhole(file, buildCards(measureCatalogue(), packageVersion()));
  if (json) await printJson({ file });
  else await print(file);
  say(quiet, 'Open it in a browser and print it: a sheet of A4 each.');
  return exitCode.done;
}
