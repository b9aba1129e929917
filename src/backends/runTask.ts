import type { ReplicateOptions, ReplicateResult, ScenarioBundle } from '../simulation/contract.ts';
import { memoryProblem, openScenario, simulateReplicate, UnrunnableError } from '../simulation/index.ts';
import { memoryHere } from './memory.ts';
import { TableFiles } from './tableFiles.ts';
import type { WorkerTask } from './workerTask.ts';

/** Scenarios that one worker keeps open: it goes round the files of a comparison, and from one point of a study to the next. */
const mostOpen = 12;

/** Open scenarios by all their texts, the least recently used first. */
const open = new Map<string, ReturnType<typeof openScenario>>();

/** The same by the bundle itself, which tasks of one message share. */
const openBundles = new WeakMap<ScenarioBundle, ReturnType<typeof openScenario>>();

/** Runs one replicate: what workers of every backend do. */
export function runTask({ bundle, replicate, options, tablesTo }: WorkerTask): ReplicateResult {
  const loaded = opened(bundle);
  checkMemory(loaded, options);
  if (tablesTo === undefined) return simulateReplicate(loaded, replicate, options);
  const files = new TableFiles(tablesTo);
  try {
    return files.named(simulateReplicate(loaded, replicate, options, files.take));
  } finally {
    files.close();
  }
}

/**
 * A point of a study may be far larger than the scenario as it stands, and another machine smaller than the one that sent
 * the task. To find that out by asking for memory ends this process, at best.
 */
function checkMemory(
  loaded: ReturnType<typeof openScenario>,
  { designs, references }: ReplicateOptions,
): void {
  const run = loaded.designs.filter(({ id }) => designs?.includes(id) ?? true);
  const problem = memoryProblem(loaded, run, references, memory);
  if (problem) throw new UnrunnableError(`${problem.path}: ${problem.message}`);
}

const memory = memoryHere();

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
