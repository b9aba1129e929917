import type { ReplicateResult, ScenarioBundle } from '../simulation/contract.ts';
import { openScenario, simulateReplicate } from '../simulation/index.ts';
import type { WorkerTask } from './workerTask.ts';

/** Scenarios that one worker keeps open: it goes round the files of a comparison, and from one point of a study to the next. */
const mostOpen = 12;

/** Open scenarios by all their texts, the least recently used first. */
const open = new Map<string, ReturnType<typeof openScenario>>();

/** The same by the bundle itself, which tasks of one message share. */
const openBundles = new WeakMap<ScenarioBundle, ReturnType<typeof openScenario>>();

/** Runs one replicate: what workers of every backend do. */
export function runTask({ bundle, replicate, options }: WorkerTask): ReplicateResult {
  return simulateReplicate(opened(bundle), replicate, options);
}

function opened(bundle: ScenarioBundle): ReturnType<typeof openScenario> {
  const same = openBundles.get(bundle);
  if (same) return same;
  const texts = JSON.stringify(bundle);
  const loaded = open.get(texts) ?? openScenario(bundle);
  openBundles.set(bundle, loaded);
  open.delete(texts);
  open.set(texts, loaded);
  if (open.size > mostOpen) open.delete(open.keys().next().value!);
  return loaded;
}
