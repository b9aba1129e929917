import { describe, expect, it } from 'vitest';
import type { MeasuredDesign } from '../../../src/experiment/ranking/columns.ts';
import { moreToHalve } from '../../../src/experiment/ranking/halving.ts';
import { middlePlace, placesOf } from '../../../src/experiment/ranking/places.ts';
import { rankDesigns, rankingKeys } from '../../../src/experiment/ranking/rankDesigns.ts';
import { rankMeasure } from '../../../src/experiment/ranking/rankMeasure.ts';
import { resampleCounts } from '../../../src/experiment/ranking/resample.ts';
import { tQuantile } from '../../../src/statistics/index.ts';

const measured = (values: Record<string, (number | null)[]>): MeasuredDesign[] =>
  Object.entries(values).map(([design, own]) => ({ design, values: own, people: 'same' }));
const resamples = (n: number) => resampleCounts('test', n);
const rank = (values: Record<string, (number | null)[]>, better: 'higher' | 'lower' | null = 'higher') =>
  rankMeasure('m', better, measured(values), resamples);

describe('places of numbers', () => {
  it('are shared evenly by equal numbers, and add up to one in rows and columns', () => {
    expect(placesOf([3, 5, 3, 1])).toEqual([
      [0, 0.5, 0.5, 0],
      [1, 0, 0, 0],
      [0, 0.5, 0.5, 0],
      [0, 0, 0, 1],
    ]);
    expect([0, 1, 2, 3].map((i) => middlePlace([3, 5, 3, 1], i))).toEqual([2.5, 1, 2.5, 4]);
  });
});

describe('a ranking', () => {
  it('counts by hand: best, worst, places, the same order', () => {
    // a leads in three of four runs, b in one; c is always last.
    const found = rank({ c: [0, 0, 0, 0], a: [3, 3, 3, 1], b: [2, 2, 2, 2] });
    expect(
      found.designs.map(({ design, best, worst, ranks, rank }) => [design, best, worst, ranks, rank]),
    ).toEqual([
      ['a', 0.75, 0, [0.75, 0.25, 0], 1],
      ['b', 0.25, 0, [0.25, 0.75, 0], 2],
      ['c', 0, 1, [0, 0, 1], 3],
    ]);
    expect([found.sameOrder, found.tiedFirst, found.replicates]).toEqual([0.75, 0, 4]);
    const differences = [1, 1, 1, -1];
    const half =
      (tQuantile(0.975, 3) * Math.sqrt(differences.reduce((s, d) => s + (d - 0.5) ** 2, 0) / 3)) / 2;
    expect(found.neighbours[0]).toMatchObject({ upper: 'a', lower: 'b', mean: 0.5 });
    expect(found.neighbours[0].lo).toBeCloseTo(0.5 - half, 12);
    expect(found.neighbours[0].hi).toBeCloseTo(0.5 + half, 12);
  });

  it('turns round where lower is better, and has values as they are', () => {
    const found = rank({ dear: [9, 8], cheap: [1, 2] }, 'lower');
    expect(found.designs.map(({ design, mean, best }) => [design, mean, best])).toEqual([
      ['cheap', 1.5, 1],
      ['dear', 8.5, 0],
    ]);
    expect(found.neighbours[0].mean).toBe(-7);
    expect(rank({ low: [1, 2], high: [9, 8] }, null).designs[0].design).toBe('high');
  });

  it('lets designs that are the same in every run tie, and says so in every figure', () => {
    const found = rank({ one: [1, 2, 3], two: [1, 2, 3], last: [0, 0, 0] });
    expect(found.designs.map(({ design, rank, best, bestMean }) => [design, rank, best, bestMean])).toEqual([
      ['one', 1.5, 0.5, 0.5],
      ['two', 1.5, 0.5, 0.5],
      ['last', 3, 0, 0],
    ]);
    expect([found.tiedFirst, found.sameOrder, found.orderHolds]).toEqual([1, 1, 1]);
    expect(found.neighbours[0]).toMatchObject({ mean: 0, lo: 0, hi: 0, moreToHalve: null });
  });

  it('is certain of a clear winner, and in doubt where runs disagree', () => {
    const clear = rank({ a: [10, 11, 12, 13], b: [1, 2, 3, 4] });
    expect([clear.orderHolds, clear.designs[0].bestMean]).toEqual([1, 1]);
    // Means of 0.5 and 0.4 with a spread far larger.
    const noise = [1, -1, 2, -2, 1.5, -1.5, 0.5, -0.5];
    const doubt = rank({ a: noise.map((x) => 0.5 + x), b: noise.map((x) => 0.4 - x) });
    expect(doubt.orderHolds).toBeGreaterThan(0.4);
    expect(doubt.orderHolds).toBeLessThan(0.7);
  });

  it('gives the probability that a hand can work out: two runs against one another', () => {
    // The mean of two draws from (+3, −1) is above 0 unless both are −1, and then below: 3 in 4.
    const found = rank({ a: [3, -1], b: [0, 0] });
    // Five standard errors of 2,000 resamples.
    expect(Math.abs(found.orderHolds! - 0.75)).toBeLessThan(5 * Math.sqrt((0.75 * 0.25) / 2000));
  });

  it('looks at runs in which all have a number, and leaves out who never has one', () => {
    const found = rankMeasure(
      'm',
      'higher',
      [
        ...measured({ a: [1, null, 3], b: [0, 5, 0] }),
        { design: 'none', values: [null, null, null], why: 'nobody was attached', people: 'same' },
      ],
      resamples,
    );
    expect(found.replicates).toBe(2);
    expect(found.designs.map(({ design, mean }) => [design, mean])).toEqual([
      ['a', 2],
      ['b', 0],
    ]);
    expect(found.unranked).toEqual([{ design: 'none', why: 'nobody was attached' }]);
    const never = rank({ a: [1, null], b: [null, 1] });
    expect([never.designs.length, never.unranked.length]).toEqual([0, 2]);
  });

  it('says nothing of luck from one run, and pairs nobody with other people', () => {
    const one = rank({ a: [2], b: [1] });
    expect([one.orderHolds, one.designs[0].bestMean, one.designs[0].lo]).toEqual([null, null, null]);
    expect(one.neighbours[0]).toMatchObject({ mean: 1, sd: null, lo: null, moreToHalve: null });
    const people = [
      { design: 'a', values: [1, 2, 3], people: 'here' },
      { design: 'b', values: [0, 1, 2], people: 'there' },
    ];
    const [next] = rankMeasure('m', 'higher', people, resamples).neighbours;
    expect(next.unpaired).toBe(true);
    // Paired the difference would be exactly 1 in every run.
    expect(next.hi! - next.lo!).toBeCloseTo(2 * tQuantile(0.975, 4) * Math.sqrt(2 / 3), 10);
  });

  it('hangs on the seed and on nothing else', () => {
    expect(resampleCounts('a', 5)).toEqual(resampleCounts('a', 5));
    expect(resampleCounts('a', 5)).not.toEqual(resampleCounts('b', 5));
    for (const counts of resampleCounts('a', 7)) expect(counts.reduce((sum, one) => sum + one, 0)).toBe(7);
  });
});

describe('replicates that halve an interval', () => {
  it('are the fewest that do, about three times those that there are', () => {
    const width = (n: number) => tQuantile(0.975, n - 1) / Math.sqrt(n);
    for (const n of [2, 3, 6, 20, 100, 1000]) {
      const m = n + moreToHalve(n)!;
      expect(width(m)).toBeLessThanOrEqual(width(n) / 2);
      expect(width(m - 1)).toBeGreaterThan(width(n) / 2);
    }
    expect(moreToHalve(1000)).toBeGreaterThan(2990);
    expect(moreToHalve(1000)).toBeLessThanOrEqual(3000);
    expect(moreToHalve(2)).toBe(1);
    expect(moreToHalve(1)).toBeNull();
  });
});

describe('measures to rank by', () => {
  it('have the direction of the catalogue unless another is stated', () => {
    expect(rankingKeys(['outcome.rate[fifth=5]', 'creaming.concentration', 'paid.total:higher'])).toEqual([
      { measure: 'outcome.rate[fifth=5]', better: 'higher' },
      { measure: 'creaming.concentration', better: null },
      { measure: 'paid.total', better: 'higher' },
    ]);
    expect(() => rankingKeys(['outcome.rat'])).toThrow('no measure outcome.rat');
  });

  it('are left out where no design has a number', () => {
    const keys = rankingKeys(['outcome.rate', 'harm.parking']);
    const ranking = rankDesigns(
      keys,
      (key) => measured({ a: key === 'outcome.rate' ? [1, 2] : [null, null], b: [null, null] }),
      'seed',
    );
    expect(ranking.measures.map(({ measure }) => measure)).toEqual(['outcome.rate']);
  });
});
