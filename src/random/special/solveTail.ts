import { log } from '../math.ts';

/**
 * Finds t where a log-concave tail equals e^logTarget: Newton's method on its logarithm, kept inside the
 * bracket that the evaluations so far imply. `tailAt` may underflow to 0 far out; `densityAt` is the size of its
 * slope, asked only at the t at which `tailAt` was asked last; `direction` 1 where the tail grows with t, −1 where it falls. The last step is below 1e-9, so
 * the error left is its square.
 */
export function solveTail(
  start: number,
  logTarget: number,
  direction: 1 | -1,
  tailAt: (t: number) => number,
  densityAt: (t: number) => number,
): number {
  let t = start;
  let below = -Infinity;
  let above = Infinity;
  for (let round = 0; round < 300; round++) {
    const tail = tailAt(t);
    const excess = tail > 0 ? (log(tail) - logTarget) * direction : -direction * Infinity;
    if (excess === 0) return t;
    if (excess > 0) above = t;
    else below = t;
    let next = t - (excess * tail) / densityAt(t);
    if (!(next > below && next < above) || !(Math.abs(next - t) < 64)) {
      // Newton is of no use here: halve a known bracket, or stride on towards the root.
      if (below > -Infinity && above < Infinity) next = below + (above - below) / 2;
      else next = t - (excess > 0 ? 16 : -16);
      if (next === below || next === above || Math.abs(next) > 5000) return next;
      t = next;
      continue;
    }
    const step = Math.abs(next - t);
    t = next;
    if (step < 1e-9) break;
  }
  return t;
}
