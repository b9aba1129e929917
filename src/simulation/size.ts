import { postsByOffice } from '../model/build/posts.ts';
import { inSteps } from '../model/inSteps.ts';
import { collectNames } from '../model/names.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import { buildDistribution, pow } from '../random/index.ts';
import type { ResolvedDesign } from '../scenario/index.ts';
import { companionsOf } from './companionsOf.ts';
import type { CompanionName } from './contract.ts';
import { hashOfPeople } from './hashOfPeople.ts';

/** How large one replicate is, worked out from the numbers of a scenario before anything is drawn or made. */
export interface ReplicateSize {
  /** People referred in a world, by the mean of what is drawn; the most of any design. */
  people: number;
  caseworkers: number;
  /** Bytes of the worlds that are held at the same time. */
  bytes: number;
  /** Seconds on one thread, good to a factor of two or three. */
  seconds: number;
}

/** What lists and buffers take beside the columns of people, and measures: measured, see test/simulation/size.test.ts. */
const BESIDE_COLUMNS = 1.1;
const BYTES_OF_MEASURES = 65;

/** Measured on one core: a person (in service at times) or caseworker of a world for a step, and a step by itself. */
const SECONDS_A_PERSON_STEP = 1.1e-6;
const SECONDS_A_CASEWORKER_STEP = 1.5e-6;
const SECONDS_A_STEP = 8e-5;
/** What drawing a person takes. */
const SECONDS_A_PERSON = 5e-6;

/** The size of a replicate in which these designs run, each with the companion worlds that are asked for. */
export function replicateSize(
  designs: readonly ResolvedDesign<Scenario>[],
  references: readonly CompanionName[] = [],
): ReplicateSize {
  const known = new Set<string>();
  const size: ReplicateSize = { people: 0, caseworkers: 0, bytes: 0, seconds: 0 };
  let worlds = 0;
  let shared = 0;
  for (const design of designs) {
    const own = worldSize(design.scenario);
    const count = 1 + companionsOf(design.scenario, references).size;
    worlds = Math.max(worlds, count * own.bytes);
    size.seconds += count * own.seconds;
    size.people = Math.max(size.people, own.people);
    size.caseworkers = Math.max(size.caseworkers, own.caseworkers);
    const people = hashOfPeople(design);
    if (known.has(people)) continue;
    known.add(people);
    shared += own.sharedBytes;
    size.seconds += own.seconds;
  }
  size.bytes = worlds + shared;
  return size;
}

/** Of one world of a scenario: what it holds itself, and what designs of one replicate share. */
export function worldSize(scenario: Scenario) {
  const people = expectedPeople(scenario);
  const caseworkers = postsOf(scenario);
  const { referralWeeks, followUp } = inSteps(scenario).clock;
  const steps = referralWeeks + followUp;
  const bytes = bytesAPerson(scenario);
  return {
    people,
    caseworkers,
    bytes: people * bytes.own + caseworkers * bytesACaseworker(scenario) + steps * bytesAStep(scenario),
    sharedBytes: people * bytes.shared,
    seconds:
      people * (followUp * SECONDS_A_PERSON_STEP + SECONDS_A_PERSON) +
      steps * (caseworkers * SECONDS_A_CASEWORKER_STEP + SECONDS_A_STEP),
  };
}

/** People who are referred in a run, by the mean of what is drawn; with arrivals that replace, all who can come. */
export function expectedPeople({ scale, clock, clients }: Scenario): number {
  const { growth, reserve, arrivals } = clients;
  const weeks = clock.referralWeeks;
  const grown = growth === 0 ? weeks : (pow(1 + growth, weeks) - 1) / growth;
  const replaced = arrivals === 'replace';
  const { mean } = buildDistribution(clients.referrals);
  return scale * ((replaced ? Math.min(1, weeks) : grown) * mean + (replaced ? reserve : 0));
}

function postsOf(scenario: Scenario): number {
  return Object.entries(scenario.caseworkers.roles)
    .flatMap(([name, role]) => postsByOffice(scenario, name, role))
    .reduce((sum, posts) => sum + posts, 0);
}

/** Bytes of a person in the columns of `People` and of twins, which designs share, and in those of a world. */
function bytesAPerson(scenario: Scenario): { shared: number; own: number } {
  const names = collectNames(scenario);
  const [barriers, roles, events] = [names.barriers.length, names.roles.length, names.events.length];
  const recent = Object.values(scenario.pathway.milestones).filter(({ rule }) => rule === 'ofLast').length;
  const life = 8 * barriers + 3 * events + 3 * names.milestones.length + 8 * recent + 5;
  const drawn = 74 + 8 * barriers;
  const service = 80 + 28 * roles + 4 * events;
  return { shared: drawn + life, own: BESIDE_COLUMNS * (service + life) + BYTES_OF_MEASURES };
}

/** Some thirty columns of a caseworker, practice by group, habits and odds by activity, and what is left of building it. */
const bytesACaseworker = ({ clients, activities }: Scenario): number =>
  600 + 8 * Object.keys(clients.groups).length + 24 * Object.keys(activities).length;

/** Books, reports and weekly series, by office and event. */
const bytesAStep = (scenario: Scenario): number =>
  8 * Object.keys(scenario.offices).length * (10 + collectNames(scenario).events.length) + 1000;
