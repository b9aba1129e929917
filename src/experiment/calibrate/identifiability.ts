import { inverse, Matrix } from 'ml-matrix';

/** What the targets say of one parameter. */
export interface Identified {
  /**
   * How much of the doubt about it the targets take away, 0 none to 1 all: one minus the variance that is left, in the
   * variance of a parameter that may lie anywhere in its range.
   */
  learnt: number;
  /** What is left of that doubt as a standard deviation, in the range. */
  deviation: number;
  /**
   * How far luck in the runs of the search moves the fitted value: a standard error, in the range; undefined where the
   * luck of the targets is not known.
   */
  luck?: number;
  /** Other parameters, by number, that can make up for it: those with which what is left is correlated beyond 0.8. */
  tradedWith: number[];
}

/** Variance of what may lie anywhere in a range of width 1. */
const VARIANCE = 1 / 12;
const TRADED = 0.8;

/**
 * What targets, met within a standard deviation of one tolerance, say of the parameters around a fit, to first order: the
 * covariance of a normal approximation whose prior has the variance of a uniform range. Beside it what luck does to the
 * fit: its covariance, led through the same linear map from targets to parameters.
 *
 * @param slopes change of each target (row), in tolerances, over the whole range of each parameter (column)
 * @param noise covariance of the targets' means over the runs of the search, in tolerances; undefined where it is not known
 */
export function identify(slopes: Matrix, noise?: Matrix): Identified[] {
  const precision = slopes
    .transpose()
    .mmul(slopes)
    .add(Matrix.eye(slopes.columns).mul(1 / VARIANCE));
  const covariance = inverse(precision);
  const answer = covariance.mmul(slopes.transpose());
  const luck = noise && answer.mmul(noise).mmul(answer.transpose());
  return Array.from({ length: slopes.columns }, (_, k) => {
    const variance = covariance.get(k, k);
    const tradedWith = Array.from({ length: slopes.columns }, (_, other) => other).filter(
      (other) =>
        other !== k &&
        Math.abs(covariance.get(k, other)) > TRADED * Math.sqrt(variance * covariance.get(other, other)),
    );
    return {
      learnt: Math.max(0, 1 - variance / VARIANCE),
      deviation: Math.sqrt(variance),
      ...(luck && { luck: Math.sqrt(Math.max(0, luck.get(k, k))) }),
      tradedWith,
    };
  });
}
