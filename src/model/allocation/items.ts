/**
 * Claimants of fixed size that are no clients: records to be written, partners to be called, a hearing to attend. A
 * batch is so many equal ones; columns over batches, of which the first `count` are valid.
 */
export interface ItemBatches {
  count: number;
  /** Items that wait, a whole number. */
  readonly waiting: Int32Array;
  /** Hours of one item, above 0. */
  readonly size: Float64Array;
  /** Appeal u of each item of the batch. */
  readonly appeal: Float64Array;
  /** Keyed draws that order batches which rank equally. */
  readonly ties: Uint32Array;
  /** Written by a division: how many items are served. */
  readonly served: Int32Array;
  /** Scratch: batches in the order in which they come. */
  readonly order: Int32Array;
}

/** Room for so many batches. */
export function createBatches(most: number): ItemBatches {
  return {
    count: 0,
    waiting: new Int32Array(most),
    size: new Float64Array(most),
    appeal: new Float64Array(most),
    ties: new Uint32Array(most),
    served: new Int32Array(most),
    order: new Int32Array(most),
  };
}

/** Hours may be missed by this part of an item, since sums of sizes carry rounding. */
const ROUNDING = 1e-9;

/** How many whole items of a size fit into the hours. */
export function itemsThatFit(hours: number, size: number): number {
  return Math.max(0, Math.floor(hours / size + ROUNDING));
}

/** Orders the batches, greatest rank first, and clears what is served. There are few: insertion sort. */
export function orderBatches(items: ItemBatches, rank: (batch: number) => number): void {
  const { order, ties, served } = items;
  for (let batch = 0; batch < items.count; batch++) {
    served[batch] = 0;
    let at = batch;
    for (; at > 0; at--) {
      const other = order[at - 1];
      const before = rank(other);
      const own = rank(batch);
      if (before > own || (before === own && ties[other] <= ties[batch])) break;
      order[at] = other;
    }
    order[at] = batch;
  }
}

/** Serves items in order of u / (τ + s) as far as the hours last, and returns the hours they take. */
export function fillWithItems(items: ItemBatches, hours: number, tau: number): number {
  orderBatches(items, (batch) => items.appeal[batch] / (tau + items.size[batch]));
  let left = hours;
  for (let at = 0; at < items.count; at++) {
    const batch = items.order[at];
    items.served[batch] = Math.min(items.waiting[batch], itemsThatFit(left, items.size[batch]));
    left = Math.max(0, left - items.served[batch] * items.size[batch]);
  }
  return hours - left;
}

/** Hours of the items that are served. */
export function hoursOfItems({ count, served, size }: ItemBatches): number {
  let hours = 0;
  for (let batch = 0; batch < count; batch++) hours += served[batch] * size[batch];
  return hours;
}

/** Brings claimants from place `from` of the order on for whom `comes` holds to the front; returns where the others begin. */
export function bringForward(
  order: Int32Array,
  from: number,
  to: number,
  comes: (claimant: number) => boolean,
): number {
  let cut = from;
  for (let at = from; at < to; at++) {
    const claimant = order[at];
    if (!comes(claimant)) continue;
    order[at] = order[cut];
    order[cut++] = claimant;
  }
  return cut;
}
