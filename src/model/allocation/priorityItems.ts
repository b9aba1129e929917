import { bringForward, type ItemBatches, itemsThatFit, orderBatches } from './items.ts';
import { divideByPriority, serveInOrder } from './priority.ts';
import type { Line } from './waterline.ts';

/**
 * Appointments of fixed length among clients and items, all in order of appeal, clients before items of the same
 * appeal. Clients take the hours they need, the last one what is left; an item takes its size or nothing, and the
 * smaller ones after it may still fit. The same contract as `divideByPriority`, which it equals where there are no items.
 */
export function divideByPriorityWithItems(
  appeal: Float64Array,
  ties: Uint32Array,
  n: number,
  items: ItemBatches,
  hours: number,
  needed: Float64Array,
  out: Float64Array,
  order: Int32Array,
  line: Line,
): void {
  if (items.count === 0) {
    divideByPriority(appeal, ties, n, hours, needed, out, order, line);
    return;
  }
  for (let i = 0; i < n; i++) {
    out[i] = 0;
    order[i] = i;
  }
  line.served = 0;
  line.lambda = Number.POSITIVE_INFINITY;
  let left = hours;
  let done = 0;
  orderBatches(items, (batch) => items.appeal[batch]);
  for (let at = 0; at < items.count && left > 0; at++) {
    const batch = items.order[at];
    const cut = bringForward(order, done, n, (i) => appeal[i] >= items.appeal[batch]);
    left = serveInOrder(appeal, ties, done, cut, left, needed, out, order, line);
    done = cut;
    items.served[batch] = Math.min(items.waiting[batch], itemsThatFit(left, items.size[batch]));
    left = Math.max(0, left - items.served[batch] * items.size[batch]);
  }
  if (left > 0) serveInOrder(appeal, ties, done, n, left, needed, out, order, line);
}
