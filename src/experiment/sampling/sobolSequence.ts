import { decisions, drawStream, type SeedKey } from '../../random/index.ts';
import { directionNumbers } from './directionNumbers.ts';
import type { UnitPoint } from './points.ts';

/** Binary digits of a coordinate. */
const DIGITS = 32;
const TWO_TO_MINUS_32 = 2.3283064365386963e-10;

/** Most coordinates that a sequence can have: so many have direction numbers here. */
export const MOST_COORDINATES = 1111;

/**
 * The first n points of d coordinates of the Sobol’ sequence, which fills the unit cube more evenly than luck: of the
 * first 2^k points each coordinate has one in every 2^k-th of its range, and pairs of coordinates are spread evenly as
 * well. Powers of two are the numbers of points to ask for.
 *
 * With a key the digits of each coordinate are scrambled as by Owen, all 32 of them and each by a draw that hangs on the
 * digits before it, and a place is drawn within what they leave. Every point is then uniform over the open cube (never
 * 0, never 1), the evenness stays, and `sample` gives independent sequences, so that an error can be estimated.
 * Without a key they are the published points, the corner 0 first.
 *
 * @throws RangeError for more coordinates than `MOST_COORDINATES`.
 *
 * Sources: Sobol’ (1967); order of points by Antonov and Saleev (1979); direction numbers of Joe and Kuo (2008), SIAM
 * Journal on Scientific Computing 30(5), 2635–2654; Owen (1995), “Randomly permuted (t,m,s)-nets and (t,s)-sequences”.
 */
export function sobolSequence(n: number, d: number, key?: SeedKey, sample = 0): UnitPoint[] {
  if (d > MOST_COORDINATES)
    throw new RangeError(`A Sobol sequence has at most ${MOST_COORDINATES} coordinates, not ${d}.`);
  const points = Array.from({ length: n }, () => new Float64Array(d));
  for (let j = 0; j < d; j++) {
    const digits = coordinate(n, j);
    if (key) scramble(digits, j, key, sample);
    const place = key && drawStream(key, sample, decisions.samplePlace, j);
    for (let i = 0; i < n; i++) points[i][j] = (digits[i] + (place?.uniform(i, 1) ?? 0)) * TWO_TO_MINUS_32;
  }
  return points;
}

/** One coordinate of the first n points as 32 binary digits each: a point differs from the last in one direction. */
function coordinate(n: number, dimension: number): Uint32Array {
  const directions = directionsOf(dimension);
  const digits = new Uint32Array(n);
  // The place of the lowest zero of i − 1, counted from the right, says which direction comes next.
  for (let i = 1; i < n; i++) digits[i] = digits[i - 1] ^ directions[31 - Math.clz32(i & -i)];
  return digits;
}

/** The 32 directions of one dimension, m_i · 2^(32 − i), further ones by the recurrence of its polynomial. */
function directionsOf(dimension: number): Uint32Array {
  const directions = new Uint32Array(DIGITS);
  if (dimension === 0) {
    for (let i = 0; i < DIGITS; i++) directions[i] = (1 << (31 - i)) >>> 0;
    return directions;
  }
  const { polynomial, initial } = directionNumbers()[dimension - 1];
  const degree = initial.length;
  for (let i = 0; i < DIGITS; i++) {
    if (i < degree) {
      directions[i] = (initial[i] << (31 - i)) >>> 0;
      continue;
    }
    let next = directions[i - degree] ^ (directions[i - degree] >>> degree);
    for (let back = 1; back < degree; back++)
      if ((polynomial >>> (degree - back)) & 1) next ^= directions[i - back];
    directions[i] = next;
  }
  return directions;
}

/** Turns digits over in place: the first by one draw, each later one by a draw of its own for all digits before it. */
function scramble(digits: Uint32Array, dimension: number, key: SeedKey, sample: number): void {
  const turned = new Uint32Array(digits.length);
  for (let digit = 0; digit < DIGITS; digit++) {
    const stream = drawStream(key, sample, decisions.sampleScramble, digit);
    const shift = 31 - digit;
    for (let i = 0; i < digits.length; i++) {
      // Before the first digit there is nothing; a shift by 32 would leave all.
      const before = digit === 0 ? 0 : digits[i] >>> (shift + 1);
      stream.words(before, dimension);
      turned[i] |= (stream.w0 >>> 31) << shift;
    }
  }
  for (let i = 0; i < digits.length; i++) digits[i] ^= turned[i];
}
