#!/usr/bin/env node
import * as nodeModules from 'node:module';
import { commands } from './commands.ts';
import { exitCode } from './exitCodes.ts';
import { explainFailure } from './explainFailure.ts';
import { sayAlways } from './output.ts';
import { parseCommandLine } from './parse.ts';

// Node from 22.1 on keeps the compiled form of what commands load, for the next time; older ones do not have this.
(nodeModules as { enableCompileCache?(): void }).enableCompileCache?.();

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads our output may stop reading, as `head` does: that is no error of ours.
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? exitCode.done);
  sayAlways(explainFailure(Object.assign(error, { path: 'standard output' })).message);
  process.exit(exitCode.failed);
});
process.stderr.on('error', () => {
  // Nobody hears us, which is no reason to stop working.
});

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
