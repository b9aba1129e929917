import { partsOfStep } from '../../explanation/index.ts';
import {
  bytesInWords,
  countInWords,
  openScenario,
  replicateSize,
  timeInWords,
  weekPlan,
} from '../../simulation/index.ts';
import { counted } from '../../words/counted.ts';
import { listInWords } from '../../words/format.ts';
import type { CommandInput } from '../command.ts';
import { exitCode } from '../exitCodes.ts';
import { paragraph } from '../explain/lines.ts';
import { print, printJson } from '../output.ts';
import { findScenario } from '../scenarioFile.ts';

/**
 * Shows the steps of the simulated week of a scenario, and what of each is off in it: in every design, throughout; and how
 * large a run is. The file is checked as for a run.
 */
export async function execute(input: CommandInput): Promise<number> {
  const { name, bundle } = findScenario(input.argument!, input);
  const { designs } = openScenario(bundle);
  const size = replicateSize(designs);
  const weekly = designs.every(({ scenario }) => scenario.clock.step === 'week');
  const steps = weekPlan.map((step) => ({ ...step, ...partsOfStep(step.id, designs) }));
  if (input.json) {
    await printJson({ scenario: name, designs: designs.map(({ id }) => id), steps, size });
    return exitCode.done;
  }
  const lines = steps.map(({ number, id, title, doc, on, off }) => {
    // A step that has nothing but parts that a scenario may ask for, and none of them, does nothing.
    const idle = on.length === 0 && off.length > 0 && (id === 'timeline' || id === 'press');
    const missing = `Off in this scenario: ${listInWords(off)}.`;
    return [
      paragraph(`${`${number}.`.padEnd(4)}${id.padEnd(10)}${title}: ${doc}`, 0, 14),
      ...(off.length === 0 ? [] : [paragraph(idle ? `Does nothing here. ${missing}` : missing, 14)]),
    ].join('\n');
  });
  const { people, caseworkers, bytes, seconds } = size;
  const { replicates } = designs[0].scenario;
  const sizes = `About ${countInWords(people)} people are referred to ${countInWords(caseworkers)} caseworkers. A replicate of ${counted(designs.length, 'design')} needs ${bytesInWords(bytes)} of memory and ${timeInWords(seconds)} of one thread; ${counted(replicates, 'replicate')}, ${timeInWords(seconds * replicates)}. These are rough estimates.`;
  const whose = designs.length > 1 ? ', in every design' : '';
  await print(
    `${weekly ? 'A week' : 'A step'} of ${name}${whose}:\n${lines.join('\n')}\n\n${paragraph(sizes, 0)}`,
  );
  return exitCode.done;
}
