/** Where a statistic should lie; an end that is left out is open. Ends themselves lie outside. */
export interface Band {
  above?: number;
  below?: number;
}

/** A mean over replicates with its 95% interval. */
export interface Estimate {
  mean: number;
  lo: number;
  hi: number;
  /** Replicates in which the statistic is defined. */
  n: number;
}

export type Verdict = 'shown' | 'not shown' | 'cannot be told';

/**
 * `shown` where the whole interval lies in the band, `not shown` where all of it lies outside on one side, and else
 * `cannot be told`: the interval straddles an end, or is not known.
 */
export function verdictOf({ lo, hi }: Pick<Estimate, 'lo' | 'hi'>, band: Band): Verdict {
  const { above = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY } = band;
  if (lo > above && hi < below) return 'shown';
  if (hi <= above || lo >= below) return 'not shown';
  return 'cannot be told';
}

/** Of a fact: shown where all parts are, not shown where any part is not, and else it cannot be told. */
export function verdictOfAll(parts: readonly Verdict[]): Verdict {
  if (parts.length > 0 && parts.every((each) => each === 'shown')) return 'shown';
  return parts.includes('not shown') ? 'not shown' : 'cannot be told';
}
