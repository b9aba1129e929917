/**
 * The best division of a caseworker's hours under diminishing returns ln(1 + h/τ): hours fill up to a
 * line, h_i = u_i/λ − τ, and whoever lies under the line gets nothing. That is parking.
 *
 * With a shortest appointment m, the k claimants of greatest appeal are served, k being the largest
 * number with u_(k) · (H + kτ) ≥ (τ + m) · S_k, S_k the sum of the k greatest; then
 * λ = S_k / (H + kτ). The condition is monotone in k, so a quickselect finds k in expected O(n).
 */
export interface Line {
  /** Claimants served. */
  served: number;
  /** The line λ: appeal per hour of the marginal claimant. Infinite when nobody is served. */
  lambda: number;
}

/**
 * Divides `hours` among claimants `0 … n−1` and writes each one's hours to `out`.
 *
 * Appeal of zero or less never gets time. Equal appeals at the margin are served in order of `ties`,
 * smallest first. When the hours do not suffice for one shortest appointment nobody is served and the
 * hours are lost.
 *
 * @param appeal appeal u by claimant, finite
 * @param ties keyed draws that order equal appeals
 * @param order scratch of at least `n`; on return its first `served` entries are the served claimants
 */
export function divideByWaterline(
  appeal: Float64Array,
  ties: Uint32Array,
  n: number,
  hours: number,
  tau: number,
  shortest: number,
  out: Float64Array,
  order: Int32Array,
  line: Line,
): void {
  let candidates = 0;
  for (let i = 0; i < n; i++) {
    out[i] = 0;
    if (appeal[i] > 0) order[candidates++] = i;
  }
  served.count = 0;
  served.sum = 0;
  serveClients(appeal, ties, candidates, hours, tau, shortest, order, served);
  drawLine(appeal, hours, tau, out, order, served, line);
}

/** Claimants who are served so far: the first `count` of the order, and the sum of their appeals. */
export interface Served {
  count: number;
  sum: number;
}

const served: Served = { count: 0, sum: 0 };

/**
 * Serves further claimants of the order, up to place `to` (excluded), in order of appeal as long as they pass with
 * `hours` for all who are served. On return the served stand first in the order.
 */
export function serveClients(
  appeal: Float64Array,
  ties: Uint32Array,
  to: number,
  hours: number,
  tau: number,
  shortest: number,
  order: Int32Array,
  served: Served,
): void {
  let lo = served.count;
  let hi = to;
  let sum = served.sum;
  while (lo < hi) {
    const pivotAt = medianOfThree(appeal, order, lo, (lo + hi) >>> 1, hi - 1);
    const pivot = order[pivotAt];
    const pivotAppeal = appeal[pivot];
    const pivotTie = ties[pivot];
    order[pivotAt] = order[hi - 1];
    order[hi - 1] = pivot;
    let above = lo;
    let partSum = pivotAppeal;
    for (let at = lo; at < hi - 1; at++) {
      const i = order[at];
      const u = appeal[i];
      if (u > pivotAppeal || (u === pivotAppeal && ties[i] < pivotTie)) {
        order[at] = order[above];
        order[above++] = i;
        partSum += u;
      }
    }
    order[hi - 1] = order[above];
    order[above] = pivot;
    const k = above + 1;
    if (pivotAppeal * (hours + k * tau) >= (tau + shortest) * (sum + partSum)) {
      sum += partSum;
      lo = k;
    } else {
      hi = above;
    }
  }
  served.count = lo;
  served.sum = sum;
}

/** Writes hours up to the line that `hours` for the served claimants give; without anybody served the line is infinite. */
export function drawLine(
  appeal: Float64Array,
  hours: number,
  tau: number,
  out: Float64Array,
  order: Int32Array,
  { count, sum }: Served,
  line: Line,
): void {
  line.served = count;
  if (count === 0) {
    line.lambda = Number.POSITIVE_INFINITY;
    return;
  }
  const lambda = sum / (hours + count * tau);
  line.lambda = lambda;
  for (let at = 0; at < count; at++) {
    const i = order[at];
    out[i] = Math.max(0, appeal[i] / lambda - tau);
  }
}

function medianOfThree(appeal: Float64Array, order: Int32Array, a: number, b: number, c: number): number {
  const x = appeal[order[a]];
  const y = appeal[order[b]];
  const z = appeal[order[c]];
  if (x < y) return y < z ? b : x < z ? c : a;
  return x < z ? a : y < z ? c : b;
}
