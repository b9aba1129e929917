import { movePost, presentCount } from '../staff/roster.ts';
import { countTeams } from '../staff/teams.ts';
import { assignWaiting, handOverOf } from '../week/staff/handOver.ts';
import type { World } from '../world.ts';

/** Who gets which part of the referrals, and the posts that go with it. */
export interface ReferralMarket {
  /** Parts of (0, 1) in order: a client's draw says into which it falls, and a share that moves keeps its place. */
  segments: { width: number; office: number }[];
  /** Whether shares have moved, so that clients go by the segments and no longer as the scenario says. */
  moved: boolean;
  /** [role × offices + office] posts that belong to the share; a fraction until a whole post moves. */
  readonly posts: Float64Array;
}

/** The market of the start: segments by the shares of the file, posts where they are. */
export function createMarket(
  shares: Float64Array,
  roles: number,
  { count, role, office }: { count: number; role: Uint8Array; office: Uint8Array },
): ReferralMarket {
  const posts = new Float64Array(roles * shares.length);
  for (let worker = 0; worker < count; worker++) posts[role[worker] * shares.length + office[worker]]++;
  return { segments: Array.from(shares, (width, at) => ({ width, office: at })), moved: false, posts };
}

/**
 * Moves a share of all referrals from one office to another, at most what the first has left; an office whose
 * contract has ended gets none. From the next step on new clients go by the new shares, and posts follow; who is
 * attached stays.
 */
export function shiftShare(world: World, from: number, to: number, share: number): void {
  const { referralShare, contractEnded } = world.offices;
  const moved = Math.min(referralShare[from], Math.max(0, share));
  if (from === to || !(moved > 0) || contractEnded[to] >= 0) return;
  movePosts(world, from, to, moved / referralShare[from]);
  referralShare[from] = moved === referralShare[from] ? 0 : referralShare[from] - moved;
  referralShare[to] += moved;
  world.market.segments = cutSegments(world.market.segments, from, to, moved);
  world.market.moved = true;
}

/** Gives the last of one office's segments to another, so that only who falls into the moved share changes office. */
function cutSegments(
  segments: ReferralMarket['segments'],
  from: number,
  to: number,
  share: number,
): ReferralMarket['segments'] {
  let left = share;
  return segments
    .toReversed()
    .flatMap((segment) => {
      if (segment.office !== from || left <= 0) return [segment];
      const given = Math.min(left, segment.width);
      left -= given;
      const kept = segment.width - given;
      return [{ width: given, office: to }, ...(kept > 0 ? [{ width: kept, office: from }] : [])];
    })
    .toReversed();
}

/** Moves a part of the posts that belong to one office's share to another; the posts themselves follow at the next step. */
export function movePosts({ market, names, offices }: World, from: number, to: number, part: number): void {
  for (let role = 0; role < names.roles.length; role++) {
    const moved = market.posts[role * offices.count + from] * part;
    market.posts[role * offices.count + from] -= moved;
    market.posts[role * offices.count + to] += moved;
  }
}

/**
 * At the start of a step: posts go where the shares went, and the clients of the step are referred by the shares as
 * they are now, on the same draw that the shares of the file were read with. Nothing where no share has moved.
 */
export function followShares(world: World): void {
  const { market, people, service, luck, names, step } = world;
  if (!market.moved) return;
  for (let role = 0; role < names.roles.length; role++) sendPosts(world, role);
  for (let row = people.firstOfStep[step]; row < people.firstOfStep[step + 1]; row++)
    service.office[row] = officeOf(market, luck.office.uniform(people.id[row], 0));
}

/** The office into whose segment a draw in (0, 1) falls. */
function officeOf({ segments }: ReferralMarket, u: number): number {
  let left = u;
  for (const { width, office } of segments) {
    left -= width;
    if (left < 0) return office;
  }
  return segments[segments.length - 1].office;
}

/** Moves whole posts of a role from the office that has most too many to the one that lacks most, while that evens them out. */
function sendPosts(world: World, role: number): void {
  const { caseworkers, market, offices, phase } = world;
  const firstWorker = caseworkers.firstOfRole[role];
  const endWorker = caseworkers.firstOfRole[role + 1];
  const over = Array.from(
    { length: offices.count },
    (_, office) => -market.posts[role * offices.count + office],
  );
  for (let worker = firstWorker; worker < endWorker; worker++) over[caseworkers.office[worker]]++;
  const sent = new Set<number>();
  for (;;) {
    const from = over.indexOf(Math.max(...over));
    const to = over.indexOf(Math.min(...over));
    // A post moves only where that brings both offices nearer to what is theirs: else it would go to and fro.
    if (over[from] - over[to] <= 1 + 1e-9) break;
    const worker = leastBusy(world, role, from);
    if (worker < 0) break;
    movePost(world, worker, to);
    sent.add(worker);
    over[from]--;
    over[to]++;
  }
  if (sent.size === 0) return;
  if (phase.pooled) countTeams(world);
  else {
    handOverOf(world, role, (worker) => sent.has(worker));
    assignWaiting(world, role);
  }
}

/**
 * The post of an office with the fewest clients, of equals the last; −1 where it is the last caseworker present and
 * has clients, who stay with the office and would have nobody.
 */
function leastBusy(world: World, role: number, office: number): number {
  const { caseworkers } = world;
  let least = -1;
  for (let worker = caseworkers.firstOfRole[role]; worker < caseworkers.firstOfRole[role + 1]; worker++) {
    if (caseworkers.office[worker] !== office) continue;
    if (least < 0 || caseworkers.caseload[worker] <= caseworkers.caseload[least]) least = worker;
  }
  const alone = least >= 0 && caseworkers.present[least] === 1 && presentCount(world, role, office) <= 1;
  return alone && caseworkers.caseload[least] > 0 ? -1 : least;
}
