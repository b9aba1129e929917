import { exp, log1p } from '../random/index.ts';
import { Status } from './service.ts';
import type { World } from './world.ts';

/**
 * What offices truly add, in need that the twin has and the client has not: a mean that carries no luck of events.
 * Kept only where a commissioner reviews; no caseworker and no commissioner sees it.
 */
export interface ValueAdded {
  /** [row] twin's need − client's need when it was last counted. */
  readonly lead: Float64Array;
  /** [office × steps + step] how much the leads of the office's clients grew in the step. */
  readonly added: Float64Array;
  /** [office × steps + step] people referred to the office who are within the longest stay. */
  readonly people: Float64Array;
}

export function createValueAdded(people: number, offices: number, steps: number): ValueAdded {
  return {
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
export function twinNeed(world: World, row: number): number {
  const { drift, wear } = world.phase.scenario.clients.change;
  const start = world.people.need[row];
  const pace = drift + wear;
  if (pace <= 0) return start;
  const weights = Object.values(world.phase.scenario.clients.barriers).reduce(
    (sum, each) => sum + each.weight,
    0,
  );
  const end = (drift * start + wear * weights) / pace;
  const steps = world.step + 1 - world.people.referredAt[row];
  const left = pace >= 1 ? 0 : exp(steps * log1p(-pace));
  return end + (start - end) * left;
}

/** A client's true need now. */
export function needNow(world: World, row: number): number {
  let need = 0;
  let k = 0;
  for (const { weight } of Object.values(world.phase.scenario.clients.barriers))
    need += weight * world.clients.barriers[k++][row];
  return need;
}

/** Counts the step's growth of all leads, and who could be served. Done at the end of the step. */
export function countValueAdded(world: World, value: ValueAdded): void {
  const { people, service, phase, step, steps } = world;
  for (let at = 0; at < service.attachedCount; at++) {
    const row = service.attached[at];
    const lead = twinNeed(world, row) - needNow(world, row);
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
