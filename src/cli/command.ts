import type { OptionName, OptionValues } from './options.ts';

/** What a command is given: its arguments, if it takes any, and the options. */
export interface CommandInput extends OptionValues {
  /** The first argument. */
  argument: string | undefined;
  /** All of them, of a command that takes many. */
  arguments: readonly string[];
  /** The command line as typed, from the command's name on. */
  typed: readonly string[];
}

/** A command as help shows it. Its code is loaded when it runs, so that help and checks start fast. */
export interface Command {
  name: string;
  argument?: { name: string; describe: string; optional?: boolean; many?: boolean };
  describe: string;
  /** For those who test the program: help and completion do not list it. */
  hidden?: true;
  options: readonly OptionName[];
  examples: readonly (readonly [commandLine: string, meaning: string])[];
  load: () => Promise<{ execute: (input: CommandInput) => Promise<number> }>;
}
