import { normalCdf, normalDensity } from '../../random/special.ts';

/** The terms of a reward that decide what a change of demand brings, all as shares of the baseline's cost. */
export interface PayoutTerms {
  /** Fall from which on the area is rewarded, and the one beyond which nothing more is paid. */
  threshold: number;
  cap: number;
  /** Share of the saving up to the threshold, and of the saving from there to the cap, that the area gets. */
  shareBelow: number;
  shareAbove: number;
  /** Share of a rise above the baseline that the area pays, of a rise up to the cap. */
  penalty: number;
}

/** One piece of a piecewise linear function of the fall of demand: from a fall on, its value there and its slope. */
export interface Piece {
  from: number;
  at: number;
  slope: number;
}

/**
 * What a fall of demand x (below 0 a rise) pays, as a share of the baseline's cost:
 *
 * −penalty · min(cap, −x) for x < 0; 0 up to the threshold θ; from θ on, where the payment jumps,
 * shareBelow · θ + shareAbove · (min(x, cap) − θ).
 */
export function payout({ threshold, cap, shareBelow, shareAbove, penalty }: PayoutTerms): Piece[] {
  const jump = shareBelow * threshold;
  const dearest = penalty > 0 ? -penalty * cap : 0;
  return [
    { from: Number.NEGATIVE_INFINITY, at: dearest, slope: 0 },
    { from: -cap, at: dearest, slope: penalty },
    { from: 0, at: 0, slope: 0 },
    { from: threshold, at: jump, slope: shareAbove },
    { from: cap, at: jump + shareAbove * (cap - threshold), slope: 0 },
  ];
}

/**
 * The same with an advance that the area keeps whatever comes: what is earned is paid beyond the advance, and a penalty
 * comes on top. An advance of 0 changes nothing.
 */
export function withKeptAdvance(pieces: readonly Piece[], advance: number): Piece[] {
  if (advance <= 0) return [...pieces];
  return pieces.flatMap((piece, index): Piece[] => {
    const { from, at, slope } = piece;
    const to = pieces[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    if (at < 0) return [{ from, at: at + advance, slope }];
    if (at >= advance) return [piece];
    const flat = { from, at: advance, slope: 0 };
    const reaches = slope > 0 ? from + (advance - at) / slope : Number.POSITIVE_INFINITY;
    return reaches < to ? [flat, { from: reaches, at: advance, slope }] : [flat];
  });
}

/** Value of a piecewise linear function; at a jump the value after it. */
export function valueAt(pieces: readonly Piece[], x: number): number {
  const { from, at, slope } = pieces.findLast((piece) => piece.from <= x) ?? pieces[0];
  return slope === 0 ? at : at + slope * (x - from);
}

/**
 * Its mean where x is normal: over a piece a + b(x − x₀) between z₁ and z₂ (standardised), (a + b(m − x₀))(Φ(z₂) − Φ(z₁)) −
 * b·s·(φ(z₂) − φ(z₁)). The value at the mean where nothing varies.
 */
export function meanOf(pieces: readonly Piece[], mean: number, sd: number): number {
  if (!(sd > 0)) return valueAt(pieces, mean);
  let sum = 0;
  pieces.forEach(({ from, at, slope }, index) => {
    const low = (from - mean) / sd;
    const high = ((pieces[index + 1]?.from ?? Number.POSITIVE_INFINITY) - mean) / sd;
    // In the upper half the difference is taken from the upper tail, which keeps its digits.
    const within = low > 0 ? normalCdf(-low) - normalCdf(-high) : normalCdf(high) - normalCdf(low);
    const here = slope === 0 ? at : at + slope * (mean - from);
    sum += here * within;
    if (slope !== 0) sum -= slope * sd * (density(high) - density(low));
  });
  return sum;
}

const density = (z: number): number => (Number.isFinite(z) ? normalDensity(z) : 0);
