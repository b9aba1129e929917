import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LoadedScenario } from '../../src/scenario/index.ts';
import {
  bundleScenario,
  openScenario,
  type Scenario,
  type ScenarioBundle,
} from '../../src/simulation/index.ts';

const scenarios = fileURLToPath(new URL('../../scenarios', import.meta.url));

/** A bundled scenario, by its path below `scenarios` without its ending, opened with patches as `--set` has them. */
export const openedBundled = (path: string, set: readonly string[] = []): LoadedScenario<Scenario> =>
  openScenario(bundledBundle(path, set));

/** The same before it is opened: all its texts. */
export const bundledBundle = (path: string, set: readonly string[] = []): ScenarioBundle =>
  bundle(readFileSync(`${scenarios}/${path}.yaml`, 'utf8'), set, `${path}.yaml`);

/** A scenario as text; what it extends is looked for among the bundled ones. */
export const openedText = (
  text: string,
  set: readonly string[] = [],
  file = 'test.yaml',
): LoadedScenario<Scenario> => openScenario(bundle(text, set, file));

const bundle = (text: string, set: readonly string[], file: string): ScenarioBundle =>
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
  );
