import { tQuantile } from '../statistics/index.ts';
import type { MeasureSummary } from '../tables/rows.ts';

/** The moments of a column as plain data: counts, means and sums of squared deviations. */
export interface MomentColumnsState {
  n: number[];
  mean: number[];
  m2: number[];
}

/**
 * Streaming moments of many quantities side by side (one a week of a series, or just one), by Welford's
 * recurrence. Memory does not grow with the number of values. Unlike single moments they can be stored and
 * taken up again to the last digit, which a resumed run needs.
 *
 * Source: Welford, B. P. (1962), Technometrics 4(3), 419–420.
 */
export class MomentColumns {
  private n: number[] = [];
  private mean: number[] = [];
  private m2: number[] = [];

  /** Counts `value` for quantity `index`; quantities appear as they are first pushed. */
  push(index: number, value: number): void {
    this.reach(index);
    const n = ++this.n[index];
    const delta = value - this.mean[index];
    this.mean[index] += delta / n;
    this.m2[index] += delta * (value - this.mean[index]);
  }

  private reach(index: number): void {
    while (this.n.length <= index) {
      this.n.push(0);
      this.mean.push(0);
      this.m2.push(0);
    }
  }

  get length(): number {
    return this.n.length;
  }

  count(index = 0): number {
    return this.n[index] ?? 0;
  }

  /**
   * Mean, standard deviation (n − 1), 95% t interval of the mean and spread of one run (mean ± t·sd, DECISIONS 21).
   * With no value all are null; with one, all but the mean.
   */
  summary(index = 0): MeasureSummary {
    const n = this.count(index);
    const mean = n > 0 ? this.mean[index] : null;
    if (n < 2 || mean === null)
      return { mean, sd: null, n, lo: null, hi: null, spreadLo: null, spreadHi: null };
    const sd = Math.sqrt(this.m2[index] / (n - 1));
    const spread = cachedT(n - 1) * sd;
    const half = spread / Math.sqrt(n);
    return {
      mean,
      sd,
      n,
      lo: mean - half,
      hi: mean + half,
      spreadLo: mean - spread,
      spreadHi: mean + spread,
    };
  }

  state(): MomentColumnsState {
    return { n: [...this.n], mean: [...this.mean], m2: [...this.m2] };
  }

  /** The state of one quantity by itself: that of columns which hold no other. */
  stateOf(index: number): MomentColumnsState {
    if (this.count(index) === 0) return { n: [], mean: [], m2: [] };
    return { n: [this.n[index]], mean: [this.mean[index]], m2: [this.m2[index]] };
  }

  /** Takes up one quantity from what {@link stateOf} gave. */
  restoreOf(index: number, { n, mean, m2 }: MomentColumnsState): void {
    if (n.length === 0) return;
    this.reach(index);
    this.n[index] = n[0];
    this.mean[index] = mean[0];
    this.m2[index] = m2[0];
  }

  static from(state: MomentColumnsState): MomentColumns {
    const columns = new MomentColumns();
    columns.n = [...state.n];
    columns.mean = [...state.mean];
    columns.m2 = [...state.m2];
    return columns;
  }
}

const tByDegreesOfFreedom = new Map<number, number>();

/** The t quantile is an iteration, and a weekly table asks for the same one thousands of times. */
function cachedT(degreesOfFreedom: number): number {
  let t = tByDegreesOfFreedom.get(degreesOfFreedom);
  if (t === undefined) {
    t = tQuantile(0.975, degreesOfFreedom);
    tByDegreesOfFreedom.set(degreesOfFreedom, t);
  }
  return t;
}
