import { parseMeasureKey } from '../tables/rows.ts';
import { designIds, readMeasure } from '../words/read.ts';
import type { ReportTables } from './tables.ts';

/** Lowest and highest value that is possible; an infinity where there is no end. */
export type Bounds = readonly [low: number, high: number];

const share: Bounds = [0, 1];
const signed: Bounds = [-1, 1];
const atLeast0: Bounds = [0, Number.POSITIVE_INFINITY];

/** What the measures drawn with an interval of their own can be, by their definitions; others have no ends. */
const bounds: Record<string, Bounds> = {
  'outcome.rate': share,
  'served.rate': share,
  'twin.rate': share,
  'hours.perClientWeek': atLeast0,
  'hours.byRole': atLeast0,
  'parking.share': share,
  'creaming.concentration': signed,
  'additional.rate': signed,
  'staff.burnout': share,
  'staff.goalStrain': share,
  'staff.recordingShare': share,
  'staff.turnover': atLeast0,
  'staff.vacancy': share,
  'staff.caseload': atLeast0,
  'event.count': atLeast0,
  'recorded.count': atLeast0,
  'paid.count': atLeast0,
  'commissioner.falseEnd': share,
  'commissioner.rankAgreement': signed,
  'commissioner.ended': atLeast0,
  'commissioner.bestEnded': atLeast0,
  'commissioner.share': share,
  'board.priority': share,
};

/** What a measure can be, whatever its slice. */
export function measureBounds(key: string): Bounds {
  return bounds[parseMeasureKey(key).measure] ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
}

/** How far two designs can differ in a measure. */
export function differenceBounds(key: string): Bounds {
  const [low, high] = measureBounds(key);
  return [low - high, high - low];
}

/**
 * An end of an interval, or of an axis, no farther than what is possible: with two or three runs a t interval goes far
 * beyond. Null stays null.
 */
export function within<Value extends number | null>(value: Value, [low, high]: Bounds): Value {
  return (value === null ? value : Math.min(high, Math.max(low, value))) as Value;
}

/** Whether an interval goes beyond what is possible, so that its line ends early. */
export function isCut({ lo, hi }: { lo: number | null; hi: number | null }, possible: Bounds): boolean {
  return within(lo, possible) !== lo || within(hi, possible) !== hi;
}

/** Whether an interval of these measures in some design goes beyond what is possible. */
export function anyCut(tables: ReportTables, keys: readonly string[]): boolean {
  return designIds(tables).some((design) =>
    keys.some((key) => {
      const summary = readMeasure(tables, design, key);
      return summary !== undefined && isCut(summary, measureBounds(key));
    }),
  );
}

/** The key to marks that are intervals, a sentence without its full stop, with a word on those that are cut. */
export function intervalsKey(key: string, cut: boolean): string {
  return `${key}${cut ? ', cut at the ends of what is possible' : ''}.`;
}
