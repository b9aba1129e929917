#!/usr/bin/env node
import { commands } from './commands.ts';
import { exitCode } from './exitCodes.ts';
import { explainFailure } from './explainFailure.ts';
import { sayAlways } from './output.ts';
import { parseCommandLine } from './parse.ts';

// Whoever reads our output may stop reading, as `head` does: that is no error of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? exitCode.done);
    throw error;
  });
}

process.exitCode = await main(process.argv.slice(2));

async function main(words: string[]): Promise<number> {
  try {
    const asked = await parseCommandLine(words, commands);
    if (!asked) return exitCode.done;
    const { execute } = await asked.command.load();
    return await execute(asked.input);
  } catch (error) {
    const { message, code } = explainFailure(error);
    sayAlways(message);
    return code;
  }
}
