/** Reference values of exp, log and kin in exact integer arithmetic, 192 bits behind the point. */

const BITS = 192n;
const ONE = 1n << BITS;

/** A positive or negative number `digits`·2^`scale`. */
export interface Exact {
  readonly digits: bigint;
  readonly scale: number;
}

/** A finite double as it is, without rounding. */
export function exactly(x: number): Exact {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const digits = biased === 0 ? fraction : fraction | 0x10000000000000n;
  return { digits: bits >> 63n ? -digits : digits, scale: Math.max(biased, 1) - 1075 };
}

function shift(digits: bigint, by: number): bigint {
  return by >= 0 ? digits << BigInt(by) : digits >> BigInt(-by);
}

function fixed(x: number): bigint {
  const { digits, scale } = exactly(x);
  return shift(digits, scale + Number(BITS));
}

function artanhTwice(z: bigint): bigint {
  const square = (z * z) >> BITS;
  let power = z;
  let sum = 0n;
  for (let odd = 1n; power !== 0n && power !== -1n; odd += 2n) {
    sum += power / odd;
    power = (power * square) >> BITS;
  }
  return 2n * sum;
}

const LN2 = artanhTwice(ONE / 3n);

/** e^x for a fixed-point x, as a mantissa in [1, 2) in fixed point and a power of two. */
function expFixed(x: bigint): { mantissa: bigint; power: number } {
  let power = x / LN2;
  if (x < 0n) power -= 1n;
  const rest = x - power * LN2;
  let term = ONE;
  let sum = ONE;
  for (let order = 1n; term !== 0n; order++) {
    term = ((term * rest) >> BITS) / order;
    sum += term;
  }
  return { mantissa: sum, power: Number(power) };
}

/** ln(digits·2^scale) in fixed point. */
function logFixed({ digits, scale }: Exact): bigint {
  const length = digits.toString(2).length;
  let power = scale + length - 1;
  let mantissa = shift(digits, Number(BITS) - length + 1);
  if (mantissa > (3n * ONE) / 2n) {
    mantissa >>= 1n;
    power += 1;
  }
  return BigInt(power) * LN2 + artanhTwice(((mantissa - ONE) << BITS) / (mantissa + ONE));
}

const FIXED_SCALE = -Number(BITS);

export function exactExp(x: number): Exact {
  const { mantissa, power } = expFixed(fixed(x));
  return { digits: mantissa, scale: power + FIXED_SCALE };
}

export function exactExpm1(x: number): Exact {
  const { mantissa, power } = expFixed(fixed(x));
  return { digits: shift(mantissa, power) - ONE, scale: FIXED_SCALE };
}

export function exactLog(x: number): Exact {
  return { digits: logFixed(exactly(x)), scale: FIXED_SCALE };
}

export function exactLog1p(x: number): Exact {
  const { digits, scale } = exactly(x);
  const sum = scale < 0 ? digits + (1n << BigInt(-scale)) : shift(digits, scale) + 1n;
  return { digits: logFixed({ digits: sum, scale: Math.min(0, scale) }), scale: FIXED_SCALE };
}

export function exactPow(x: number, y: number): Exact {
  const { digits, scale } = exactly(y);
  const { mantissa, power } = expFixed(shift(logFixed(exactly(x)) * digits, scale));
  return { digits: mantissa, scale: power + FIXED_SCALE };
}

export function exactLogistic(x: number): Exact {
  const { mantissa, power } = expFixed(fixed(-Math.abs(x)));
  const sum = ONE + shift(mantissa, power);
  return x < 0
    ? { digits: (mantissa << BITS) / sum, scale: power + FIXED_SCALE }
    : { digits: (ONE << BITS) / sum, scale: FIXED_SCALE };
}

/** How far a double lies from the truth, in units in the last place that a double has at the truth. */
export function ulpsApart(value: number, truth: Exact): number {
  if (!Number.isFinite(value)) return Infinity;
  const size = truth.digits < 0n ? -truth.digits : truth.digits;
  const ulp = Math.max(size.toString(2).length - 1 + truth.scale - 52, -1074);
  const given = exactly(value);
  const common = Math.min(given.scale, truth.scale, ulp - 40);
  const apart = shift(given.digits, given.scale - common) - shift(truth.digits, truth.scale - common);
  // In units of 2^−40 of a unit in the last place, so that the numbers stay small.
  return Math.abs(Number(apart >> BigInt(ulp - 40 - common))) / 1099511627776;
}
