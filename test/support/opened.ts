import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LoadedScenario } from '../../src/scenario/index.ts';
import { bundleScenario, openScenario, type Scenario } from '../../src/simulation/index.ts';

const scenarios = fileURLToPath(new URL('../../scenarios', import.meta.url));

/** A bundled scenario, by its path below `scenarios` without its ending, opened with patches as `--set` has them. */
export function openedBundled(path: string, set: readonly string[] = []): LoadedScenario<Scenario> {
  return openedText(readFileSync(`${scenarios}/${path}.yaml`, 'utf8'), set, `${path}.yaml`);
}

/** A scenario as text; what it extends is looked for among the bundled ones. */
export function openedText(
  text: string,
  set: readonly string[] = [],
  file = 'test.yaml',
): LoadedScenario<Scenario> {
  return openScenario(
    bundleScenario(
      { text, file },
      (reference) => {
        const name = reference
          .replace(/^bundled:/, '')
          .replace(/^(\.\.?\/)+/, '')
          .replace(/\.yaml$/, '');
        return { text: readFileSync(`${scenarios}/${name}.yaml`, 'utf8'), file: reference };
      },
      set,
    ),
  );
}
