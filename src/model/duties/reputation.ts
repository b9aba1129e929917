import type { World } from '../world.ts';

/** How employers think of offices, and whom they watch. */
export interface Reputation {
  /** [office] in [0, 1]. */
  readonly now: Float64Array;
  /** [row] step in which the client was placed and is still on probation; −1 for nobody. */
  readonly placedAt: Int32Array;
  /** Clients placed, in order of the step; those before `from` are off probation. */
  readonly clients: number[];
  readonly steps: number[];
  from: number;
}

export function createReputation({ offices, people }: World, start: number): Reputation {
  return {
    now: new Float64Array(offices.count).fill(start),
    placedAt: new Int32Array(people.count).fill(-1),
    clients: [],
    steps: [],
    from: 0,
  };
}

/**
 * Each client placed while attached moves the reputation of the office by `memory`: towards 1 when the probation is over,
 * towards 0 when the place is lost before.
 */
export function watchReputation(
  { events, service, step }: World,
  reputation: Reputation,
  terms: { placedEvent: number; lostEvent: number; probation: number; memory: number },
): void {
  const { now, placedAt, clients, steps } = reputation;
  const move = (row: number, towards: number): void => {
    const office = service.office[row];
    now[office] += terms.memory * (towards - now[office]);
    placedAt[row] = -1;
  };
  for (let at = 0; at < events.count; at++) {
    const row = events.client[at];
    if (events.event[at] === terms.lostEvent && placedAt[row] >= 0) move(row, 0);
    if (events.event[at] !== terms.placedEvent || events.attached[at] === 0) continue;
    placedAt[row] = step;
    clients.push(row);
    steps.push(step);
  }
  while (reputation.from < clients.length && step - steps[reputation.from] >= terms.probation) {
    const at = reputation.from++;
    // Who has lost the place, or was placed anew since, is not waited for any more.
    if (placedAt[clients[at]] === steps[at]) move(clients[at], 1);
  }
}
