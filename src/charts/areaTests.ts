import { measureKey, parseMeasureKey } from '../tables/rows.ts';
import { sentenceCase } from '../words/format.ts';
import { designIds, readMeasure } from '../words/read.ts';
import { sliceTitle } from '../words/titles.ts';
import type { ReportTables } from './tables.ts';

/** Standard deviations on either side of no change between which nine in ten fall by luck. */
const NINE_IN_TEN = 1.645;

/** One area under one reward, as long as some design has it. */
export interface AreaRow {
  reward: string;
  area: string;
  label: string;
  /** Cost of demand in the baseline, which orders areas. */
  size: number;
  /** Ends of its interval; null of one run. */
  lo: number | null;
  hi: number | null;
}

/** One test of an area under a design; changes are shares of the demand before. */
export interface AreaTest {
  test: number;
  change: number;
  lo: number | null;
  hi: number | null;
  /** Nine in ten changes lie within so much of 0 if nothing truly changes. */
  luck: number;
  threshold: number | null;
  passed: number | null;
  luckPass: number | null;
}

/** Key of a measure of an area under a reward, in one test or over all. */
export const areaKey = (measure: string, reward: string, area: string, test?: number): string =>
  measureKey(measure, `reward=${reward},area=${area}${test === undefined ? '' : `,test=${test}`}`);

/**
 * Areas that any design has, reward by reward, by the size of their baseline, the largest first. Areas of a reward that
 * {@link sizesDiffer} cannot tell apart stay in the order of the tables.
 */
export function areaRows(tables: ReportTables): AreaRow[] {
  const rows = new Map<string, AreaRow>();
  const rewards = new Set<string>();
  for (const design of designIds(tables)) {
    for (const [key, { mean, lo, hi }] of Object.entries(tables.summary.designs[design].measures)) {
      const { measure, parts } = parseMeasureKey(key);
      if (measure !== 'areas.baseline' || parts.area === undefined || parts.test !== '1') continue;
      const { reward, area } = parts;
      rewards.add(reward);
      if (mean === null || rows.has(`${reward} ${area}`)) continue;
      const label = sentenceCase(sliceTitle(tables, 'area', area));
      rows.set(`${reward} ${area}`, { reward, area, label, size: mean, lo, hi });
    }
  }
  return [...rewards].flatMap((reward) => {
    const own = [...rows.values()].filter((row) => row.reward === reward);
    return sizesDiffer(own) ? own.sort((a, b) => b.size - a.size) : own;
  });
}

/** Whether the largest area is larger than the smallest by more than luck: their intervals lie apart. Of one run nobody can tell. */
export function sizesDiffer(rows: readonly AreaRow[]): boolean {
  if (rows.length < 2) return false;
  const { lo } = rows.reduce((a, b) => (b.size > a.size ? b : a));
  const { hi } = rows.reduce((a, b) => (b.size < a.size ? b : a));
  return lo !== null && hi !== null && lo > hi;
}

/** The tests of an area under a design whose change is defined. */
export function areaTests(tables: ReportTables, design: string, { reward, area }: AreaRow): AreaTest[] {
  const tests: AreaTest[] = [];
  const read = (measure: string, test: number) =>
    readMeasure(tables, design, areaKey(measure, reward, area, test));
  for (let test = 1; ; test++) {
    const change = read('areas.change', test);
    if (change === undefined) return tests;
    if (change.mean === null) continue;
    tests.push({
      test,
      change: change.mean,
      lo: change.lo,
      hi: change.hi,
      luck: NINE_IN_TEN * (read('areas.luck', test)?.mean ?? 0),
      threshold: read('areas.threshold', test)?.mean ?? null,
      passed: read('areas.passed', test)?.mean ?? null,
      luckPass: read('areas.luckPass', test)?.mean ?? null,
    });
  }
}

/** Whether demand fell by more than luck alone moves it nine times in ten. */
export const beyondLuck = ({ change, luck }: AreaTest): boolean => change < -luck;
