/**
 * Splits a whole number by shares so that parts are whole and sum to it (largest remainders first, then
 * the order of the file).
 */
export function quota(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  if (sum <= 0) return shares.map(() => 0);
  const exact = shares.map((share) => (total * share) / sum);
  const parts = exact.map((value) => Math.floor(value + 1e-9));
  const order = exact.map((value, index) => ({ index, rest: value - parts[index] }));
  order.sort((a, b) => b.rest - a.rest || a.index - b.index);
  let left = total - parts.reduce((a, b) => a + b, 0);
  for (const { index } of order) {
    if (left <= 0) break;
    parts[index]++;
    left--;
  }
  return parts;
}
