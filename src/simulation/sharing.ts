import { rewardsAreas } from '../model/areas/areaDemand.ts';
import { areasOf } from '../model/areas/areas.ts';
import { buildPeople } from '../model/build/people.ts';
import { inSteps } from '../model/inSteps.ts';
import { deliveredAtStart, effortAtStart } from '../model/partnership/create.ts';
import { drawReferences, type References } from '../model/people/references.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import { type SeedKey, seedKey } from '../random/index.ts';
import type { LoadedScenario, ResolvedDesign } from '../scenario/index.ts';
import { buildWorld, type Shared } from './build.ts';
import { hashOfPeople, PEOPLE_SECTIONS } from './hashOfPeople.ts';
import { runTwins } from './run.ts';
import type { ObservedWorld } from './yardsticks.ts';

/** Sections that fix the twins' lives as well. */
const TWIN_SECTIONS = [...PEOPLE_SECTIONS, 'areas', 'interventions', 'pathway', 'world', 'timeline'];

/** Sections that fix a world without service and what is counted in it: nobody works there, so that duties get no hours either. */
const NO_SERVICE_SECTIONS = [...TWIN_SECTIONS, 'measures'];

/**
 * What designs of one replicate have in common, made when the first of them asks for it. A design gets the same whichever
 * others have asked before.
 */
export class Sharing {
  private readonly known = new Map<string, Shared>();
  private readonly noService = new Map<string, ObservedWorld>();
  private readonly key: SeedKey;
  private readonly references: References;

  constructor(
    loaded: LoadedScenario<Scenario>,
    private readonly replicate: number,
  ) {
    const base = loaded.designs[0];
    this.key = seedKey(base.scenario.seed);
    this.references = referencesOf(base.scenario, this.key);
  }

  /** The people, and where openings are unlimited the twins, that this design has in common with earlier ones. */
  of(design: ResolvedDesign<Scenario>): Shared {
    const own = livesOwnTwins(design);
    const id = own ? hashOfPeople(design) : hashOfLives(design, TWIN_SECTIONS);
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const { key, replicate, references } = this;
    const people = buildPeople(inSteps(design.scenario), key, replicate);
    const shared: Shared = { key, replicate, references, people };
    if (!own) {
      const built = buildWorld(design, shared);
      runTwins(built);
      shared.twins = built.world.twins;
    }
    this.known.set(id, shared);
    return shared;
  }

  /** Lets go of all but what was made last: whoever keeps this from run to run would else keep every setting of a lever. */
  keepLast(most: number): void {
    for (const kept of [this.known, this.noService])
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
  }

  /** Whatever designs pay and whoever works there: where nobody gets a place, people live the same lives. */
  noServiceOf(design: ResolvedDesign<Scenario>): ObservedWorld | undefined {
    return this.noService.get(hashOfLives(design, NO_SERVICE_SECTIONS));
  }

  keepNoService(design: ResolvedDesign<Scenario>, run: ObservedWorld): void {
    this.noService.set(hashOfLives(design, NO_SERVICE_SECTIONS), run);
  }
}

/** The same in every replicate: drawn once for a scenario, since small replicates take less time than this sample. */
const references = new WeakMap<Scenario, References>();

export function referencesOf(base: Scenario, key: SeedKey): References {
  const known = references.get(base) ?? sameSample(base, key);
  references.set(base, known);
  return known;
}

/** The sample drawn last, by all that it hangs on: whoever moves a fee opens a new scenario with the same people. */
let lastSample: { of: string; drawn: References } | undefined;

function sameSample(base: Scenario, key: SeedKey): References {
  const { clients, offices, activities, caseworkers, seed } = base;
  const of = JSON.stringify([seed, clients, offices, activities, caseworkers.beliefs]);
  if (lastSample?.of !== of) lastSample = { of, drawn: drawReferences(base, key) };
  return lastSample.drawn;
}

/**
 * Twins lived before show first events only; taking an indicator apart, and demand of areas, needs the dates of all.
 * Where arrivals replace who has left, a person and the twin come when a place is free, which is the world's own.
 */
function livesOwnTwins({ scenario, phases }: ResolvedDesign<Scenario>): boolean {
  const { clients, world, measures } = scenario;
  return (
    clients.arrivals === 'replace' ||
    Object.keys(world.openings).length > 0 ||
    measures.decomposition.event !== '' ||
    phases.some((phase) => rewardsAreas(phase.scenario))
  );
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
