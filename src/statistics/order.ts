/**
 * Positions of `values` in ascending order of value; equal values stay in order of position. Not-a-number has
 * no place in an order and must not occur. A merge sort over typed arrays: the built-in sort calls a function
 * for every comparison, which costs several times as much for the tens of thousands of clients of a run.
 */
export function ascendingOrder(values: ArrayLike<number>): Uint32Array {
  const n = values.length;
  let order = new Uint32Array(n);
  let other = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  for (let width = 1; width < n; width *= 2) {
    for (let from = 0; from < n; from += 2 * width) {
      merge(values, order, other, from, Math.min(from + width, n), Math.min(from + 2 * width, n));
    }
    [order, other] = [other, order];
  }
  return order;
}

/** Merges the sorted runs `from … middle − 1` and `middle … to − 1` of `order` into `out`. */
function merge(
  values: ArrayLike<number>,
  order: Uint32Array,
  out: Uint32Array,
  from: number,
  middle: number,
  to: number,
): void {
  let left = from;
  let right = middle;
  for (let at = from; at < to; at++) {
    const takeLeft = right >= to || (left < middle && values[order[left]] <= values[order[right]]);
    out[at] = takeLeft ? order[left++] : order[right++];
  }
}
