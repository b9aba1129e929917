import { openScenario, weekPlan } from '../../simulation/index.ts';
import type { CommandInput } from '../command.ts';
import { exitCode } from '../exitCodes.ts';
import { columns, print, printJson } from '../output.ts';
import { findScenario } from '../scenarioFile.ts';

/** Shows the steps of the simulated week of a scenario. The file is checked as for a run. */
export async function execute(input: CommandInput): Promise<number> {
  const { name, bundle } = findScenario(input.argument!, input);
  const { designs } = openScenario(bundle);
  const weekly = designs.every(({ scenario }) => scenario.clock.step === 'week');
  const steps = weekPlan;
  if (input.json) {
    await printJson({ scenario: name, designs: designs.map(({ id }) => id), steps });
  } else {
    const rows = steps.map(({ number, id, title, doc }) => [`${number}.`, id, `${title}: ${doc}`]);
    await print(`${weekly ? 'A week' : 'A step'} of ${name}, in every design:\n${columns(rows)}`);
  }
  return exitCode.done;
}
