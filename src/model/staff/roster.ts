import type { World } from '../world.ts';

/** Present caseworkers ordered by role, then office, then row; made anew after somebody came, left or moved. */
export interface Roster {
  readonly rows: Int32Array;
  /** [role × offices + office] where the rows of that role and office begin; one more at the end. */
  readonly start: Int32Array;
  /** Whether presence or office of a caseworker has changed since it was made. */
  stale: boolean;
}

export function createRoster(caseworkers: number, roles: number, offices: number): Roster {
  return {
    rows: new Int32Array(caseworkers),
    start: new Int32Array(roles * offices + 2),
    stale: true,
  };
}

/** The roster as it is now. Rows of an office need not be neighbours in the table: posts may move. */
export function rosterOf({ caseworkers, offices }: World): Roster {
  const { roster, present, role, office, count } = caseworkers;
  if (!roster.stale) return roster;
  const { rows, start } = roster;
  start.fill(0);
  for (let row = 0; row < count; row++) {
    if (present[row] === 1) start[role[row] * offices.count + office[row] + 2]++;
  }
  for (let at = 2; at < start.length; at++) start[at] += start[at - 1];
  // start[at + 1] now is where the at-th list begins; filling moves it to where it ends.
  for (let row = 0; row < count; row++) {
    if (present[row] === 1) rows[start[role[row] * offices.count + office[row] + 1]++] = row;
  }
  roster.stale = false;
  return roster;
}

/** How many caseworkers of the role are present in the office. */
export function presentCount(world: World, role: number, office: number): number {
  const { start } = rosterOf(world);
  const at = role * world.offices.count + office;
  return start[at + 1] - start[at];
}

/**
 * The present caseworker of the role and office with the fewest clients; among equals the first from `draw`, a
 * number in (0, 1), on. −1 where nobody is present. Where it is known that nobody has fewer than `atLeast` clients, the
 * search ends at the first who has no more.
 */
export function leastLoaded(world: World, role: number, office: number, draw: number, atLeast = 0): number {
  const { rows, start } = rosterOf(world);
  const { caseload } = world.caseworkers;
  const from = start[role * world.offices.count + office];
  const count = start[role * world.offices.count + office + 1] - from;
  if (count === 0) return -1;
  const offset = Math.floor(draw * count);
  let best = rows[from + offset];
  for (let step = 1; step < count && caseload[best] > atLeast; step++) {
    const worker = rows[from + ((offset + step) % count)];
    if (caseload[worker] < caseload[best]) best = worker;
  }
  return best;
}

/** The present caseworker of the role and office that `draw`, a number in (0, 1), points at; −1 where nobody is present. */
export function drawnCaseworker(world: World, role: number, office: number, draw: number): number {
  const { rows, start } = rosterOf(world);
  const from = start[role * world.offices.count + office];
  const count = start[role * world.offices.count + office + 1] - from;
  return count === 0 ? -1 : rows[from + Math.floor(draw * count)];
}

/** The present caseworker of the role and office with the most clients, the first of equals; −1 where nobody is present. */
export function mostLoaded(world: World, role: number, office: number): number {
  const { rows, start } = rosterOf(world);
  const { caseload } = world.caseworkers;
  const at = role * world.offices.count + office;
  let most = -1;
  for (let i = start[at]; i < start[at + 1]; i++) {
    if (most < 0 || caseload[rows[i]] > caseload[most]) most = rows[i];
  }
  return most;
}

/** Moves a post with its holder to another office. Clients stay with the caseworker until they are handed over. */
export function movePost({ caseworkers }: World, worker: number, office: number): void {
  caseworkers.office[worker] = office;
  caseworkers.roster.stale = true;
}
