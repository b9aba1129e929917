import { exp, log } from '../math.ts';

const SQRT_TWO_PI = 2.5066282746310002;

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return exp(-0.5 * z * z) / SQRT_TWO_PI;
}

/**
 * Quantile of the standard normal distribution, relative error about 1e-15 (Wichura 1988, algorithm AS 241,
 * PPND16). Takes the probability below; 0 gives −Infinity, 1 Infinity, anything outside [0, 1] NaN.
 */
export function normalQuantile(probability: number): number {
  const q = probability - 0.5;
  if (q >= -0.425 && q <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q *
        (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r +
          45921.953931549871457) *
          r +
          13731.693765509461125) *
          r +
          1971.5909503065514427) *
          r +
          133.14166789178437745) *
          r +
          3.387132872796366608)) /
      (((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r +
        21213.794301586595867) *
        r +
        5394.1960214247511077) *
        r +
        687.1870074920579083) *
        r +
        42.313330701600911252) *
        r +
        1)
    );
  }
  return normalQuantileInTail(probability, q);
}

/** The outer 15% of draws: a rational function of √(−ln(tail)). */
function normalQuantileInTail(probability: number, q: number): number {
  const tail = q < 0 ? probability : 1 - probability;
  if (!(tail > 0)) return tail === 0 ? (q < 0 ? -Infinity : Infinity) : NaN;
  let r = Math.sqrt(-log(tail));
  let size: number;
  if (r <= 5) {
    r -= 1.6;
    size =
      (((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r +
        1.27045825245236838258) *
        r +
        3.64784832476320460504) *
        r +
        5.7694972214606914055) *
        r +
        4.6303378461565452959) *
        r +
        1.42343711074968357734) /
      (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r +
        0.14810397642748007459) *
        r +
        0.68976733498510000455) *
        r +
        1.6763848301838038494) *
        r +
        2.05319162663775882187) *
        r +
        1);
  } else {
    r -= 5;
    size =
      (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r +
        0.026532189526576123093) *
        r +
        0.29656057182850489123) *
        r +
        1.7848265399172913358) *
        r +
        5.4637849111641143699) *
        r +
        6.6579046435011037772) /
      (((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r +
        7.868691311456132591e-4) *
        r +
        0.0148753612908506148525) *
        r +
        0.13692988092273580531) *
        r +
        0.59983220655588793769) *
        r +
        1);
  }
  return q < 0 ? -size : size;
}

/**
 * Probability that a standard normal number is at most z, relative error about 1e-15 down to the far lower
 * tail (Cody 1969, and Laplace’s continued fraction beyond 5.66). For the upper tail take `normalCdf(-z)`, which keeps all its digits.
 */
export function normalCdf(z: number): number {
  if (z !== z) return NaN;
  const size = Math.abs(z);
  if (size <= 0.67448975) return 0.5 + z * nearRatio(z * z);
  const tail = size > 38.6 ? 0 : size <= 5.656854249492381 ? middleTail(size) : farTail(size);
  return z < 0 ? tail : 1 - tail;
}

/** (Φ(z) − ½)/z as a function of z², for |z| ≤ 0.6745. */
function nearRatio(square: number): number {
  const top =
    (((0.065682337918207449113 * square + 2.2352520354606839287) * square + 161.02823106855587881) * square +
      1067.6894854603709582) *
      square +
    18154.981253343561249;
  const bottom =
    (((square + 47.20258190468824187) * square + 976.09855173777669322) * square + 10260.932208618978205) *
      square +
    45507.789335026729956;
  return top / bottom;
}

/** exp(−z²/2) without the loss that squaring a long z would bring. */
function bell(size: number): number {
  const short = Math.floor(size * 16) / 16;
  return exp(-0.5 * short * short) * exp(-0.5 * (size - short) * (size + short));
}

function middleTail(size: number): number {
  const top =
    (((((((1.0765576773720192317e-8 * size + 0.39894151208813466764) * size + 8.8831497943883759412) * size +
      93.506656132177855979) *
      size +
      597.27027639480026226) *
      size +
      2494.5375852903726711) *
      size +
      6848.1904505362823326) *
      size +
      11602.651437647350124) *
      size +
    9842.7148383839780218;
  const bottom =
    (((((((size + 22.266688044328115691) * size + 235.38790178262499861) * size + 1519.377599407554805) *
      size +
      6485.558298266760755) *
      size +
      18615.571640885098091) *
      size +
      34900.952721145977266) *
      size +
      38912.003286093271411) *
      size +
    19685.429676859990727;
  return (bell(size) * top) / bottom;
}

/** Laplace's continued fraction for the tail beyond 5.66, where 50 terms are more than enough. */
function farTail(size: number): number {
  let fraction = size;
  for (let k = 50; k >= 1; k--) fraction = size + k / fraction;
  return bell(size) / (SQRT_TWO_PI * fraction);
}
