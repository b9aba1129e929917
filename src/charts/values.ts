import type { MeasureSummary } from '../tables/rows.ts';
import { formatQuantity, NOT_DEFINED, type Quantity } from '../words/format.ts';
import { intervalRange, ONE_RUN } from '../words/intervals.ts';
import { designIds, fifths, readMean, readMeasure } from '../words/read.ts';
import { anyCut, type Bounds, intervalsKey, measureBounds, within } from './bounds.ts';
import type { ReportTables } from './tables.ts';

/** One bar or dot with its interval, ready to be drawn; the texts are for labels and tooltips. */
export interface FifthValue {
  fifth: string;
  mean: number | null;
  lo: number | null;
  hi: number | null;
  value: string;
  interval: string;
}

/** The values of `measure[fifth=1]` to `[fifth=5]` for one design, easiest first. */
export function fifthValues(
  tables: ReportTables,
  design: string,
  measure: string,
  quantity: Quantity,
): FifthValue[] {
  return fifths.map((fifth) => {
    const key = fifthKey(measure, fifth);
    return drawable(fifth, readMeasure(tables, design, key), quantity, measureBounds(key), tables);
  });
}

/** The key to the intervals of {@link fifthValues}, a sentence without its full stop. */
export function fifthIntervals(tables: ReportTables, measure: string, key: string): string {
  const keys = fifths.map((fifth) => fifthKey(measure, fifth));
  return intervalsKey(key, anyCut(tables, keys));
}

const fifthKey = (measure: string, fifth: string): string => `${measure}[fifth=${fifth}]`;

function drawable(
  fifth: string,
  summary: MeasureSummary | undefined,
  quantity: Quantity,
  possible: Bounds,
  tables: ReportTables,
): FifthValue {
  const { currency } = tables.manifest;
  const interval = summary ? intervalRange(summary, quantity, currency) : null;
  return {
    fifth,
    mean: summary?.mean ?? null,
    lo: within(summary?.lo ?? null, possible),
    hi: within(summary?.hi ?? null, possible),
    value: summary ? formatQuantity(summary.mean, quantity, currency) : 'not measured',
    interval: interval ?? (summary?.mean === null ? NOT_DEFINED : ONE_RUN),
  };
}

/** Whether the measure has a value by fifth in any design. */
export function hasFifths(tables: ReportTables, measure: string): boolean {
  return designIds(tables).some((design) =>
    fifths.some((fifth) => readMean(tables, design, fifthKey(measure, fifth)) !== null),
  );
}

/** The top of an axis that holds all the values with room for a label; 1 where nothing is above 0. */
export function axisTop(values: readonly (number | null)[], room = 1.18): number {
  const top = Math.max(0, ...values.map((value) => value ?? 0));
  return top > 0 ? top * room : 1;
}

/** Short figure for a label above a bar: whole percent, or two decimals. */
export function barLabel(value: number, quantity: Quantity): string {
  if (quantity !== 'share') return value.toFixed(2);
  const percent = value * 100;
  return percent > 0 && percent < 1 ? '<1%' : `${percent.toFixed(0)}%`;
}
