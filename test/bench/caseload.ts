import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/backends/packageFiles.ts';
import { buildPeople } from '../../src/model/build/people.ts';
import { drawReferences } from '../../src/model/people/references.ts';
import type { World } from '../../src/model/world.ts';
import { seedKey } from '../../src/random/index.ts';
import { type BuiltWorld, buildWorld, type Shared } from '../../src/simulation/build.ts';
import { bundleScenario, openScenario } from '../../src/simulation/index.ts';
import { runWorld } from '../../src/simulation/run.ts';
import { processorSeconds } from './processorTime.ts';
import type { Run } from './versions.ts';

/** Weeks of the workload: the scenario goes on until everybody is followed, which the workload does not. */
export const WEEKS = 104;

const text = readFileSync(join(packageRoot, 'test', 'bench', 'caseload.yaml'), 'utf8');
const [design] = openScenario(
  bundleScenario({ file: 'caseload.yaml', text }, () => ({ problem: 'not extended' })),
).designs;
const key = seedKey(design.scenario.seed);
const references = drawReferences(design.scenario, key);

/**
 * The world of the workload before its first week. The workload has no twins, so that these stand still, as twins do
 * that designs share.
 */
export function buildCaseload(replicate: number): BuiltWorld {
  const shared: Shared = { key, replicate, references, people: buildPeople(design.scenario, key, replicate) };
  shared.twins = buildWorld(design, shared).world.twins;
  return buildWorld(design, shared);
}

/** The weeks of the workload as the engine runs them for any scenario. */
export function runCaseload(replicate: number): Run {
  const built = buildCaseload(replicate);
  const start = processorSeconds();
  runWorld(built, ({ step }) => step === WEEKS - 1);
  const seconds = processorSeconds() - start;
  return { seconds, counts: countsOf(built.world) };
}

function countsOf({ clients, names, dutyHours }: World): Run['counts'] {
  const starts = clients.eventCount[names.events.indexOf('jobStart')];
  return {
    'job starts': starts.reduce((sum, count) => sum + count, 0),
    hours: dutyHours.sums.contact.reduce((sum, hours) => sum + hours, 0),
  };
}
