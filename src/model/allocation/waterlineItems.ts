import { bringForward, type ItemBatches, itemsThatFit, orderBatches } from './items.ts';
import { divideByWaterline, drawLine, type Line, type Served, serveClients } from './waterline.ts';

const served: Served = { count: 0, sum: 0 };

/**
 * The waterline among clients and items. An item takes exactly its size s, which is its own shortest appointment: it
 * passes if u ≥ λ(τ + s), λ = S_k / (H − N + kτ) over the k clients served, N the hours of the items served.
 *
 * All come in one order, of u / (τ + own shortest time), clients before items of the same rank, and each is served if
 * it passes with itself among the served. Whoever comes later passes under a line that is no higher than his own rank,
 * so nobody who was served falls below the line again. Within a batch the number served is the largest that passes:
 * n·s ≤ H − N + kτ − S_k·(τ + s)/u, which needs no search. Where no client is served items take hours while they last.
 *
 * The same contract as `divideByWaterline`, which it equals to the last bit where there are no items; `items.served`
 * is written beside `out`. Items without appeal are never served.
 */
export function divideWithItems(
  appeal: Float64Array,
  ties: Uint32Array,
  n: number,
  items: ItemBatches,
  hours: number,
  tau: number,
  shortest: number,
  out: Float64Array,
  order: Int32Array,
  line: Line,
): void {
  if (items.count === 0) {
    divideByWaterline(appeal, ties, n, hours, tau, shortest, out, order, line);
    return;
  }
  let candidates = 0;
  for (let i = 0; i < n; i++) {
    out[i] = 0;
    if (appeal[i] > 0) order[candidates++] = i;
  }
  served.count = 0;
  served.sum = 0;
  let taken = 0;
  // Clients have one shortest appointment: when one does not pass, none after does, since items only take hours away.
  let open = true;
  const serve = (to: number): void => {
    if (!open) return;
    serveClients(appeal, ties, to, hours - taken, tau, shortest, order, served);
    if (served.count < to) open = false;
  };
  orderBatches(items, (batch) => items.appeal[batch] / (tau + items.size[batch]));
  for (let at = 0; at < items.count; at++) {
    const batch = items.order[at];
    const size = items.size[batch];
    const rank = items.appeal[batch] / (tau + size);
    if (!(rank > 0)) break;
    if (open) {
      const least = rank * (tau + shortest);
      serve(bringForward(order, served.count, candidates, (i) => appeal[i] >= least));
    }
    const room = hours - taken + served.count * tau - served.sum / rank;
    items.served[batch] = Math.min(items.waiting[batch], itemsThatFit(room, size));
    taken = Math.min(hours, taken + items.served[batch] * size);
  }
  serve(candidates);
  drawLine(appeal, hours - taken, tau, out, order, served, line);
}
