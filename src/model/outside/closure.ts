/**
 * Brings odds of `n` activities under the most that each may be of the contacts: who stands above the limit is set
 * to it, and the rest share what it leaves in proportion, until nobody stands above. Writes chances to `odds` and
 * returns their sum: 1, or less where the limits of all that can be chosen leave less.
 */
export function limitOdds(odds: Float64Array, n: number, limits: Float64Array, limited: Uint8Array): number {
  limited.fill(0, 0, n);
  let left = 1;
  let free = 0;
  for (let a = 0; a < n; a++) free += odds[a];
  for (let again = true; again; ) {
    again = false;
    for (let a = 0; a < n; a++) {
      if (limited[a] === 1 || odds[a] * left <= limits[a] * free) continue;
      free -= odds[a];
      left -= limits[a];
      odds[a] = limits[a];
      limited[a] = 1;
      again = true;
    }
  }
  const share = free > 0 ? left / free : 0;
  let total = 0;
  for (let a = 0; a < n; a++) {
    if (limited[a] === 0) odds[a] *= share;
    total += odds[a];
  }
  return total;
}
