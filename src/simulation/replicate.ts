import { type Companions, createObservers } from '../measures/index.ts';
import { reachesOutside } from '../model/duties/effects.ts';
import { inSteps } from '../model/inSteps.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import type { LoadedScenario, ResolvedDesign } from '../scenario/index.ts';
import { type BuiltWorld, buildWorld, type Shared } from './build.ts';
import { companionsDiffer } from './checkArrivals.ts';
import type {
  CompanionName,
  DesignResult,
  ReplicateOptions,
  ReplicateResult,
  TakePiece,
} from './contract.ts';
import { runWorld } from './run.ts';
import { hashOfLives, Sharing, TWIN_SECTIONS } from './sharing.ts';
import { caseworkerTable, clientTable, piecesOfTables } from './tables.ts';
import { type ObservedWorld, yardsticks } from './yardsticks.ts';

/** Sections that fix a world without service and what is counted in it, unless duties reach outside. */
const NO_SERVICE_SECTIONS = [...TWIN_SECTIONS, 'measures'];

/** Worlds without service that designs have in common, by the hash of what fixes them. */
type NoServiceWorlds = Map<string, ObservedWorld>;

/**
 * Runs all designs of one replicate on common random numbers, in the order of the file. Pure: the same
 * scenario and replicate number give the same result anywhere. Client-level tables go to `take` piece by piece as soon as
 * their design is done, and are then not in the result.
 */
export function simulateReplicate(
  loaded: LoadedScenario<Scenario>,
  replicate: number,
  options: ReplicateOptions,
  take?: TakePiece,
): ReplicateResult {
  const sharing = new Sharing(loaded, replicate);
  const noService: NoServiceWorlds = new Map();
  const designs = chosenDesigns(loaded, options).flatMap((design) =>
    simulateDesign(design, sharing.of(design), options, noService, take),
  );
  return { replicate, designs };
}

function chosenDesigns(
  { designs }: LoadedScenario<Scenario>,
  { designs: chosen }: ReplicateOptions,
): readonly ResolvedDesign<Scenario>[] {
  if (chosen === undefined) return designs;
  return chosen.map((id) => {
    const design = designs.find((one) => one.id === id);
    if (design === undefined) throw new RangeError(`there is no design ${id}`);
    return design;
  });
}

function simulateDesign(
  design: ResolvedDesign<Scenario>,
  shared: Shared,
  options: ReplicateOptions,
  noServiceWorlds: NoServiceWorlds,
  take: TakePiece | undefined,
): DesignResult[] {
  const scenario = inSteps(design.scenario);
  const wanted = new Set<CompanionName>([...scenario.measures.references, ...options.references]);
  if (scenario.measures.decomposition.event !== '') wanted.add('noService');
  if (wanted.size > 0 && scenario.clients.arrivals === 'replace') throw new RangeError(companionsDiffer);
  const companions: Partial<Record<CompanionName, ObservedWorld>> = {};
  for (const name of wanted) {
    const run = () => observedRun(buildWorld(design, shared, name), scenario);
    companions[name] = name === 'noService' ? sharedNoService(noServiceWorlds, design, run) : run();
  }
  const { world, observers } = observedRun(buildWorld(design, shared), scenario);
  const { rows, weekly } = observers.finish(world, companions satisfies Companions);
  const result: DesignResult = { design: design.id, rows, weekly };
  if (options.clientTable && take)
    for (const { table, columns } of piecesOfTables(world)) take(design.id, table, columns);
  else if (options.clientTable) {
    result.clients = clientTable(world);
    result.caseworkers = caseworkerTable(world);
  }
  return [result, ...yardsticks(design.id, companions, options.yardsticks ?? [])];
}

/** Whatever designs pay and whoever works there: where nobody gets a place, people live the same lives. */
function sharedNoService(
  worlds: NoServiceWorlds,
  design: ResolvedDesign<Scenario>,
  run: () => ObservedWorld,
): ObservedWorld {
  if (design.phases.some(({ scenario }) => reachesOutside(scenario))) return run();
  const id = hashOfLives(design, NO_SERVICE_SECTIONS);
  const world = worlds.get(id) ?? run();
  worlds.set(id, world);
  return world;
}

/** Runs a world to its end with the scenario's measures looking on. */
function observedRun(built: BuiltWorld, scenario: Scenario): ObservedWorld {
  const { world } = built;
  const observers = createObservers(scenario.measures.include, world, scenario);
  world.observers.push((now) => observers.observe(now));
  runWorld(built);
  return { world, tallies: observers.tallies, observers };
}
