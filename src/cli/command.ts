import type { OptionName, OptionValues } from './options.ts';

/** What a command is given: its one argument, if it takes one, and the options. */
export interface CommandInput extends OptionValues {
  argument: string | undefined;
  /** The command line as typed, from the command's name on. */
  typed: readonly string[];
}

/** A command as help shows it. Its code is loaded when it runs, so that help and checks start fast. */
export interface Command {
  name: string;
  argument?: { name: string; describe: string; optional?: boolean };
  describe: string;
  options: readonly OptionName[];
  examples: readonly (readonly [commandLine: string, meaning: string])[];
  load: () => Promise<{ execute: (input: CommandInput) => Promise<number> }>;
}
