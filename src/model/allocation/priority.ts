import type { Line } from './waterline.ts';

/**
 * Fixed-length appointments: claimants in order of appeal each take the hours they need, the last one
 * what is left. Same contract as the waterline; `needed` are the hours that each claimant takes.
 * `line.lambda` is the appeal of the last one served. Equal appeals go in order of `ties`.
 */
export function divideByPriority(
  appeal: Float64Array,
  ties: Uint32Array,
  n: number,
  hours: number,
  needed: Float64Array,
  out: Float64Array,
  order: Int32Array,
  line: Line,
): void {
  for (let i = 0; i < n; i++) {
    out[i] = 0;
    order[i] = i;
  }
  line.served = 0;
  line.lambda = Number.POSITIVE_INFINITY;
  serveInOrder(appeal, ties, 0, n, hours, needed, out, order, line);
}

/** Serves the claimants at the places from `from` to `to` of the order, and returns the hours left. */
export function serveInOrder(
  appeal: Float64Array,
  ties: Uint32Array,
  from: number,
  to: number,
  hours: number,
  needed: Float64Array,
  out: Float64Array,
  order: Int32Array,
  line: Line,
): number {
  let left = hours;
  let lo = from;
  let hi = to;
  let served = line.served;
  // Quickselect on the running sum of needs: whole halves that fit are served without being ordered.
  while (lo < hi && left > 0) {
    const pivot = order[(lo + hi) >>> 1];
    order[(lo + hi) >>> 1] = order[hi - 1];
    order[hi - 1] = pivot;
    let above = lo;
    let part = 0;
    for (let at = lo; at < hi - 1; at++) {
      const i = order[at];
      if (appeal[i] > appeal[pivot] || (appeal[i] === appeal[pivot] && ties[i] < ties[pivot])) {
        order[at] = order[above];
        order[above++] = i;
        part += needed[i];
      }
    }
    order[hi - 1] = order[above];
    order[above] = pivot;
    if (part >= left) {
      hi = above;
      continue;
    }
    for (let at = lo; at < above; at++) out[order[at]] = needed[order[at]];
    left -= part;
    out[pivot] = Math.min(left, needed[pivot]);
    left -= out[pivot];
    served = above + 1;
    line.lambda = appeal[pivot];
    lo = above + 1;
  }
  line.served = served;
  return left;
}
