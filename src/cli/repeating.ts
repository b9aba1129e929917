import { shellLine } from '../words/shell.ts';
import type { CommandInput } from './command.ts';
import { flagName, type OptionName, options } from './options.ts';

/** The command line without what changes no number, so that equal work has equal reports. */
export function repeatingCommand(command: string, input: CommandInput): string {
  const words = [command, ...input.arguments];
  for (const [name, spec] of Object.entries(options) as [OptionName, (typeof options)[OptionName]][]) {
    if ('aside' in spec) continue;
    const value = input[name];
    if (value === undefined || value === false) continue;
    if (value === true) words.push(flagName(name));
    else for (const one of [value].flat()) words.push(flagName(name), String(one));
  }
  return shellLine(words);
}
