import type { Scenario } from '../model/schema/scenario.ts';
import {
  type LoadedScenario,
  loadScenario,
  type Resolve,
  readScenario,
  ScenarioError,
  type WrittenScenario,
} from '../scenario/index.ts';
import { checkDesigns, checkLevers, checkNamedDesigns } from './checkDesigns.ts';
import { checkPhases } from './checkPhases.ts';
import type { ScenarioBundle } from './contract.ts';
import { vocabulary } from './vocabulary.ts';

const key = (from: string, reference: string): string => `${from}\u0000${reference}`;

/** The texts read last and their tree: who gathers a scenario opens it next, and studies open it once for each point. */
let lastRead: { texts: string; written: WrittenScenario } | undefined;

const textsOf = ({ file, text, extended }: Omit<ScenarioBundle, 'set'>): string =>
  JSON.stringify([file, text, extended]);

/**
 * Gathers a scenario with everything that it extends into plain data that can cross to a worker. Throws ScenarioError
 * where a text cannot be read; what is wrong in a text is left to `openScenario`, which tells all of it at once.
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
  const written = readScenario(source, recording);
  const bundle = { file: source.file, text: source.text, extended, set: [...set] };
  lastRead = { texts: textsOf(bundle), written };
  return bundle;
}

/** Opens a bundle: the frozen scenario with all its designs. Throws ScenarioError with every problem. */
export function openScenario(bundle: ScenarioBundle): LoadedScenario<Scenario> {
  const source = { text: bundle.text, file: bundle.file };
  const loaded = loadScenario(source, vocabulary, { set: bundle.set, written: writtenIn(bundle) });
  const problems = [
    ...checkDesigns(loaded),
    ...checkNamedDesigns(loaded),
    ...checkLevers(loaded),
    ...checkPhases(loaded),
  ];
  if (problems.length > 0) throw new ScenarioError(problems);
  return loaded;
}

function writtenIn(bundle: ScenarioBundle): WrittenScenario {
  const texts = textsOf(bundle);
  if (lastRead?.texts === texts) return lastRead.written;
  const written = readScenario(
    { text: bundle.text, file: bundle.file },
    (reference, from) =>
      bundle.extended[key(from, reference)] ?? { problem: `${reference} is not in the bundle` },
  );
  lastRead = { texts, written };
  return written;
}
