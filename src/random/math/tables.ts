/**
 * Tables behind exp, log and pow, computed once at load in exact integer arithmetic (fixed point, 140 bits
 * behind the point), so that every engine holds the same bits and no table has to be copied from anywhere.
 */

const FRACTION_BITS = 140n;
const ONE = 1n << FRACTION_BITS;

/** Two to a whole power, exactly, for −1074 ≤ power ≤ 1023: `powersOfTwo[power + POWER_OFFSET]`. */
export const POWER_OFFSET = 1074;
export const powersOfTwo = new Float64Array(POWER_OFFSET + 1024);
powersOfTwo[POWER_OFFSET] = 1;
for (let power = 1; power < 1024; power++)
  powersOfTwo[POWER_OFFSET + power] = 2 * powersOfTwo[POWER_OFFSET + power - 1];
for (let power = -1; power >= -1074; power--)
  powersOfTwo[POWER_OFFSET + power] = powersOfTwo[POWER_OFFSET + power + 1] / 2;

const fixedPointUnit = powersOfTwo[POWER_OFFSET - 140];

/** Nearest double to a fixed-point number (Number(BigInt) rounds to nearest, scaling by 2^−140 is exact). */
function nearest(fixed: bigint): number {
  return Number(fixed) * fixedPointUnit;
}

/** Nearest multiple of 2^−bits to a fixed-point number, as a double. */
function shortened(fixed: bigint, bits: bigint): number {
  const drop = FRACTION_BITS - bits;
  return nearest(((fixed + (1n << (drop - 1n))) >> drop) << drop);
}

/** What a double leaves of a fixed-point number, as the nearest double. */
function remainder(fixed: bigint, part: number): number {
  return nearest(fixed - BigInt(part / fixedPointUnit));
}

/** ln(numerator/denominator) in fixed point by 2·artanh((a − b)/(a + b)); quick for ratios near 1. */
function logRatio(numerator: bigint, denominator: bigint): bigint {
  const ratio = ((numerator - denominator) * ONE) / (numerator + denominator);
  const square = (ratio * ratio) >> FRACTION_BITS;
  let power = ratio;
  let sum = 0n;
  for (let odd = 1n; power !== 0n && power !== -1n; odd += 2n) {
    sum += power / odd;
    power = (power * square) >> FRACTION_BITS;
  }
  return 2n * sum;
}

const lnTwo = logRatio(2n, 1n);

/** ln 2 cut to 42 bits behind the point, so that a whole number up to 2^11 times it is exact, and the rest. */
export const LN2_HIGH = shortened(lnTwo, 42n);
export const LN2_LOW = remainder(lnTwo, LN2_HIGH);

/** exp works with x = k·ln2/128 + r. The step is cut to 42 bits behind the point: k times it is exact. */
const EXP_STEPS = 128;
export const STEP_HIGH = shortened(lnTwo / 128n, 42n);
export const STEP_LOW = remainder(lnTwo / 128n, STEP_HIGH);
export const STEPS_PER_UNIT = nearest((ONE * ONE * 128n) / lnTwo);

/** `exp2Table[2j]` = 2^(j/128) rounded, `exp2Table[2j + 1]` = what rounding left, relative to it. */
export const exp2Table = new Float64Array(2 * EXP_STEPS);
{
  const step = lnTwo / 128n;
  let root = ONE;
  let term = ONE;
  for (let order = 1n; term !== 0n; order++) {
    term = ((term * step) >> FRACTION_BITS) / order;
    root += term;
  }
  let value = ONE;
  for (let j = 0; j < EXP_STEPS; j++) {
    exp2Table[2 * j] = nearest(value);
    exp2Table[2 * j + 1] = remainder(value, exp2Table[2 * j]) / exp2Table[2 * j];
    value = (value * root) >> FRACTION_BITS;
  }
}

/**
 * log works with mantissas m near c = 1 + i/128 (c/2 from i = FOLD_FROM on, so that all lie around 1).
 * Entry i: `[3i]` = 1/c as a multiple of 2^−10 (short, so that m/c − 1 can be had exactly),
 * `[3i + 1]` and `[3i + 2]` = minus its logarithm, cut to 42 bits behind the point and the rest.
 */
export const FOLD_FROM = 53;
export const logTable = new Float64Array(3 * 129);
for (let i = 0; i <= 128; i++) {
  const halves = i >= FOLD_FROM ? 2 : 1;
  const inverse = Math.round((1024 * 128 * halves) / (128 + i));
  const logarithm = logRatio(1024n, BigInt(inverse));
  logTable[3 * i] = inverse / 1024;
  logTable[3 * i + 1] = shortened(logarithm, 42n);
  logTable[3 * i + 2] = remainder(logarithm, logTable[3 * i + 1]);
}

/** Adding and subtracting 1.5·2^52 rounds a double below 2^51 to the nearest whole number. */
export const ROUND_TO_WHOLE = 6755399441055744;

/** Adding and subtracting 1.5·2^26 rounds a double near 1 to 26 bits behind the point. */
export const ROUND_TO_HALF_WIDTH = 100663296;

/** 2^27 + 1: Veltkamp's factor, which splits a double in two halves of 26 bits. */
export const SPLITTER = 134217729;

/** One double seen as two 32-bit words; `HIGH_WORD` is the one with sign and exponent on this machine. */
export const doubleView = new Float64Array(1);
export const wordView = new Int32Array(doubleView.buffer);
doubleView[0] = 1;
export const HIGH_WORD = wordView[1] !== 0 ? 1 : 0;
