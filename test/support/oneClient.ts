import { clientId, drawPeople } from '../../src/model/build/people.ts';
import type { People } from '../../src/model/people/people.ts';
import type { Scenario } from '../../src/model/schema/scenario.ts';
import type { StepColumn } from '../../src/model/stepColumn.ts';
import { Allocation } from '../../src/model/week/allocate/allocate.ts';
import type { World } from '../../src/model/world.ts';
import { type SeedKey, seedKey } from '../../src/random/index.ts';
import type { LoadedScenario } from '../../src/scenario/index.ts';
import { beginWorld } from '../../src/simulation/run.ts';
import { rowOf } from './columns.ts';
import { buildSmall } from './smallScenario.ts';

/** The same people without one of them. Ranks of need stay what they were. */
export function without(people: People, row: number): People {
  const cut = <T extends { length: number; filter(keep: (value: number, at: number) => boolean): T }>(
    column: T,
  ): T => (column.length === people.count ? column.filter((_, at) => at !== row) : column);
  const columns = Object.entries(people).map(([name, value]) => {
    if (name === 'count') return [name, people.count - 1];
    if (name === 'firstOfStep')
      return [name, people.firstOfStep.map((first) => (first > row ? first - 1 : first))];
    return [name, Array.isArray(value) ? value.map(cut) : cut(value)];
  });
  return Object.fromEntries(columns) as People;
}

/** The same people and one more, the last of those referred at a step, drawn as they were; and the row of the new one. */
export function withOneMore(
  scenario: Scenario,
  key: SeedKey,
  replicate: number,
  people: People,
  step: number,
): { people: People; row: number } {
  const row = people.firstOfStep[step + 1];
  const insert = <T extends Uint32Array | StepColumn>(column: T, value: number): T => {
    const longer = new (column.constructor as new (length: number) => T)(column.length + 1);
    longer.set(column.subarray(0, row));
    longer[row] = value;
    longer.set(column.subarray(row), row + 1);
    return longer;
  };
  const more = drawPeople(
    scenario,
    key,
    replicate,
    insert(people.id, clientId(step, row - people.firstOfStep[step])),
    insert(people.referredAt, step),
    people.firstOfStep.map((first, at) => (at > step ? first + 1 : first)),
  );
  return { people: more, row };
}

/** A world that was run, with the caseworkers to whom each client came, by role; −1 for none. */
export interface Seen {
  world: World;
  workers: number[][];
}

/** Divides hours as it would, and notes before that to whom those came who were referred in the step. */
class NotingAllocation extends Allocation {
  readonly workers: number[][];

  constructor(world: World) {
    super(world);
    this.workers = Array.from({ length: world.people.count }, () => []);
  }

  override run(): void {
    const { people, step, service } = this.world;
    // At the end of the step some would have left again.
    for (let row = people.firstOfStep[step]; row < people.firstOfStep[step + 1]; row++)
      this.workers[row] = service.worker.map((column) => column[row]);
    super.run();
  }
}

/** Runs these people through the base design. */
export function runWith(
  loaded: LoadedScenario<Scenario>,
  people: People,
  replicate = 0,
  look?: (world: World) => void,
): Seen {
  const built = buildSmall(loaded, { replicate, shared: { people }, look });
  const allocation = new NotingAllocation(built.world);
  const course = beginWorld(built, allocation);
  while (!course.done) course.step();
  course.finish();
  return { world: built.world, workers: allocation.workers };
}

/**
 * Whom a client can reach: those with the same caseworker, and where clients have several, those with the same caseworker
 * as one of them, and so on. With one role these are the clients of one caseworker.
 */
export function reachedFrom(workers: readonly number[][], row: number): Set<number> {
  const reached = new Set([row]);
  const open = [row];
  for (let from = open.pop(); from !== undefined; from = open.pop())
    for (const [to, own] of workers.entries()) {
      if (reached.has(to) || !own.some((worker, role) => worker >= 0 && worker === workers[from][role]))
        continue;
      reached.add(to);
      open.push(to);
    }
  return reached;
}

/** All that happened to one client in one world. */
export function lifeOf({ world }: Seen, row: number): Record<string, number> {
  const { clients, service, people } = world;
  const { attached: _, ...own } = service;
  return { ...rowOf(clients, row, people.count), ...rowOf(own, row, people.count) };
}

/** The life of the twin of one client in one world. */
export const twinOf = ({ world }: Seen, row: number): Record<string, number> =>
  rowOf(world.twins, row, world.people.count);

/** Rows of everybody but one whose lives differ in a world without that one. */
export function changedWithout(all: Seen, fewer: Seen, row: number): number[] {
  const changed: number[] = [];
  for (let each = 0; each < all.world.people.count; each++) {
    if (each === row) continue;
    const now = each > row ? each - 1 : each;
    if (JSON.stringify(lifeOf(all, each)) !== JSON.stringify(lifeOf(fewer, now))) changed.push(each);
  }
  return changed;
}

/** The key of a scenario's luck. */
export const keyOf = (loaded: LoadedScenario<Scenario>): SeedKey => seedKey(loaded.designs[0].scenario.seed);
