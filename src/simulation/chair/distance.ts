import type { OpenDesk, OutsideHours } from '../../model/week/allocate/outside.ts';

/**
 * How far two divisions of one desk lie apart: half the summed absolute differences between shares of its hours, over
 * clients, contacts in form only, duties, and what is left unspent. 0 where they are the same, 1 where they have nothing in common.
 */
export function distanceBetween(
  desk: OpenDesk,
  tokenHours: number,
  a: OutsideHours,
  b: OutsideHours,
): number {
  let apart = 0;
  let more = 0;
  const compare = (one: number, other: number): void => {
    apart += Math.abs(one - other);
    more += one - other;
  };
  for (let at = 0; at < desk.clients.length; at++) {
    compare(a.clients[at], b.clients[at]);
    compare(a.inForm[at] * tokenHours, b.inForm[at] * tokenHours);
  }
  for (let at = 0; at < desk.duties.length; at++) compare(a.duties[at], b.duties[at]);
  // What one spends more is what the other has left.
  return desk.hours > 0 ? (apart + Math.abs(more)) / 2 / desk.hours : 0;
}

/** Two of a hundred hours: distances that differ by less are alike. */
const ALIKE = 0.02;

/**
 * Whom the least distance belongs to, with those whose distance is alike; nobody where that holds for more than half of three
 * or more, and for both of two: then the division is near none.
 */
export function nearestOf(distances: readonly { disposition: string; distance: number }[]): string[] {
  if (distances.length === 0) return [];
  const least = Math.min(...distances.map(({ distance }) => distance));
  const alike = distances.filter(({ distance }) => distance <= least + ALIKE);
  if (least === 0)
    return distances.filter(({ distance }) => distance === 0).map(({ disposition }) => disposition);
  return alike.length > 1 && 2 * alike.length > distances.length
    ? []
    : alike.map(({ disposition }) => disposition);
}
