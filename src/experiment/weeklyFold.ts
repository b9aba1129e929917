import type { WeeklyRow, WeeklySeries } from '../tables/rows.ts';
import { MomentColumns, type MomentColumnsState } from './momentColumns.ts';

export interface WeeklyFoldState {
  series: string;
  slice: string;
  weeks: MomentColumnsState;
}

/** The weekly series of one design, averaged over replicates week by week. */
export class WeeklyFold {
  private bySeries = new Map<string, { series: string; slice: string; weeks: MomentColumns }>();

  /** A week without a value (not a number) is left out of that week's mean and count. */
  add({ series, slice, values }: WeeklySeries): void {
    const { weeks } = this.entry(series, slice);
    for (let week = 0; week < values.length; week++) {
      if (Number.isFinite(values[week])) weeks.push(week, values[week]);
    }
  }

  /** Rows by series in order of appearance, then by week. With one replicate the interval is the value itself. */
  *rows(design: string): Generator<WeeklyRow> {
    for (const { series, slice, weeks } of this.bySeries.values()) {
      for (let week = 0; week < weeks.length; week++) {
        const { mean, n, lo, hi } = weeks.summary(week);
        if (mean !== null) yield { design, week, series, slice, mean, lo: lo ?? mean, hi: hi ?? mean, n };
      }
    }
  }

  state(): WeeklyFoldState[] {
    return [...this.bySeries.values()].map(({ series, slice, weeks }) => ({
      series,
      slice,
      weeks: weeks.state(),
    }));
  }

  restore(state: readonly WeeklyFoldState[]): void {
    for (const { series, slice, weeks } of state) this.entry(series, slice).weeks = MomentColumns.from(weeks);
  }

  private entry(series: string, slice: string): { series: string; slice: string; weeks: MomentColumns } {
    const key = `${series}[${slice}]`;
    let entry = this.bySeries.get(key);
    if (!entry) {
      entry = { series, slice, weeks: new MomentColumns() };
      this.bySeries.set(key, entry);
    }
    return entry;
  }
}
