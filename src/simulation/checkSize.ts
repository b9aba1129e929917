import { MOST_PEOPLE, MOST_REFERRALS_A_STEP } from '../model/build/people.ts';
import { clockOf } from '../model/clock.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import { buildDistribution, pow } from '../random/index.ts';
import {
  type LoadedScenario,
  placeIn,
  type ResolvedDesign,
  type ScenarioProblem,
} from '../scenario/index.ts';
import type { CompanionName } from './contract.ts';
import type { MeaningProblem } from './meaningProblem.ts';
import { expectedPeople, type ReplicateSize, replicateSize, worldSize } from './size.ts';
import { bytesInWords, countInWords, timeInWords } from './sizeInWords.ts';

/** A scenario whose people do not fit the columns and ids of any world, whatever the machine: found before any is drawn. */
export function checkSize(scenario: Scenario): MeaningProblem[] {
  const people = expectedPeople(scenario);
  if (people > MOST_PEOPLE) {
    const { bytes, sharedBytes, seconds } = worldSize(scenario);
    return [
      {
        path: pathOfPeople(scenario),
        message: `about ${countInWords(people)} people would be referred: a world of them needs about ${bytesInWords(bytes + sharedBytes)} of memory and takes about ${timeInWords(seconds)}`,
        found: `${countInWords(people)} people`,
        allowed: `at most ${countInWords(MOST_PEOPLE)}; a smaller programme of the same kind has --scale ${scaleFor(scenario, MOST_PEOPLE / people)}`,
      },
    ];
  }
  const most = mostInAStep(scenario);
  if (most <= MOST_REFERRALS_A_STEP) return [];
  return [
    {
      path: pathOfPeople(scenario),
      message: `about ${countInWords(most)} people would be referred in one step, more than ids can tell apart`,
      found: `${countInWords(most)} people`,
      allowed: `at most ${countInWords(MOST_REFERRALS_A_STEP)} a step; spread them over more weeks`,
    },
  ];
}

/** What one replicate may take. */
export interface Memory {
  bytes: number;
  /** Whose memory it is, to follow "and": "this machine has", "this page allows". */
  words: string;
}

/** A problem where one replicate of a scenario needs more memory than there is; at the number that asks for it. */
export function memoryProblem(
  loaded: LoadedScenario<Scenario>,
  designs: readonly ResolvedDesign<Scenario>[],
  references: readonly CompanionName[],
  memory: Memory,
): ScenarioProblem | undefined {
  const size = replicateSize(designs, references);
  if (size.bytes <= memory.bytes) return undefined;
  const largest = designs.reduce((a, b) =>
    worldSize(b.scenario).bytes > worldSize(a.scenario).bytes ? b : a,
  );
  const path = pathOfSize(largest.scenario, size);
  return {
    ...placeIn(loaded, path),
    path: path.join('.'),
    message: `one replicate needs about ${bytesInWords(size.bytes)} of memory and takes about ${timeInWords(size.seconds)}, and ${memory.words} ${bytesInWords(memory.bytes)}`,
    found: `about ${countInWords(size.people)} people referred and ${countInWords(size.caseworkers)} caseworkers`,
    allowed: `a smaller programme of the same kind: --scale ${scaleFor(largest.scenario, memory.bytes / size.bytes)}`,
  };
}

/** The number that makes a world large: whichever has the most to do with it. */
function pathOfSize(scenario: Scenario, { people, caseworkers }: ReplicateSize): string[] {
  if (caseworkers <= people) return pathOfPeople(scenario);
  if (scenario.scale > 1) return ['scale'];
  const [[name]] = Object.entries(scenario.caseworkers.roles).sort(([, a], [, b]) => b.posts - a.posts);
  return ['caseworkers', 'roles', name, 'posts'];
}

function pathOfPeople(scenario: Scenario): string[] {
  if (scenario.scale > 1) return ['scale'];
  const { arrivals, reserve } = scenario.clients;
  const isReserve = arrivals === 'replace' && 2 * reserve * scenario.scale > expectedPeople(scenario);
  return ['clients', isReserve ? 'reserve' : 'referrals'];
}

/** The most referrals of a step, by the mean of what is drawn: those of the last where they grow. */
function mostInAStep(scenario: Scenario): number {
  const { clients, clock, scale } = scenario;
  const grown = pow(1 + Math.max(0, clients.growth), Math.max(0, clock.referralWeeks - 1));
  return (scale * grown * buildDistribution(clients.referrals).mean) / clockOf(scenario).stepsPerWeek;
}

/** A scale that fits, with one digit, rounded down. */
function scaleFor({ scale }: Scenario, part: number): string {
  const [digits, power] = (scale * part).toExponential().split('e');
  return String(Number(`${Math.floor(Number(digits))}e${power}`));
}
