import { interval, Moments } from '../../statistics/index.ts';
import { welchDifference } from '../welch.ts';

/** What one measure was in each design, replicate by replicate; null where it was undefined. */
export interface MeasuredDesign {
  design: string;
  values: readonly (number | null)[];
  /** The first reason for an undefined value. */
  why?: string;
  /** Equal for designs with the same people. */
  people: string;
}

/** A design with its values in the replicates that count, turned so that more is better. */
export interface Column {
  design: string;
  people: string;
  values: number[];
  turned: number[];
  moments: Moments;
}

/** The designs in the replicates in which all of them have a number; `turn` makes more better. */
export function columnsOf(measured: readonly MeasuredDesign[], turn: (value: number) => number): Column[] {
  const length = Math.max(0, ...measured.map(({ values }) => values.length));
  const whole = Array.from({ length }, (_, r) => r).filter((r) =>
    measured.every(({ values }) => typeof values[r] === 'number'),
  );
  return measured.map(({ design, values, people }) => {
    const own = whole.map((r) => values[r] as number);
    const moments = new Moments();
    for (const value of own) moments.push(value);
    return { design, people, values: own, turned: own.map(turn), moments };
  });
}

/** How much two designs differ in the mean, first less second. */
export interface DifferenceOfMeans {
  mean: number;
  sd: number | null;
  lo: number | null;
  hi: number | null;
  /** The two have other people, so that the interval is Welch's and nothing is paired. */
  unpaired?: true;
}

/** The difference of two designs as they were measured, paired run by run where they have the same people. */
export function differenceBetween(upper: Column, lower: Column): DifferenceOfMeans {
  if (upper.people !== lower.people) {
    const { mean, sd, lo, hi } = welchDifference(summaryOf(upper), summaryOf(lower));
    return { mean: mean!, sd, lo, hi, unpaired: true };
  }
  const differences = new Moments();
  upper.values.forEach((value, r) => {
    differences.push(value - lower.values[r]);
  });
  const ends = interval(differences);
  const sd = differences.n > 1 ? differences.sd : null;
  return { mean: differences.mean, sd, lo: ends?.lo ?? null, hi: ends?.hi ?? null };
}

const summaryOf = ({ moments }: Column) => ({
  mean: moments.mean,
  sd: moments.n > 1 ? moments.sd : null,
  n: moments.n,
});
