import { exp, log } from '../random/math.ts';
import { type DifferenceRow, type MeasureRow, type MeasureSummary, measureKey } from '../tables/rows.ts';
import { MomentColumns, type MomentColumnsState } from './momentColumns.ts';
import { welchDifference } from './welch.ts';

/** One measure and slice of one design over the replicates. */
interface Tally {
  measure: string;
  slice: string;
  values: MomentColumns;
  /** Moments of the logarithm, for measures whose interval is taken there. */
  logs?: MomentColumns;
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
      const row = rows[i];
      const last = this.inOrder[i];
      const tally = last !== undefined && isSame(last, row) ? last : this.tallyOf(row.measure, row.slice);
      this.inOrder[i] = tally;
      this.push(tally, row);
    }
  }

  private push(tally: Tally, row: MeasureRow): void {
    if (row.value === null) {
      tally.why ??= row.why ?? 'undefined';
    } else if (!tally.logs) {
      tally.values.push(0, row.value);
    } else if (row.value > 0) {
      tally.values.push(0, row.value);
      tally.logs.push(0, log(row.value));
    } else {
      tally.why ??= `${row.value} has no logarithm`;
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
      const summary = tally.logs
        ? fromLogs(tally.values.summary(), tally.logs.summary())
        : tally.values.summary();
      const why = whyUndefined(tally.why, summary.n, replicates);
      summaries[key] = why === undefined ? summary : { ...summary, why };
    }
    return summaries;
  }

  /** The same as rows of the table of differences. */
  differences(design: string, base: string): DifferenceRow[] {
    return [...this.tallies.values()].map(({ measure, slice, values }) => {
      const { mean, sd, n, lo, hi } = values.summary();
      return { design, base, measure, slice, mean, sd, n, lo, hi };
    });
  }

  /**
   * Differences of the means from those of another design, nothing paired: the interval is Welch's, with the degrees of
   * freedom after Satterthwaite; sd is that of the difference of two single runs, n the smaller number of runs.
   */
  unpairedFrom(other: MeasureFold, design: string, base: string): DifferenceRow[] {
    return [...this.tallies].flatMap(([key, { measure, slice, values }]): DifferenceRow[] => {
      const against = other.tallies.get(key);
      if (!against) return [];
      const row = { design, base, measure, slice, unpaired: true as const };
      return [{ ...row, ...welchDifference(values.summary(), against.values.summary()) }];
    });
  }

  state(): MeasureFoldState[] {
    return [...this.tallies.values()].map(({ measure, slice, values, logs, why }) => ({
      measure,
      slice,
      values: values.state(),
      ...(logs && { logs: logs.state() }),
      ...(why !== undefined && { why }),
    }));
  }

  restore(state: readonly MeasureFoldState[]): void {
    for (const stored of state) {
      const tally = this.tallyOf(stored.measure, stored.slice);
      tally.values = MomentColumns.from(stored.values);
      if (stored.logs) tally.logs = MomentColumns.from(stored.logs);
      if (stored.why !== undefined) tally.why = stored.why;
    }
  }

  private tallyOf(measure: string, slice: string): Tally {
    const key = measureKey(measure, slice);
    let tally = this.tallies.get(key);
    if (!tally) {
      tally = { measure, slice, values: new MomentColumns() };
      if (this.isLogScaled(measure)) tally.logs = new MomentColumns();
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
