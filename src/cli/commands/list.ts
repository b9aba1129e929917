import { bundledScenarios } from '../bundledScenarios.ts';
import type { CommandInput } from '../command.ts';
import { exitCode } from '../exitCodes.ts';
import { columns, print, printJson } from '../output.ts';

/** Lists the bundled scenarios. */
export async function execute({ json }: CommandInput): Promise<number> {
  const scenarios = bundledScenarios();
  if (json) await printJson(scenarios);
  else await print(columns(scenarios.map(({ name, title }) => [name, title])));
  return exitCode.done;
}
