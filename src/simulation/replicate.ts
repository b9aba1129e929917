import { type Companions, createObservers } from '../measures/index.ts';
import { rewardsAreas } from '../model/areas/areaDemand.ts';
import { areasOf } from '../model/areas/areas.ts';
import { buildPeople } from '../model/build/people.ts';
import { reachesOutside } from '../model/duties/effects.ts';
import { inSteps } from '../model/inSteps.ts';
import { deliveredAtStart, effortAtStart } from '../model/partnership/create.ts';
import { drawReferences, type References } from '../model/people/references.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import { type SeedKey, seedKey } from '../random/index.ts';
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
import { runTwins, runWorld } from './run.ts';
import { caseworkerTable, clientTable, piecesOfTables } from './tables.ts';
import { type ObservedWorld, yardsticks } from './yardsticks.ts';

/** Sections that fix who is referred; designs that leave them alone share the same people. */
const PEOPLE_SECTIONS = ['clients', 'clock', 'offices', 'scale'];
/** Sections that fix the twins' lives as well. */
const TWIN_SECTIONS = [...PEOPLE_SECTIONS, 'areas', 'interventions', 'pathway', 'world', 'timeline'];
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
  const base = loaded.designs[0];
  const key = seedKey(base.scenario.seed);
  const references = referencesOf(base.scenario, key);
  const sharing = new Map<string, Shared>();
  const noService: NoServiceWorlds = new Map();
  const designs = chosenDesigns(loaded, options).flatMap((design) => {
    const shared = shareWith(sharing, design, { key, replicate, references });
    return simulateDesign(design, shared, options, noService, take);
  });
  return { replicate, designs };
}

/** The same in every replicate: drawn once for a scenario, since small replicates take less time than this sample. */
const references = new WeakMap<Scenario, References>();

function referencesOf(base: Scenario, key: SeedKey): References {
  const known = references.get(base) ?? drawReferences(base, key);
  references.set(base, known);
  return known;
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

/** The people, and where openings are unlimited the twins, that this design has in common with earlier ones. */
function shareWith(sharing: Map<string, Shared>, design: ResolvedDesign<Scenario>, fresh: Shared): Shared {
  const { world, measures } = design.scenario;
  // Twins lived before show first events only; taking an indicator apart, and demand of areas, needs the dates of all.
  // Where arrivals replace who has left, a person and the twin come when a place is free, which is the world's own.
  const ownTwins =
    design.scenario.clients.arrivals === 'replace' ||
    Object.keys(world.openings).length > 0 ||
    measures.decomposition.event !== '' ||
    design.phases.some(({ scenario }) => rewardsAreas(scenario));
  const id = ownTwins ? hashOfPeople(design) : hashOfLives(design, TWIN_SECTIONS);
  const known = sharing.get(id);
  if (known !== undefined) return known;
  const shared: Shared = {
    ...fresh,
    people: buildPeople(inSteps(design.scenario), fresh.key, fresh.replicate),
  };
  if (!ownTwins) {
    const built = buildWorld(design, shared);
    runTwins(built);
    shared.twins = built.world.twins;
  }
  sharing.set(id, shared);
  return shared;
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

/** To which area an office belongs decides who answers for its people, and nothing about them. */
function hashOfPeople(design: ResolvedDesign<Scenario>): string {
  return PEOPLE_SECTIONS.map((section) =>
    design.sectionHash(section, section === 'offices' ? 'area' : undefined),
  ).join(' ');
}

/** Of sections, with the effort of areas and of partners that twins and whoever is not attached live with. */
function hashOfLives(design: ResolvedDesign<Scenario>, sections: readonly string[]): string {
  const { scenario } = design;
  const efforts = areasOf(scenario).names.flatMap((area) => [
    effortAtStart(scenario, area),
    ...deliveredAtStart(scenario, area),
  ]);
  return `${hashOf(design, sections)} ${efforts.join(' ')}`;
}

function hashOf(design: ResolvedDesign<Scenario>, sections: readonly string[]): string {
  return sections.map((section) => design.sectionHash(section)).join(' ');
}

/** Runs a world to its end with the scenario's measures looking on. */
function observedRun(built: BuiltWorld, scenario: Scenario): ObservedWorld {
  const { world } = built;
  const observers = createObservers(scenario.measures.include, world, scenario);
  world.observers.push((now) => observers.observe(now));
  runWorld(built);
  return { world, tallies: observers.tallies, observers };
}
