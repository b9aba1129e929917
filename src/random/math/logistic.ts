import { exp } from './exp.ts';
import {
  exp2Table,
  POWER_OFFSET,
  powersOfTwo,
  ROUND_TO_HALF_WIDTH,
  ROUND_TO_WHOLE,
  SPLITTER,
  STEP_HIGH,
  STEP_LOW,
  STEPS_PER_UNIT,
} from './tables.ts';

/**
 * 1/(1 + e^−x), within 1 unit in the last place; equal on every engine. 0 and 1 far out, NaN for NaN.
 * Works on e^−|x| ≤ 1, so that nothing overflows, and keeps its rounding error to the end.
 */
export function logistic(x: number): number {
  const negativeSize = x < 0 ? x : -x;
  if (!(negativeSize > -40)) return x < 0 ? exp(x) : Number.isNaN(x) ? NaN : 1;

  const steps = negativeSize * STEPS_PER_UNIT + ROUND_TO_WHOLE - ROUND_TO_WHOLE;
  const k = steps | 0;
  const r = negativeSize - steps * STEP_HIGH - steps * STEP_LOW;
  const entry = (k & 127) << 1;
  const scale = powersOfTwo[(k >> 7) + POWER_OFFSET];
  const base = exp2Table[entry] * scale;
  const more = base * (exp2Table[entry + 1] + r + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120)))));
  const small = base + more;
  const smallLost = base - small + more;

  // numerator / (1 + small), one step of exact long division on halves of 26 bits.
  const numerator = x < 0 ? small : 1;
  const numeratorLost = x < 0 ? smallLost : 0;
  const inverse = 1 / (1 + small);
  const quotient = numerator * inverse;
  const cut = quotient * SPLITTER;
  const top = cut - (cut - quotient);
  const sumTop = 1 + small + ROUND_TO_HALF_WIDTH - ROUND_TO_HALF_WIDTH;
  const sumRest = 1 - sumTop + small + smallLost;
  const remainder = numerator - top * sumTop - top * sumRest + numeratorLost;
  return top + remainder * inverse;
}
