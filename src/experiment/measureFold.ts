import { exp, log } from '../random/math.ts';
import { type DifferenceRow, type MeasureRow, type MeasureSummary, measureKey } from '../tables/rows.ts';
import { MomentColumns, type MomentColumnsState } from './momentColumns.ts';
import { welchDifference } from './welch.ts';

/** One measure and slice of one design over the replicates. */
interface Tally {
  measure: string;
  slice: string;
  /** Where its moments stand among those of all tallies. */
  at: number;
  /** Whether its interval is taken on the logarithm. */
  isLog: boolean;
  /** The first reason given for an undefined value. */
  why?: string;
}

export interface MeasureFoldState {
  measure: string;
  slice: string;
  values: MomentColumnsState;
  logs?: MomentColumnsState;
  why?: string;
}

/**
 * All measures of one design, or of its paired difference from the base, folded replicate by replicate.
 * Keys stand in the order in which they first appear, so the fold must be fed in the order of the replicates.
 */
export class MeasureFold {
  private tallies = new Map<string, Tally>();
  private values = new MomentColumns();
  /** Moments of the logarithm, for those that have them. */
  private logs = new MomentColumns();
  /** The tallies of the last replicate's rows: those of the next are mostly the same, one by one. */
  private inOrder: Tally[] = [];
  private isLogScaled: (measure: string) => boolean;

  /** `isLogScaled` names the measures whose mean and intervals are taken on the logarithm. */
  constructor(isLogScaled: (measure: string) => boolean = () => false) {
    this.isLogScaled = isLogScaled;
  }

  /** Takes all rows of a replicate. */
  addAll(rows: readonly MeasureRow[]): void {
    for (let i = 0; i < rows.length; i++) {
      const { measure, slice, value, why } = rows[i];
      this.push(this.next(i, measure, slice), value, why);
    }
  }

  /** Takes the differences of a replicate's rows from those of the same measure and slice in another design. */
  addDifferences(rows: readonly MeasureRow[], from: readonly MeasureRow[]): void {
    // Both designs have mostly the same rows in the same order; only for others are they looked up.
    let byKey: Map<string, MeasureRow> | undefined;
    let taken = 0;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i];
      let other: MeasureRow | undefined = from[i];
      if (other === undefined || !isSame(row, other)) {
        byKey ??= new Map(from.map((one) => [measureKey(one.measure, one.slice), one]));
        other = byKey.get(measureKey(row.measure, row.slice));
        if (other === undefined) continue;
      }
      const isDefined = row.value !== null && other.value !== null;
      this.push(this.next(taken++, row.measure, row.slice), isDefined ? row.value! - other.value! : null);
    }
  }

  /** The tally of the row that is the i-th of its replicate. */
  private next(i: number, measure: string, slice: string): Tally {
    const last = this.inOrder[i];
    if (last !== undefined && last.measure === measure && last.slice === slice) return last;
    this.inOrder[i] = this.tallyOf(measure, slice);
    return this.inOrder[i];
  }

  private push(tally: Tally, value: number | null, why?: string): void {
    if (value === null) {
      tally.why ??= why ?? 'undefined';
    } else if (!tally.isLog) {
      this.values.push(tally.at, value);
    } else if (value > 0) {
      this.values.push(tally.at, value);
      this.logs.push(tally.at, log(value));
    } else {
      tally.why ??= `${value} has no logarithm`;
    }
  }

  /**
   * Key (`id` or `id[slice]`) to summary. `n` counts the replicates in which the measure was defined; where that
   * is fewer than `replicates`, `why` says so. A log-scaled measure has the geometric mean and intervals around
   * it; its sd is that of the values.
   */
  summaries(replicates: number): Record<string, MeasureSummary> {
    const summaries: Record<string, MeasureSummary> = {};
    for (const [key, tally] of this.tallies) {
      const values = this.values.summary(tally.at);
      const summary = tally.isLog ? fromLogs(values, this.logs.summary(tally.at)) : values;
      const why = whyUndefined(tally.why, summary.n, replicates);
      summaries[key] = why === undefined ? summary : { ...summary, why };
    }
    return summaries;
  }

  /** The same as rows of the table of differences. */
  differences(design: string, base: string): DifferenceRow[] {
    return [...this.tallies.values()].map(({ measure, slice, at }) => {
      const { mean, sd, n, lo, hi } = this.values.summary(at);
      return { design, base, measure, slice, mean, sd, n, lo, hi };
    });
  }

  /**
   * Differences of the means from those of another design, nothing paired: the interval is Welch's, with the degrees of
   * freedom after Satterthwaite; sd is that of the difference of two single runs, n the smaller number of runs.
   */
  unpairedFrom(other: MeasureFold, design: string, base: string): DifferenceRow[] {
    return [...this.tallies].flatMap(([key, { measure, slice, at }]): DifferenceRow[] => {
      const against = other.tallies.get(key);
      if (!against) return [];
      const row = { design, base, measure, slice, unpaired: true as const };
      return [{ ...row, ...welchDifference(this.values.summary(at), other.values.summary(against.at)) }];
    });
  }

  state(): MeasureFoldState[] {
    return [...this.tallies.values()].map(({ measure, slice, at, isLog, why }) => ({
      measure,
      slice,
      values: this.values.stateOf(at),
      ...(isLog && { logs: this.logs.stateOf(at) }),
      ...(why !== undefined && { why }),
    }));
  }

  restore(state: readonly MeasureFoldState[]): void {
    for (const stored of state) {
      const tally = this.tallyOf(stored.measure, stored.slice);
      this.values.restoreOf(tally.at, stored.values);
      if (stored.logs) this.logs.restoreOf(tally.at, stored.logs);
      if (stored.why !== undefined) tally.why = stored.why;
    }
  }

  private tallyOf(measure: string, slice: string): Tally {
    const key = measureKey(measure, slice);
    let tally = this.tallies.get(key);
    if (!tally) {
      tally = { measure, slice, at: this.tallies.size, isLog: this.isLogScaled(measure) };
      this.tallies.set(key, tally);
    }
    return tally;
  }
}

/** Whether two rows are of the same measure and slice. */
export const isSame = (
  one: Pick<MeasureRow, 'measure' | 'slice'>,
  other: Pick<MeasureRow, 'measure' | 'slice'>,
): boolean => one.measure === other.measure && one.slice === other.slice;

function fromLogs(values: MeasureSummary, logs: MeasureSummary): MeasureSummary {
  const unlog = (x: number | null) => (x === null ? null : exp(x));
  return {
    mean: logs.n === 1 ? values.mean : unlog(logs.mean),
    sd: values.sd,
    n: logs.n,
    lo: unlog(logs.lo),
    hi: unlog(logs.hi),
    spreadLo: unlog(logs.spreadLo),
    spreadHi: unlog(logs.spreadHi),
  };
}

function whyUndefined(why: string | undefined, n: number, replicates: number): string | undefined {
  if (n >= replicates) return undefined;
  const reason = why ?? 'not reported';
  return n === 0 ? reason : `undefined in ${replicates - n} of ${replicates} replicates: ${reason}`;
}
