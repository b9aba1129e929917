import { exp, log1p } from '../../random/index.ts';
import { needNow, needWeights } from '../people/need.ts';
import type { Scenario } from '../schema/scenario.ts';
import { Status } from '../service.ts';
import type { World } from '../world.ts';

/** How need goes without contact, for all ages: twins are lived elsewhere, and their need follows from this. */
export interface UnservedCourse {
  /** Weights of the barriers in need, and their sum. */
  readonly weights: readonly number[];
  readonly summedWeight: number;
  /** [age in steps] (1 − drift − wear)^age: the part of the way to where need tends that is still to go. */
  readonly left: Float64Array;
}

/** The course for ages up to the length of a run; the scenario is in steps. */
export function unservedCourse(scenario: Pick<Scenario, 'clients'>, steps: number): UnservedCourse {
  const { drift, wear } = scenario.clients.change;
  const weights = needWeights(scenario);
  const pace = drift + wear;
  return {
    weights,
    summedWeight: weights.reduce((sum, weight) => sum + weight, 0),
    left: Float64Array.from({ length: steps + 1 }, (_, age) =>
      pace >= 1 ? 0 : pace <= 0 ? 1 : exp(age * log1p(-pace)),
    ),
  };
}

/**
 * What offices truly add, in need that the twin has and the client has not: a mean that carries no luck of events.
 * Kept only where a commissioner reviews; no caseworker and no commissioner sees it.
 */
export interface ValueAdded {
  readonly course: UnservedCourse;
  /** [row] twin's need − client's need when it was last counted. */
  readonly lead: Float64Array;
  /** [office × steps + step] how much the leads of the office's clients grew in the step. */
  readonly added: Float64Array;
  /** [office × steps + step] people referred to the office who are within the longest stay. */
  readonly people: Float64Array;
}

export function createValueAdded(
  course: UnservedCourse,
  people: number,
  offices: number,
  steps: number,
): ValueAdded {
  return {
    course,
    lead: new Float64Array(people),
    added: new Float64Array(offices * steps),
    people: new Float64Array(offices * steps),
  };
}

/**
 * Need of the twin at the end of the step under way. Without contact barriers follow b ← b + drift × (b₀ − b) +
 * wear × (1 − b), whatever else happens: so b_n = b* + (b₀ − b*)(1 − drift − wear)^n, and need likewise. Twins that are
 * shared among designs stand at the end of their lives in the columns, and cannot be read there.
 */
export function twinNeed({ left, summedWeight }: UnservedCourse, world: World, row: number): number {
  const { drift, wear } = world.phase.scenario.clients.change;
  const start = world.people.need[row];
  const pace = drift + wear;
  if (pace <= 0) return start;
  const end = (drift * start + wear * summedWeight) / pace;
  return end + (start - end) * left[world.step + 1 - world.people.referredAt[row]];
}

/** Counts the step's growth of all leads, and who could be served. Done at the end of the step. */
export function countValueAdded(world: World, value: ValueAdded): void {
  const { people, clients, service, phase, step, steps } = world;
  for (let at = 0; at < service.attachedCount; at++) {
    const row = service.attached[at];
    const lead = twinNeed(value.course, world, row) - needNow(clients, value.course.weights, row);
    value.added[service.office[row] * steps + step] += lead - value.lead[row];
    value.lead[row] = lead;
  }
  const stay = Math.ceil(phase.scenario.pathway.programme.stay);
  const first = Math.max(world.windowFrom, people.firstOfStep[Math.max(0, step + 1 - stay)]);
  for (let row = first; row < world.windowTo; row++)
    if (service.status[row] !== Status.prevented) value.people[service.office[row] * steps + step]++;
}

/**
 * Need that an office took off over some steps, per person referred to it in a mean step: who is refused counts as
 * served with nothing. Not a number where nobody was referred.
 */
export function meanValueAdded(
  { added, people }: ValueAdded,
  office: number,
  steps: number,
  from: number,
  to: number,
): number {
  let sum = 0;
  let clients = 0;
  for (let step = Math.max(0, from); step < to; step++) {
    sum += added[office * steps + step];
    clients += people[office * steps + step];
  }
  return clients > 0 ? (sum * (to - Math.max(0, from))) / clients : Number.NaN;
}
