import { type ItemBatches, itemsThatFit } from './items.ts';

/** Places of clients and batches in one order of rank; grows with the claimants, since few schemes leave hours free. */
let order = new Int32Array(64);
let rank = new Float64Array(64);

/**
 * The waterline where shortest appointments differ, and where further hours are divided among clients who have got some
 * already, of which nothing is taken back; beside items. A client with `got` hours gets h_i = max(0, u_i/λ − τ − got_i);
 * only who has none yet is held to the own shortest appointment m_i. All come in order of r_i = u_i / (τ + got_i + m_i),
 * and each is served if it passes with itself among the served, as in `divideWithItems`, which it equals where nobody has
 * got anything and all m_i are one.
 *
 * Why this is exact. Call a set K of claimants feasible if all reach their shortest time on its own line,
 * r_i ≥ λ(K) = S_K / (H + Σ_K (τ + got_i)). Since u_i ≥ λ(τ + got_i) for whoever passes, taking anybody out of a feasible
 * set leaves the line where it is or lowers it: what is left is feasible, too. And who comes later in the order passes
 * only under a line no higher than the own rank, so that nobody before falls under it. So the set found is the first
 * feasible set in the order of ranks, and nobody could be added to it. A long appointment that does not fit is passed
 * over, and shorter ones after it may still fit.
 *
 * Equal ranks go by `ties`, clients before items. Hours that nobody takes are left. O(n log n).
 * Returns the line λ, infinite where no client is served.
 *
 * @param got hours that each has already; absent where nobody has any
 * @param shortest shortest appointment of each, or one for all
 */
export function divideOnTop(
  appeal: Float64Array,
  ties: Uint32Array,
  n: number,
  got: Float64Array | undefined,
  items: ItemBatches,
  hours: number,
  tau: number,
  shortest: number | Float64Array,
  out: Float64Array,
): number {
  const all = n + items.count;
  if (order.length < all) {
    order = new Int32Array(2 * all);
    rank = new Float64Array(2 * all);
  }
  for (let i = 0; i < n; i++) {
    out[i] = 0;
    order[i] = i;
    const has = got === undefined ? 0 : got[i];
    const least = typeof shortest === 'number' ? shortest : shortest[i];
    rank[i] = appeal[i] / (tau + has + (has > 0 ? 0 : least));
  }
  for (let batch = 0; batch < items.count; batch++) {
    items.served[batch] = 0;
    order[n + batch] = n + batch;
    rank[n + batch] = items.appeal[batch] / (tau + items.size[batch]);
  }
  const tie = (at: number): number => (at < n ? ties[at] : items.ties[at - n]);
  const isItem = (at: number): number => (at < n ? 0 : 1);
  order
    .subarray(0, all)
    .sort((a, b) => rank[b] - rank[a] || isItem(a) - isItem(b) || tie(a) - tie(b) || a - b);
  let sum = 0;
  // Hours to give, and what the served have and would lose below the line: H − N + Σ (τ + got).
  let level = hours;
  let taken = 0;
  let served = 0;
  for (let at = 0; at < all; at++) {
    const claimant = order[at];
    if (!(rank[claimant] > 0)) break;
    if (claimant >= n) {
      const batch = claimant - n;
      const size = items.size[batch];
      const room = Math.min(hours - taken, level - sum / rank[claimant]);
      items.served[batch] = Math.min(items.waiting[batch], itemsThatFit(room, size));
      taken = Math.min(hours, taken + items.served[batch] * size);
      level -= items.served[batch] * size;
      continue;
    }
    const reached = level + tau + (got === undefined ? 0 : got[claimant]);
    if (rank[claimant] * reached < sum + appeal[claimant]) continue;
    sum += appeal[claimant];
    level = reached;
    order[served++] = claimant;
  }
  const lambda = sum / level;
  for (let at = 0; at < served; at++) {
    const i = order[at];
    out[i] = Math.max(0, appeal[i] / lambda - tau - (got === undefined ? 0 : got[i]));
  }
  return served > 0 ? lambda : Number.POSITIVE_INFINITY;
}
