import { idleSettings } from '../../simulation/idleSettings.ts';
import { openScenario } from '../../simulation/open.ts';
import type { CommandInput } from '../command.ts';
import { exitCode } from '../exitCodes.ts';
import { print, printJson } from '../output.ts';
import { findScenario } from '../scenarioFile.ts';

/** Says that a scenario is sound and what is in it, or shows all that is wrong with it. */
export async function execute(input: CommandInput): Promise<number> {
  try {
    const { name, bundle } = findScenario(input.argument!, input);
    const loaded = openScenario(bundle);
    const { designs, base } = loaded;
    const warnings = idleSettings(loaded);
    const { title, replicates } = designs[0].scenario;
    if (input.json) {
      await printJson({
        valid: true,
        scenario: name,
        title,
        base,
        replicates,
        designs: designs.map(({ id, title, hash }) => ({ id, title, hash })),
        warnings,
      });
    } else if (!input.quiet) {
      const list = designs.map(({ id }) => id).join(', ');
      await print(
        [
          `${input.argument}: valid. ${title}`,
          `designs: ${list}`,
          `replicates: ${replicates}`,
          ...warnings.map((warning) => `warning: ${warning}`),
        ].join('\n'),
      );
    }
    return exitCode.done;
  } catch (error) {
    if (!input.json || !(error instanceof Error) || error.name !== 'ScenarioError') throw error;
    await printJson({ valid: false, problems: (error as Error & { problems: unknown }).problems });
    return exitCode.badInput;
  }
}
