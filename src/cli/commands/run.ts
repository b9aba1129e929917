import type { CommandInput } from '../command.ts';
import { runToEnd } from '../runToEnd.ts';
import { findScenario } from '../scenarioFile.ts';

/** Runs all designs of a scenario; prints where the report is. */
export function execute(input: CommandInput): Promise<number> {
  const { name, bundle } = findScenario(input.argument!, input);
  return runToEnd({ kind: 'run', name, members: [{ name, bundle }], folder: name }, input);
}
