/**
 * Threefry2x32: a counter-based generator of two 32-bit words from a 64-bit key and a 64-bit counter
 * (Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3"). Thirteen rounds are
 * the fewest that the paper reports to pass TestU01's BigCrush.
 */

const PARITY = 0x1bd11bda;
const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24];

/** The rounds in the plain form of the paper, any number of them: the yardstick for the unrolled one. */
export function threefryPlain(
  rounds: number,
  key: readonly [number, number],
  counter: readonly [number, number],
): [number, number] {
  const keys = [key[0], key[1], PARITY ^ key[0] ^ key[1]];
  let x0 = (counter[0] + keys[0]) | 0;
  let x1 = (counter[1] + keys[1]) | 0;
  for (let round = 0; round < rounds; round++) {
    const turn = ROTATIONS[round % 8];
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << turn) | (x1 >>> (32 - turn))) ^ x0;
    if (round % 4 === 3) {
      const injection = (round + 1) / 4;
      x0 = (x0 + keys[injection % 3]) | 0;
      x1 = (x1 + keys[(injection + 1) % 3] + injection) | 0;
    }
  }
  return [x0 >>> 0, x1 >>> 0];
}

/** Where `threefry` leaves its first word (signed), so that a draw allocates nothing. */
export const firstWord = new Int32Array(1);

/**
 * Thirteen rounds, unrolled: returns the second word (signed) and leaves the first in `firstWord`. Arguments
 * count modulo 2^32. Each round is one expression (the sum is taken inside, after the old x1 was read), which
 * keeps the function small enough for V8 to inline it into loops.
 */
export function threefry(key0: number, key1: number, counter0: number, counter1: number): number {
  const k0 = key0 | 0;
  const k1 = key1 | 0;
  const k2 = k0 ^ k1 ^ 0x1bd11bda;
  let x0 = (counter0 + k0) | 0;
  let x1 = (counter1 + k1) | 0;
  x1 = ((x1 << 13) | (x1 >>> 19)) ^ (x0 = (x0 + x1) | 0);
  x1 = ((x1 << 15) | (x1 >>> 17)) ^ (x0 = (x0 + x1) | 0);
  x1 = ((x1 << 26) | (x1 >>> 6)) ^ (x0 = (x0 + x1) | 0);
  x1 = ((x1 << 6) | (x1 >>> 26)) ^ (x0 = (x0 + x1) | 0);
  x0 = (x0 + k1) | 0;
  x1 = (x1 + k2 + 1) | 0;
  x1 = ((x1 << 17) | (x1 >>> 15)) ^ (x0 = (x0 + x1) | 0);
  x1 = ((x1 << 29) | (x1 >>> 3)) ^ (x0 = (x0 + x1) | 0);
  x1 = ((x1 << 16) | (x1 >>> 16)) ^ (x0 = (x0 + x1) | 0);
  x1 = ((x1 << 24) | (x1 >>> 8)) ^ (x0 = (x0 + x1) | 0);
  x0 = (x0 + k2) | 0;
  x1 = (x1 + k0 + 2) | 0;
  x1 = ((x1 << 13) | (x1 >>> 19)) ^ (x0 = (x0 + x1) | 0);
  x1 = ((x1 << 15) | (x1 >>> 17)) ^ (x0 = (x0 + x1) | 0);
  x1 = ((x1 << 26) | (x1 >>> 6)) ^ (x0 = (x0 + x1) | 0);
  x1 = ((x1 << 6) | (x1 >>> 26)) ^ (x0 = (x0 + x1) | 0);
  x0 = (x0 + k0) | 0;
  x1 = (x1 + k1 + 3) | 0;
  return ((x1 << 17) | (x1 >>> 15)) ^ (firstWord[0] = (x0 + x1) | 0);
}
