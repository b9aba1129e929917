import { twinNeed, unservedCourse } from '../money/valueAdded.ts';
import { needNow } from '../people/need.ts';
import type { World } from '../world.ts';

/** What is heard of some lives. */
export interface Stories {
  lives: number;
  /** Mean worth of what the service did: share of need taken off against no service, and trust gained × its weight. */
  worth: number;
  /** Shares of the lives that tell of a lack, by `outcomeKinds`: trust lost, no change for the better, a change for the worse. */
  lacks: number[];
}

/**
 * The stories of `n` attached clients of an office (−1: of all offices), drawn by client and step. A story is true, but
 * few are heard: so they are noisy, and the same people tell theirs in every design that still has them.
 */
export function hearStories(world: World, office: number, n: number): Stories {
  const { service, people, clients, luck, step, phase } = world;
  const course = world.value?.course ?? unservedCourse(phase.scenario, world.steps);
  const { trust: trustWeight, noticed } = phase.scenario.commissioner.stories;
  const tellers = Array.from(service.attached.subarray(0, service.attachedCount))
    .filter((row) => office < 0 || service.office[row] === office)
    .map((row) => ({ row, draw: luck.stories.uniform(people.id[row], step) }))
    .sort((a, b) => a.draw - b.draw)
    .slice(0, n);
  const heard: Stories = { lives: tellers.length, worth: Number.NaN, lacks: [0, 0, 0] };
  if (tellers.length === 0) return heard;
  let worth = 0;
  for (const { row } of tellers) {
    const need = needNow(clients, course.weights, row);
    const without = twinNeed(course, world, row);
    const trusts = service.trust[row] - people.trustStart[row];
    worth += (without > 0 ? (without - need) / without : 0) + trustWeight * trusts;
    const change = people.need[row] > 0 ? need / people.need[row] - 1 : 0;
    if (trusts < 0) heard.lacks[0] += 1 / tellers.length;
    if (change > -noticed) heard.lacks[1] += 1 / tellers.length;
    if (change > noticed) heard.lacks[2] += 1 / tellers.length;
  }
  heard.worth = worth / tellers.length;
  return heard;
}
