import { bundledScenarios, bundledTitles } from '../bundledScenarios.ts';
import type { CommandInput } from '../command.ts';
import { exitCode } from '../exitCodes.ts';
import { columns, print, printJson } from '../output.ts';

/** Lists the bundled scenarios. */
export async function execute({ json }: CommandInput): Promise<number> {
  if (json) await printJson(bundledScenarios());
  else await print(columns(bundledTitles().map(({ name, title }) => [name, title])));
  return exitCode.done;
}
