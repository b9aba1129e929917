import { interval } from '../../statistics/index.ts';
import type { Direction, MeasureRanking, Neighbours, RankedDesign } from '../../tables/ranking.ts';
import { type Column, columnsOf, differenceBetween, type MeasuredDesign } from './columns.ts';
import { moreToHalve } from './halving.ts';
import { middlePlace, placesOf } from './places.ts';

/**
 * Ranks designs by one measure. Replicates count in which every design has a number; a design that never has one is left
 * out. `resamplesOf(n)` gives how often each of n replicates stands in resampled sets.
 */
export function rankMeasure(
  measure: string,
  better: Direction,
  measured: readonly MeasuredDesign[],
  resamplesOf: (n: number) => readonly Uint32Array[],
): MeasureRanking {
  const missing = measured.filter(({ values }) => values.every((value) => value === null));
  const ranked = measured.filter((one) => !missing.includes(one));
  const columns = columnsOf(ranked, better === 'lower' ? (value) => -value : (value) => value);
  const replicates = columns[0]?.values.length ?? 0;
  const unranked = missing.map(({ design, why }) => ({ design, why: why ?? 'not measured' }));
  if (replicates === 0) {
    const why = 'there is no run in which all designs have it';
    const all = [...unranked, ...ranked.map(({ design }) => ({ design, why }))];
    return { ...empty(measure, better), unranked: all };
  }
  const means = columns.map(({ turned }) => meanOf(turned));
  const order = columns.map((_, i) => i).sort((a, b) => means[b] - means[a] || a - b);
  const inOrder = order.map((i) => columns[i]);
  const runs = Array.from({ length: replicates }, (_, r) => placesOf(inOrder.map(({ turned }) => turned[r])));
  const places = inOrder.map((_, i) => averaged(runs.map((run) => run[i])));
  const sets = replicates > 1 ? resamplesOf(replicates) : [];
  const held = holding(inOrder, sets);
  const last = inOrder.length - 1;
  const designs = inOrder.map(
    ({ design, moments }, i): RankedDesign => ({
      design,
      mean: moments.mean,
      lo: interval(moments)?.lo ?? null,
      hi: interval(moments)?.hi ?? null,
      rank: middlePlace(
        order.map((one) => means[one]),
        i,
      ),
      best: places[i][0],
      worst: places[i][last],
      ranks: places[i],
      bestMean: held?.best[i] ?? null,
      toldFromFirst: toldApart(inOrder[0], inOrder[i]),
      toldFromLast: toldApart(inOrder[i], inOrder[last]),
    }),
  );
  return {
    measure,
    better,
    replicates,
    designs,
    unranked,
    sameOrder: shareOf(replicates, (r) => followsOrder(inOrder, ({ turned }) => turned[r])),
    orderHolds: held?.order ?? null,
    tiedFirst: shareOf(replicates, (r) => runs[r].filter((places) => places[0] > 0).length > 1),
    neighbours: inOrder.slice(1).map((lower, i) => neighboursOf(inOrder[i], lower)),
  };
}

const empty = (measure: string, better: Direction): MeasureRanking => ({
  measure,
  better,
  replicates: 0,
  designs: [],
  unranked: [],
  sameOrder: 0,
  orderHolds: null,
  tiedFirst: 0,
  neighbours: [],
});

/**
 * In how many resampled sets the means stand in the order of the columns, and in how many each mean is the best. Differences
 * are summed run by run, so that designs that are the same in every run tie exactly.
 */
function holding(
  columns: readonly Column[],
  sets: readonly Uint32Array[],
): { order: number; best: number[] } | null {
  if (sets.length === 0) return null;
  const best = columns.map(() => 0);
  let inOrder = 0;
  const sign = columns.slice(1).map(({ turned }, i) => Math.sign(meanDifference(columns[i].turned, turned)));
  for (const counts of sets) {
    // From the first design: sums of what each is ahead of it.
    const ahead = columns.map(({ turned }) => sumOfDifferences(turned, columns[0].turned, counts));
    const most = Math.max(...ahead);
    const first = ahead.filter((sum) => sum === most).length;
    ahead.forEach((sum, i) => {
      if (sum === most) best[i] += 1 / first;
    });
    const same = sign.every(
      (wanted, i) => Math.sign(sumOfDifferences(columns[i].turned, columns[i + 1].turned, counts)) === wanted,
    );
    if (same) inOrder++;
  }
  return { order: inOrder / sets.length, best: best.map((count) => count / sets.length) };
}

function sumOfDifferences(a: readonly number[], b: readonly number[], counts: Uint32Array): number {
  let sum = 0;
  for (let r = 0; r < counts.length; r++) if (counts[r] > 0) sum += counts[r] * (a[r] - b[r]);
  return sum;
}

const meanDifference = (a: readonly number[], b: readonly number[]): number =>
  meanOf(a.map((value, r) => value - b[r]));

/** Whether numbers fall from column to column, and are equal where the columns are equal in every run. */
function followsOrder(columns: readonly Column[], read: (column: Column) => number): boolean {
  return columns.slice(1).every((lower, i) => {
    const difference = read(columns[i]) - read(lower);
    return difference > 0 || (difference === 0 && meanDifference(columns[i].turned, lower.turned) === 0);
  });
}

function neighboursOf(upper: Column, lower: Column): Neighbours {
  const { mean, sd, lo, hi, unpaired } = differenceBetween(upper, lower);
  const narrows = unpaired ? lo !== hi : sd !== null && sd !== 0;
  return {
    upper: upper.design,
    lower: lower.design,
    mean,
    sd,
    lo,
    hi,
    ...(unpaired && { unpaired }),
    moreToHalve: narrows ? moreToHalve(upper.values.length) : null,
  };
}

function toldApart(upper: Column, lower: Column): boolean | null {
  const { lo, hi } = neighboursOf(upper, lower);
  return lo === null || hi === null ? null : lo > 0 || hi < 0;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const averaged = (rows: readonly number[][]): number[] =>
  rows[0].map((_, i) => rows.reduce((sum, row) => sum + row[i], 0) / rows.length);

function shareOf(count: number, holds: (at: number) => boolean): number {
  let held = 0;
  for (let at = 0; at < count; at++) if (holds(at)) held++;
  return held / count;
}
