import { exp, log } from '../random/math.ts';
import { type Interval, interval, Moments } from './moments.ts';

/**
 * Differences of two designs under the same luck, run by run. What varies between runs and not between
 * designs cancels, so that few runs tell small effects.
 */
export class PairedDifferences {
  /** Moments of other − base. */
  readonly differences = new Moments();
  /** In how many pairs the other design was above, below, or exactly equal to the base. */
  above = 0;
  below = 0;
  equal = 0;

  /** Takes one run's values of both; a pair in which either is null or NaN is left out whole. */
  push(base: number | null, other: number | null): void {
    if (base === null || other === null || Number.isNaN(base) || Number.isNaN(other)) return;
    const difference = other - base;
    this.differences.push(difference);
    if (difference > 0) this.above += 1;
    else if (difference < 0) this.below += 1;
    else this.equal += 1;
  }

  /** Takes in the pairs of another stream. */
  merge(other: PairedDifferences): void {
    this.differences.merge(other.differences);
    this.above += other.above;
    this.below += other.below;
    this.equal += other.equal;
  }

  /** t interval of the mean difference; null for fewer than two pairs. */
  interval(level = 0.95): Interval | null {
    return interval(this.differences, level);
  }
}

/** A ratio with its interval. */
export interface RatioInterval extends Interval {
  readonly ratio: number;
}

/**
 * The interval of a ratio, made on its logarithm: from the moments of ln(ratio) of each run, the
 * geometric mean ratio with a t interval carried back. Null for fewer than two runs.
 */
export function logInterval(logRatios: Moments, level = 0.95): RatioInterval | null {
  const onLog = interval(logRatios, level);
  return onLog && { ratio: exp(logRatios.mean), lo: exp(onLog.lo), hi: exp(onLog.hi) };
}

/** Ratios of positive numbers, run by run, kept as logarithms. */
export class LogRatios {
  readonly logarithms = new Moments();
  /** Runs whose ratio has no logarithm, because one of the two was not positive and finite: left out, not hidden. */
  undefinedPairs = 0;

  push(numerator: number, denominator: number): void {
    const usable = numerator > 0 && denominator > 0 && numerator < Infinity && denominator < Infinity;
    if (usable) this.logarithms.push(log(numerator) - log(denominator));
    else this.undefinedPairs += 1;
  }

  /** Geometric mean ratio with its interval; null for fewer than two usable runs. */
  interval(level = 0.95): RatioInterval | null {
    return logInterval(this.logarithms, level);
  }
}
