import type { Scenario } from '../model/schema/scenario.ts';
import { type LoadedScenario, loadScenario, type Resolve, ScenarioError } from '../scenario/index.ts';
import { checkClaimedDesigns, checkDesigns } from './checkDesigns.ts';
import { checkPhases } from './checkPhases.ts';
import type { ScenarioBundle } from './contract.ts';
import { vocabulary } from './vocabulary.ts';

const key = (from: string, reference: string): string => `${from}\u0000${reference}`;

/**
 * Reads a scenario with everything that it extends into plain data that can cross to a worker. Problems of
 * the extended files are left to `openScenario`, which tells all of them at once.
 */
export function bundleScenario(
  source: { text: string; file: string },
  resolve: Resolve,
  set: readonly string[] = [],
): ScenarioBundle {
  const extended: ScenarioBundle['extended'] = {};
  const recording: Resolve = (reference, from) => {
    const found = resolve(reference, from);
    if ('text' in found) extended[key(from, reference)] = { file: found.file, text: found.text };
    return found;
  };
  loadScenario(source, vocabulary, { resolve: recording, set: [...set] });
  return { file: source.file, text: source.text, extended, set: [...set] };
}

/** Opens a bundle: the frozen scenario with all its designs. Throws ScenarioError with every problem. */
export function openScenario(bundle: ScenarioBundle): LoadedScenario<Scenario> {
  const loaded = loadScenario({ text: bundle.text, file: bundle.file }, vocabulary, {
    resolve: (reference, from) =>
      bundle.extended[key(from, reference)] ?? { problem: `${reference} is not in the bundle` },
    set: bundle.set,
  });
  const problems = [...checkDesigns(loaded), ...checkClaimedDesigns(loaded), ...checkPhases(loaded)];
  if (problems.length > 0) throw new ScenarioError(problems);
  return loaded;
}
