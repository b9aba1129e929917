import type { Command } from '../../src/cli/command.ts';
import { commands as all } from '../../src/cli/commands.ts';
import { flagName, type OptionName, options } from '../../src/cli/options.ts';
import { code, generatedNotice, table } from './markdown.ts';

const commands = all.filter(({ hidden }) => !hidden);

/** `docs/commands.md`, from the tables of commands and options that `--help` is made of. */
export function commandsPage(): string {
  const summary = table(
    ['Command', 'Does'],
    commands.map((command) => [`[\`${usage(command)}\`](#${command.name})`, command.describe]),
  );
  return `${generatedNotice('src/cli/commands.ts and src/cli/options.ts')}
# Commands

In a checkout of the project, write \`npx streetlevel\` for \`streetlevel\`. Every command has \`--help\`.

${summary}
A file is a path, a name from \`streetlevel list\`, or \`-\` for standard input. A path wins over a name.
The answer goes to standard output, everything else to standard error, so that output can be piped.

| Exit code | Meaning |
| --- | --- |
| 0 | done |
| 1 | failed; or nothing was found: \`trace --pick\` where the rule fits nobody in the run |
| 2 | bad input: the file or the command line is wrong, and nothing was written |
| 129, 130, 143 | ended by a closed terminal, Ctrl-C or a request to end; what was finished is kept |

${commands.map(section).join('\n')}`;
}

const usage = ({ name, argument }: Command): string => {
  if (!argument) return `streetlevel ${name}`;
  const words = argument.many ? `${argument.name}…` : argument.name;
  return `streetlevel ${name} ${argument.optional ? `[${words}]` : `<${words}>`}`;
};

function section(command: Command): string {
  const { name, argument, describe, options: taken, examples } = command;
  const argumentLine = argument ? `\`${argument.name}\`: ${argument.describe}.\n\n` : '';
  return `## ${name}

\`${usage(command)}\`: ${lowerFirst(describe)}.

${argumentLine}${table(['Option', 'Meaning'], taken.map(optionRow))}
${examples.map(([line, meaning]) => `- \`streetlevel ${line}\`: ${meaning}`).join('\n')}
`;
}

function optionRow(name: OptionName): string[] {
  const spec = options[name];
  const value = 'value' in spec ? ` ${spec.value}` : '';
  const choices = 'choices' in spec ? ` One of ${spec.choices.map(code).join(', ')}.` : '';
  return [code(`${flagName(name)}${value}`), `${spec.describe}.${choices}`];
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
