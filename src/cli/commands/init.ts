import { localNames } from '../../authoring/localNumbers.ts';
import { writeWhole } from '../../results/files.ts';
import { shellWord } from '../../words/shell.ts';
import type { CommandInput } from '../command.ts';
import { exitCode } from '../exitCodes.ts';
import { firstScenario } from '../firstScenario.ts';
import { checkFree } from '../freeFile.ts';
import { print, printJson, say } from '../output.ts';

const USUAL = 'scenario.yaml';

/** Writes a first scenario to start from, or one of the user's own eight numbers. */
export async function execute(input: CommandInput): Promise<number> {
  const { argument, ask, force, quiet, json } = input;
  const file = argument ?? USUAL;
  checkFree(file, force, USUAL);
  const isLocal = ask || localNames.some((name) => input[name] !== undefined);
  const written = isLocal ? await localText(input, file) : { text: firstScenario, checks: [] };
  if ('interrupted' in written) return exitCode.interrupted.SIGINT;
  // Answering takes a while, in which the file may have come.
  checkFree(file, force, USUAL);
  writeWhole(file, written.text);
  if (json) await printJson({ file });
  else await print(file);
  for (const check of written.checks) say(quiet, check);
  const word = shellWord(file);
  const then = isLocal ? `streetlevel workshop ${word}, or run ${word}` : `streetlevel run ${word}`;
  say(quiet, `Change it as you like, then: ${then}`);
  return exitCode.done;
}

/** Loaded only where it is asked for. */
async function localText(input: CommandInput, file: string) {
  const { askedScenario } = await import('../local/askedScenario.ts');
  return askedScenario(input, file);
}
