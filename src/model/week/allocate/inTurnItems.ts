import { hoursOfItems, type ItemBatches } from '../../allocation/items.ts';
import { divideByPriorityWithItems } from '../../allocation/priorityItems.ts';
import type { Line } from '../../allocation/waterline.ts';
import type { World } from '../../world.ts';
import { divideInTurn } from './inTurn.ts';
import { lengthenNeeded, lengthOf } from './shortest.ts';

/** Hours may be missed by this part of an appointment. */
const ROUNDING = 1e-9;

/**
 * A reference world's division where items claim hours, too: clients, by `scratch.appeal`, and items stand in one queue.
 * Clients take a shortest appointment each and items their size while hours last; then the clients seen share equally
 * what is left. Where a crisis lengthens contacts it lengthens these in proportion.
 */
export function divideInTurnWithItems(
  world: World,
  role: number,
  n: number,
  items: ItemBatches,
  hours: number,
  line: Line,
): void {
  const { shortest, crisisLength } = world.phase.roles[role];
  if (items.count === 0 && crisisLength <= 0) {
    divideInTurn(world, role, n, hours, line);
    return;
  }
  const { scratch } = world;
  for (let i = 0; i < n; i++) scratch.needed[i] = shortest;
  lengthenNeeded(world, role, n);
  const { appeal, ties, needed, hours: out, order } = scratch;
  // With appointments of no length everybody is seen, before the items.
  divideByPriorityWithItems(appeal, ties, n, items, hours, needed, out, order, line);
  const isSeen = (i: number): boolean => (shortest > 0 ? out[i] >= needed[i] * (1 - ROUNDING) : true);
  // Usual appointments: one of a client in a crisis is as many as it takes the time of.
  let seen = 0;
  let places = 0;
  for (let i = 0; i < n; i++) {
    if (!isSeen(i)) continue;
    seen++;
    places += lengthOf(world, role, scratch.claimants[i]);
  }
  const each = places > 0 ? Math.max(0, hours - hoursOfItems(items)) / places : 0;
  for (let i = 0; i < n; i++) out[i] = isSeen(i) ? each * lengthOf(world, role, scratch.claimants[i]) : 0;
  line.served = seen;
}
