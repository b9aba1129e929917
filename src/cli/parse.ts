import yargs, { type Argv, type Options } from 'yargs';
import { packageVersion } from '../backends/packageFiles.ts';
import type { Command, CommandInput } from './command.ts';
import { didYouMean } from './nearest.ts';
import { flagName, kebab, type OptionName, type OptionValues, options } from './options.ts';
import { print } from './output.ts';
import { UsageError } from './usageError.ts';

/** Stands for a lone hyphen while words are parsed: the parser would read an option without a name, or lose it. */
const LONE_HYPHEN = '\u0001-';
/** Options whose values are options of another program. */
const holdingOptions = new Set(
  (Object.keys(options) as OptionName[]).filter((name) => 'dashes' in options[name]).map(flagName),
);
const restored = (word: unknown): string => (word === LONE_HYPHEN ? '-' : String(word));

/** The command that a command line asks for, with its values; undefined where help, version or completion was shown. */
export async function parseCommandLine(
  words: readonly string[],
  commands: readonly Command[],
): Promise<{ command: Command; input: CommandInput } | undefined> {
  let chosen: { command: Command; input: CommandInput } | undefined;
  const typed = withValues(words).map((word) => (word === '-' ? LONE_HYPHEN : word));
  const parser = yargs()
    .scriptName('streetlevel')
    .locale('en')
    .usage(
      '$0 <command>\n\nWho gets the caseworker’s time under an incentive scheme, who is parked, and what comes of it.',
    )
    .parserConfiguration({ 'dot-notation': false, 'boolean-negation': false, 'greedy-arrays': false })
    .exitProcess(false)
    .strict()
    .wrap(Math.min(110, process.stderr.columns ?? 100))
    .version(packageVersion())
    .help()
    .alias('help', 'h')
    .completion('completion', 'Print a script that completes commands and options in bash or zsh')
    .fail((message, error) => {
      // The parser's own refusals come as messages or as errors of this name; others are not about the words.
      if (error && error.name !== 'YError') throw error;
      // The parser prints the script, and then finds no command of ours by that name.
      if (words[0] === 'completion') return;
      throw new UsageError(plainMessage(message ?? error.message, words, commands));
    });
  for (const command of commands) {
    parser.command(
      usageOf(command),
      // The parser takes false for a command that it shall not list; its types know that in another overload only.
      (command.hidden ? false : command.describe) as string,
      (own) => describeCommand(own, command),
      (values) => {
        chosen = { command, input: inputOf(command, values, words) };
      },
    );
  }
  if (words.length === 0) {
    parser.showHelp('error');
    throw new UsageError('Name a command.');
  }
  // Help and the like come back as text, so that examples can be put below it as they are typed: the parser would
  // break them at the width of the terminal.
  let shown = '';
  await parser.parseAsync([...typed], {}, (_error, _values, output) => {
    shown = output;
  });
  if (shown === '') return chosen;
  const isHelp = words.some((word) => word === '--help' || word === '-h');
  await print(isHelp ? `${shown.trimEnd()}\n\n${belowHelp(words, commands)}` : shown);
  return undefined;
}

/** Examples of the command, each on one line however long, and what its exit codes mean. */
function belowHelp(words: readonly string[], commands: readonly Command[]): string {
  const command = commands.find(({ name }) => words.includes(name));
  const examples = (command?.examples ?? []).map(
    ([line, meaning]) => `  streetlevel ${line}\n      ${meaning}\n`,
  );
  const heading = examples.length > 0 ? `Examples:\n${examples.join('')}\n` : '';
  return `${heading}Exit codes: 0 done · 1 failed · 2 bad input · 129, 130 or 143 interrupted`;
}

/** The parser takes a word with a hyphen for an option, also where it is a value: there the two words become one. */
function withValues(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const isOne = holdingOptions.has(words[i]) && words[i + 1]?.startsWith('-');
    joined.push(isOne ? `${words[i]}=${words[++i]}` : words[i]);
  }
  return joined;
}

function usageOf({ name, argument }: Command): string {
  if (!argument) return name;
  const words = argument.many ? `${argument.name}..` : argument.name;
  return argument.optional ? `${name} [${words}]` : `${name} <${words}>`;
}

function describeCommand(parser: Argv, command: Command): Argv {
  const { argument } = command;
  parser.usage(`$0 ${usageOf(command)}\n\n${command.describe}`);
  if (argument) parser.positional(argument.name, { describe: argument.describe, type: 'string' });
  for (const name of command.options) parser.option(kebab(name), yargsOption(name));
  return parser;
}

function yargsOption(name: OptionName): Options {
  const spec = options[name];
  const describe = 'value' in spec ? `${spec.describe} [${spec.value}]` : spec.describe;
  if (spec.kind === 'flag') return { describe, type: 'boolean' };
  // Numbers are read here as text and checked below, so that `abc` is refused and 007 stays a seed.
  const option: Options = { describe, type: 'string', requiresArg: true };
  if (spec.kind === 'list') option.array = true;
  return option;
}

function inputOf(command: Command, values: Record<string, unknown>, typed: readonly string[]): CommandInput {
  const input: Record<string, unknown> = { typed };
  const given = command.argument && values[command.argument.name];
  if (Array.isArray(given) && !command.argument!.many)
    throw new UsageError(`${command.name} takes one ${command.argument!.name}.`);
  input.arguments = given === undefined ? [] : [given].flat().map(restored);
  input.argument = (input.arguments as string[])[0];
  for (const name of Object.keys(options) as OptionName[]) {
    const isTaken = command.options.includes(name);
    input[name] = optionValue(name, isTaken ? values[kebab(name)] : undefined);
  }
  return input as unknown as CommandInput;
}

function optionValue(name: OptionName, given: unknown): OptionValues[OptionName] {
  const spec = options[name];
  if (spec.kind === 'flag') return given === true;
  if (spec.kind === 'list') {
    const list = given === undefined ? [] : [given].flat().map(restored);
    if ('choices' in spec)
      return list.flatMap((items) => items.split(',')).map((item) => chosen(name, item, spec.choices));
    if ('commas' in spec) return list.flatMap((items) => items.split(',')).filter((item) => item !== '');
    return list;
  }
  if (given === undefined) return undefined;
  if (Array.isArray(given)) throw new UsageError(`${flagName(name)} is given more than once.`);
  const text = restored(given);
  if (spec.kind === 'text') return text;
  if (spec.kind === 'choice') return chosen(name, text, spec.choices);
  const number = text.trim() === '' ? Number.NaN : Number(text);
  const isCount = spec.kind === 'count';
  const isZero = number === 0 && 'fromZero' in spec;
  if (
    !(number > 0 || isZero) ||
    number === Number.POSITIVE_INFINITY ||
    (isCount && !Number.isInteger(number))
  ) {
    const least = 'fromZero' in spec ? 0 : 1;
    const allowed = isCount ? `a whole number from ${least}` : 'a number above 0';
    throw new UsageError(`${flagName(name)} takes ${allowed}, not "${text}".`);
  }
  return number;
}

/** The choice that was meant: as typed on a command line (`equal-time`) or as files write it (`equalTime`). */
function chosen(name: OptionName, item: string, choices: readonly string[]): string {
  const found = choices.find((choice) => choice === item || kebab(choice) === item);
  if (found !== undefined) return found;
  const words = choices.map(kebab);
  throw new UsageError(
    `${flagName(name)} takes ${words.join(' or ')}, not "${item}".${didYouMean(item, words)}`,
  );
}

/** Says what is unknown and what was probably meant, in place of the parser's own words. */
function plainMessage(message: string, words: readonly string[], commands: readonly Command[]): string {
  const names = commands.map(({ name }) => name);
  const command = commands.find(({ name }) => words.includes(name));
  const unknown = /^Unknown (?:arguments?|options?|commands?): (.*)$/.exec(message)?.[1].split(', ') ?? [];
  if (unknown.length > 0) {
    // The parser names an option twice where it has a hyphen: as typed and in camel case.
    const typed = unknown.filter((word) => words.some((given) => given === word || optionIn(given) === word));
    const shown = typed.length > 0 ? typed : unknown;
    // Without a command the first word is the fault, and the others belong to whatever was meant.
    return (command ? shown : shown.slice(0, 1))
      .map((word) => unknownWord(word, words, names, command))
      .join('\n');
  }
  const withoutValue = /^Not enough arguments following: (.*)$/.exec(message)?.[1];
  if (withoutValue) return `--${withoutValue} needs a value.`;
  if (/^Not enough non-option arguments/.test(message) && command?.argument) {
    const [line] = command.examples[0];
    return `${command.name} needs a ${command.argument.name}: ${command.argument.describe}.\nExample: streetlevel ${line}`;
  }
  return `${message}.`.replace(/\.\.$/, '.');
}

function unknownWord(
  word: string,
  words: readonly string[],
  names: readonly string[],
  command?: Command,
): string {
  const isOption = words.some((given) => given.startsWith('-') && optionIn(given) === word);
  if (isOption) {
    const allowed = [...(command?.options ?? []).map(kebab), 'help', 'version'];
    const nearest = didYouMean(word, allowed).replace(/mean (.*)\?/, 'mean --$1?');
    const where = command ? ` of ${command.name}` : '';
    const dashes = word.length === 1 ? '-' : '--';
    return `${dashes}${word} is no option${where}.${nearest} See streetlevel ${command ? `${command.name} ` : ''}--help`;
  }
  if (!command) return `${word} is no command.${didYouMean(word, names)} See streetlevel --help`;
  return `${command.name} does not take "${word}". See streetlevel ${command.name} --help`;
}

/** `--thread=2` → `thread`. */
const optionIn = (word: string) => word.replace(/^--?/, '').replace(/=.*$/s, '');
