import {
  exp2Table,
  POWER_OFFSET,
  powersOfTwo,
  ROUND_TO_WHOLE,
  STEP_HIGH,
  STEP_LOW,
  STEPS_PER_UNIT,
} from './tables.ts';

/**
 * e to the x, within 0.52 units in the last place (1 among subnormal results); equal on every engine.
 * Overflows to Infinity above 709.78…, falls to 0 below −745.13…; NaN gives NaN.
 * x = k·ln2/128 + r: the table gives 2^(k/128), a short series e^r.
 */
export function exp(x: number): number {
  if (!(x > -700 && x < 700)) return expFar(x);
  const steps = x * STEPS_PER_UNIT + ROUND_TO_WHOLE - ROUND_TO_WHOLE;
  const k = steps | 0;
  const r = x - steps * STEP_HIGH - steps * STEP_LOW;
  const entry = (k & 127) << 1;
  const base = exp2Table[entry];
  const more = exp2Table[entry + 1] + r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))));
  return (base + base * more) * powersOfTwo[(k >> 7) + POWER_OFFSET];
}

/** exp where the result may overflow, be subnormal or vanish. */
function expFar(x: number): number {
  if (x > 709.79) return Infinity;
  if (x < -745.14) return 0;
  return expOfSum(x, 0);
}

/** e to the (high + low), low a correction far below high; any finite result, scaled in two safe steps. */
export function expOfSum(high: number, low: number): number {
  const steps = high * STEPS_PER_UNIT + ROUND_TO_WHOLE - ROUND_TO_WHOLE;
  const k = steps | 0;
  const r = high - steps * STEP_HIGH + (low - steps * STEP_LOW);
  const entry = (k & 127) << 1;
  const base = exp2Table[entry];
  const more = exp2Table[entry + 1] + r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))));
  const power = k >> 7;
  const first = power < -1000 ? power + 200 : power > 1000 ? power - 200 : power;
  return (base + base * more) * powersOfTwo[first + POWER_OFFSET] * powersOfTwo[power - first + POWER_OFFSET];
}

/**
 * e to the x, minus 1, without loss near 0; within 1 unit in the last place, equal on every engine.
 * Keeps the sign of zero; −1 far below 0, Infinity above 709.78…; NaN gives NaN.
 */
export function expm1(x: number): number {
  if (x > -0.125 && x < 0.125) return x === 0 ? x : expm1Near(x);
  if (!(x < 700)) return exp(x);
  if (x < -40) return -1;
  const steps = x * STEPS_PER_UNIT + ROUND_TO_WHOLE - ROUND_TO_WHOLE;
  const k = steps | 0;
  const r = x - steps * STEP_HIGH - steps * STEP_LOW;
  const entry = (k & 127) << 1;
  const base = exp2Table[entry] * powersOfTwo[(k >> 7) + POWER_OFFSET];
  const more = exp2Table[entry + 1] + r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))));
  // base − 1 may round: `lost` is exactly what it loses, whichever of the two is larger.
  const difference = base - 1;
  const lost = base >= 1 ? base - difference - 1 : base - (difference + 1);
  return difference + (lost + base * more);
}

/** The series of e^x − 1 for |x| < 1/8, where 13 terms suffice; x itself is the exact leading part. */
function expm1Near(x: number): number {
  const tail =
    1 / 40320 +
    x * (1 / 362880 + x * (1 / 3628800 + x * (1 / 39916800 + x * (1 / 479001600 + x / 6227020800))));
  const series = 0.5 + x * (1 / 6 + x * (1 / 24 + x * (1 / 120 + x * (1 / 720 + x * (1 / 5040 + x * tail)))));
  return x + x * x * series;
}
