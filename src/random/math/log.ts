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
  wordView,
} from './tables.ts';

const TWO_TO_54 = 18014398509481984;

/**
 * Natural logarithm, within 0.65 units in the last place; equal on every engine.
 * −Infinity at 0 (either sign), NaN below 0, Infinity at Infinity; subnormal arguments are exact too.
 */
export function log(x: number): number {
  doubleView[0] = x;
  const high = wordView[HIGH_WORD];
  if (high < 0x00100000 || high >= 0x7ff00000) return logEdge(x);
  return logOfNormal(x, 0, high, 0);
}

/**
 * ln(1 + x) without loss near 0, within 1 unit in the last place; equal on every engine.
 * Keeps the sign of zero; −Infinity at −1, NaN below, Infinity at Infinity.
 */
export function log1p(x: number): number {
  if (x > -1e-20 && x < 1e-20) return x;
  const sum = 1 + x;
  doubleView[0] = sum;
  const high = wordView[HIGH_WORD];
  if (high < 0x00100000 || high >= 0x7ff00000) return logEdge(sum);
  // What 1 + x lost to rounding is carried along as a correction.
  const lost = x < 1 ? x - (sum - 1) : 1 - (sum - x);
  return logOfNormal(sum, lost, high, 0);
}

/** Zero, negative, subnormal and non-finite arguments. */
function logEdge(x: number): number {
  if (x === 0) return -Infinity;
  if (x < 0 || Number.isNaN(x)) return NaN;
  if (x === Infinity) return x;
  const scaled = x * TWO_TO_54;
  doubleView[0] = scaled;
  return logOfNormal(scaled, 0, wordView[HIGH_WORD], -54);
}

/** ln((x + correction)·2^shift) for a normal positive x with this high word, |correction| ≤ one rounding of x. */
function logOfNormal(x: number, correction: number, high: number, shift: number): number {
  const i = ((high & 0xfffff) + 0x1000) >> 13;
  const exponent = (high >> 20) - 1023 + (i >= FOLD_FROM ? 1 : 0);
  const scale = powersOfTwo[POWER_OFFSET - exponent];
  const m = x * scale;
  const inverse = logTable[3 * i];
  // r = m·inverse − 1, had exactly by splitting m in a short part and a rest.
  const short = m + ROUND_TO_HALF_WIDTH - ROUND_TO_HALF_WIDTH;
  const r = short * inverse - 1 + (m - short + correction * scale) * inverse;
  const whole = exponent + shift;
  const main = whole * LN2_HIGH + logTable[3 * i + 1];
  const rest = whole * LN2_LOW + logTable[3 * i + 2];
  const sum = main + r;
  const lost = main - sum + r;
  const square = r * r;
  const series =
    -0.5 + r * (1 / 3) + square * (-0.25 + r * 0.2 + square * (-1 / 6 + r * (1 / 7) - square * 0.125));
  return sum + (lost + rest + square * series);
}
