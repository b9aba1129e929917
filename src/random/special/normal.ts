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
        (((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) *
          r +
          13731.69376550946) *
          r +
          1971.5909503065513) *
          r +
          133.14166789178438) *
          r +
          3.3871328727963665)) /
      (((((((5226.495278852546 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) *
        r +
        5394.196021424751) *
        r +
        687.1870074920579) *
        r +
        42.31333070160091) *
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
      (((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r +
        1.2704582524523684) *
        r +
        3.6478483247632045) *
        r +
        5.769497221460691) *
        r +
        4.630337846156546) *
        r +
        1.4234371107496835) /
      (((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r +
        0.14810397642748008) *
        r +
        0.6897673349851) *
        r +
        1.6763848301838038) *
        r +
        2.053191626637759) *
        r +
        1);
  } else {
    r -= 5;
    size =
      (((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r +
        0.026532189526576124) *
        r +
        0.29656057182850487) *
        r +
        1.7848265399172913) *
        r +
        5.463784911164114) *
        r +
        6.657904643501103) /
      (((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r +
        0.0007868691311456133) *
        r +
        0.014875361290850615) *
        r +
        0.1369298809227358) *
        r +
        0.599832206555888) *
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
  if (Number.isNaN(z)) return NaN;
  const size = Math.abs(z);
  if (size <= 0.67448975) return 0.5 + z * nearRatio(z * z);
  const tail = size > 38.6 ? 0 : size <= 5.656854249492381 ? middleTail(size) : farTail(size);
  return z < 0 ? tail : 1 - tail;
}

/** (Φ(z) − ½)/z as a function of z², for |z| ≤ 0.6745. */
function nearRatio(square: number): number {
  const top =
    (((0.06568233791820745 * square + 2.2352520354606837) * square + 161.02823106855587) * square +
      1067.6894854603709) *
      square +
    18154.98125334356;
  const bottom =
    (((square + 47.202581904688245) * square + 976.0985517377767) * square + 10260.932208618979) * square +
    45507.78933502673;
  return top / bottom;
}

/** exp(−z²/2) without the loss that squaring a long z would bring. */
function bell(size: number): number {
  const short = Math.floor(size * 16) / 16;
  return exp(-0.5 * short * short) * exp(-0.5 * (size - short) * (size + short));
}

function middleTail(size: number): number {
  const top =
    (((((((1.0765576773720192e-8 * size + 0.39894151208813466) * size + 8.883149794388377) * size +
      93.50665613217785) *
      size +
      597.2702763948002) *
      size +
      2494.5375852903726) *
      size +
      6848.190450536283) *
      size +
      11602.65143764735) *
      size +
    9842.714838383978;
  const bottom =
    (((((((size + 22.266688044328117) * size + 235.387901782625) * size + 1519.3775994075547) * size +
      6485.558298266761) *
      size +
      18615.571640885097) *
      size +
      34900.95272114598) *
      size +
      38912.00328609327) *
      size +
    19685.429676859992;
  return (bell(size) * top) / bottom;
}

/** Laplace's continued fraction for the tail beyond 5.66, where 50 terms are more than enough. */
function farTail(size: number): number {
  let fraction = size;
  for (let k = 50; k >= 1; k--) fraction = size + k / fraction;
  return bell(size) / (SQRT_TWO_PI * fraction);
}
