import type { DesignResult, ReplicateResult } from '../simulation/contract.ts';
import type { MeasureRow, WeeklySeries } from '../tables/rows.ts';

/**
 * A result as it crosses from thread to thread: what rows and series are of in one text, which is the same in most
 * replicates, and their numbers in one column. As objects they would take longer to copy than to fold.
 */
export interface CompactResult {
  replicate: number;
  designs: CompactDesign[];
}

interface CompactDesign extends Omit<DesignResult, 'rows' | 'weekly'> {
  /** Measure and slice of each row, then series and slice of each series. */
  names: string;
  rows: number;
  /** The value of each row, then those of each series. */
  numbers: Float64Array;
  /** Weeks of each series. */
  weeks: number[];
  /** Which of the reasons a row gives for having no value; −1 where it has one. */
  reasonOf: Int32Array;
  reasons: (string | undefined)[];
}

const between = '\n';

export function compact({ replicate, designs }: ReplicateResult): CompactResult {
  return { replicate, designs: designs.map(compactDesign) };
}

function compactDesign({ rows, weekly, ...rest }: DesignResult): CompactDesign {
  const names: string[] = [];
  const weeks = weekly.map(({ values }) => values.length);
  const numbers = new Float64Array(weeks.reduce((sum, one) => sum + one, rows.length));
  const reasonOf = new Int32Array(rows.length).fill(-1);
  const reasons = new Map<string | undefined, number>();
  for (const [i, { measure, slice, value, why }] of rows.entries()) {
    names.push(measure, slice);
    if (value !== null) numbers[i] = value;
    else {
      if (!reasons.has(why)) reasons.set(why, reasons.size);
      reasonOf[i] = reasons.get(why)!;
    }
  }
  let at = rows.length;
  for (const { series, slice, values } of weekly) {
    names.push(series, slice);
    numbers.set(values, at);
    at += values.length;
  }
  const texts = { names: names.join(between), reasons: [...reasons.keys()] };
  return { ...rest, rows: rows.length, numbers, weeks, reasonOf, ...texts };
}

/** The result as it was before {@link compact}. */
export function whole({ replicate, designs }: CompactResult): ReplicateResult {
  return { replicate, designs: designs.map(wholeDesign) };
}

function wholeDesign(compacted: CompactDesign): DesignResult {
  const { names, rows: count, numbers, weeks, reasonOf, reasons, design, ...tables } = compacted;
  const list = namesIn(names);
  const rows: MeasureRow[] = [];
  for (let i = 0; i < count; i++) {
    const row: MeasureRow = { measure: list[2 * i], slice: list[2 * i + 1], value: numbers[i] };
    const why = reasonOf[i] < 0 ? undefined : reasons[reasonOf[i]];
    if (reasonOf[i] >= 0) row.value = null;
    rows.push(why === undefined ? row : { ...row, why });
  }
  let at = count;
  const weekly = weeks.map((length, k): WeeklySeries => {
    const of = 2 * (count + k);
    at += length;
    return { series: list[of], slice: list[of + 1], values: numbers.subarray(at - length, at) };
  });
  return { design, rows, weekly, ...tables };
}

/** Texts of names and what they say, the last used at the end: designs differ in theirs, replicates hardly. */
const known = new Map<string, readonly string[]>();
const mostKnown = 64;

function namesIn(text: string): readonly string[] {
  const list = known.get(text) ?? text.split(between);
  known.delete(text);
  known.set(text, list);
  if (known.size > mostKnown) known.delete(known.keys().next().value!);
  return list;
}
