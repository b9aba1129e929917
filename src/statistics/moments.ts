import { tQuantile } from './student.ts';

/**
 * Mean and spread of a stream of numbers in constant memory (Welford 1962; merging after Chan, Golub and
 * LeVeque 1983). The same numbers in the same order give the same bits; NaN in makes NaN out, so leave
 * undefined values out before pushing.
 */
export class Moments {
  /** How many numbers were pushed. */
  n = 0;
  /** Their mean; NaN while there are none. */
  mean = Number.NaN;
  private squares = 0;

  push(value: number): void {
    this.n += 1;
    if (this.n === 1) {
      this.mean = value;
      this.squares = value - value;
      return;
    }
    const away = value - this.mean;
    this.mean += away / this.n;
    this.squares += away * (value - this.mean);
  }

  /** Takes in another stream's numbers, as if they had been pushed after these (to rounding). */
  merge(other: Moments): void {
    if (other.n === 0) return;
    if (this.n === 0) {
      this.n = other.n;
      this.mean = other.mean;
      this.squares = other.squares;
      return;
    }
    const n = this.n + other.n;
    const away = other.mean - this.mean;
    this.squares += other.squares + away * away * ((this.n * other.n) / n);
    this.mean += away * (other.n / n);
    this.n = n;
  }

  /** Sample variance (divisor n − 1); NaN for fewer than two numbers. */
  get variance(): number {
    return this.n < 2 ? Number.NaN : this.squares / (this.n - 1);
  }

  /** Sample standard deviation; NaN for fewer than two numbers. */
  get sd(): number {
    return Math.sqrt(this.variance);
  }

  /** Standard error of the mean; NaN for fewer than two numbers. */
  get standardError(): number {
    return Math.sqrt(this.variance / this.n);
  }
}

/** Two ends of an interval. */
export interface Interval {
  readonly lo: number;
  readonly hi: number;
}

/** What `Moments` and any record of n, mean and sd share. */
export interface Summary {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
}

/** Student-t confidence interval of the mean; null for fewer than two numbers, where nothing is known of it. */
export function interval(moments: Summary, level = 0.95): Interval | null {
  if (moments.n < 2) return null;
  const half = tQuantile(0.5 + level / 2, moments.n - 1) * (moments.sd / Math.sqrt(moments.n));
  return { lo: moments.mean - half, hi: moments.mean + half };
}

/**
 * Spread of single runs: mean ± t·sd, the range in which about this share of runs lies. It does not
 * narrow with more runs, as the interval of the mean does. Null for fewer than two numbers.
 */
export function spread(moments: Summary, level = 0.95): { spreadLo: number; spreadHi: number } | null {
  if (moments.n < 2) return null;
  const half = tQuantile(0.5 + level / 2, moments.n - 1) * moments.sd;
  return { spreadLo: moments.mean - half, spreadHi: moments.mean + half };
}
