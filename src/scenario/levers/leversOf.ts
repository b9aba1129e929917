import { type LoadedScenario, loadedTrees } from '../load/loadScenario.ts';
import type { Lever } from './lever.ts';

/** The levers that a scenario marks, in the order of the file; none in a file without any. */
export function leversOf(loaded: LoadedScenario<unknown>): readonly Lever[] {
  return loadedTrees(loaded).levers;
}
