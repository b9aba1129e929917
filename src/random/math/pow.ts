import { expOfSum } from './exp.ts';
import {
  doubleView,
  FOLD_FROM,
  HIGH_WORD,
  LN2_HIGH,
  LN2_LOW,
  logTable,
  POWER_OFFSET,
  powersOfTwo,
  ROUND_TO_HALF_WIDTH,
  SPLITTER,
  wordView,
} from './tables.ts';

const TWO_TO_54 = 18014398509481984;
const TWO_TO_53 = 9007199254740992;

/**
 * x to the power y, within 1 unit in the last place; equal on every engine.
 * Edge cases are those of ECMAScript's own power: y = 0 gives 1, a NaN gives NaN, ±1 to ±Infinity is NaN,
 * a negative x needs a whole y.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (y === -1) return 1 / x;
  const size = Math.abs(x);
  const whole = Math.abs(y) >= TWO_TO_53 || y === Math.floor(y);
  const odd = whole && Math.abs(y) < TWO_TO_53 && y % 2 !== 0;
  if (x < 0 && !whole) return x === -Infinity ? (y > 0 ? Infinity : 0) : NaN;
  const negative = odd && (x < 0 || 1 / x === -Infinity);
  const result = powOfSize(size, y);
  return negative ? -result : result;
}

/** pow for x ≥ 0 (Infinity allowed) and a y that is neither 0 nor NaN. */
function powOfSize(x: number, y: number): number {
  if (x === 1) return y === Infinity || y === -Infinity ? NaN : 1;
  const grows = x > 1 === y > 0;
  // ln x is at least 2^−53 in size when x is not 1, so such exponents overflow or vanish.
  if (x === 0 || x === Infinity || Math.abs(y) > 1.8e19) return grows ? Infinity : 0;

  doubleView[0] = x;
  let high = wordView[HIGH_WORD];
  let shift = 0;
  if (high < 0x00100000) {
    x *= TWO_TO_54;
    shift = -54;
    doubleView[0] = x;
    high = wordView[HIGH_WORD];
  }
  // ln x as the sum of two doubles, good to about 68 bits, by the same reduction as log.
  const i = ((high & 0xfffff) + 0x1000) >> 13;
  const exponent = (high >> 20) - 1023 + (i >= FOLD_FROM ? 1 : 0);
  const m = x * powersOfTwo[POWER_OFFSET - exponent];
  const inverse = logTable[3 * i];
  const short = m + ROUND_TO_HALF_WIDTH - ROUND_TO_HALF_WIDTH;
  const a = short * inverse - 1;
  const b = (m - short) * inverse;
  const r = a + b;
  const rounded = r - a;
  const rLow = a - (r - rounded) + (b - rounded);
  const whole = exponent + shift;
  const main = whole * LN2_HIGH + logTable[3 * i + 1];
  const cut = r * SPLITTER;
  const rTop = cut - (cut - r);
  const squareTop = -0.5 * (rTop * rTop);
  const squareRest = -0.5 * ((r - rTop) * (r + rTop)) - r * rLow;
  const cubic =
    r *
    r *
    r *
    (1 / 3 + r * (-1 / 4 + r * (1 / 5 + r * (-1 / 6 + r * (1 / 7 + r * (-1 / 8 + r * (1 / 9)))))));
  const first = main + r;
  const second = first + squareTop;
  const low =
    main -
    first +
    r +
    (first - second + squareTop) +
    (rLow + (whole * LN2_LOW + logTable[3 * i + 2])) +
    (squareRest + cubic);
  const logTop = second + low;
  const logRest = second - logTop + low;

  // y·ln x, again as a sum: the product's rounding error by Dekker's splitting.
  const product = y * logTop;
  if (product > 709.79) return Infinity;
  if (product < -745.14) return 0;
  const yCut = y * SPLITTER;
  const yTop = yCut - (yCut - y);
  const yRest = y - yTop;
  const lCut = logTop * SPLITTER;
  const lTop = lCut - (lCut - logTop);
  const lRest = logTop - lTop;
  const error = yTop * lTop - product + yTop * lRest + yRest * lTop + yRest * lRest;
  return expOfSum(product, error + y * logRest);
}
