import { describe, expect, it } from 'vitest';
import { decisions, drawStream, seedKey } from '../../src/random/index.ts';
import {
  concentrationCurve,
  concentrationIndex,
  erreygers,
  splitConcentration,
  weightedMidRanks,
} from '../../src/statistics/index.ts';
import { expectEach } from './expectEach.ts';

const stream = drawStream(seedKey('concentration'), 0, decisions.shock);
const uniforms = (n: number, step: number) =>
  Float64Array.from({ length: n }, (_, i) => stream.uniform(i, step));
const ones = (n: number) => new Float64Array(n).fill(1);

describe('weighted mid-ranks', () => {
  it('are the middle of each tied block, ½ on average', () => {
    expect(Array.from(weightedMidRanks([30, 10, 20, 10], [1, 1, 1, 1]))).toEqual([0.875, 0.25, 0.625, 0.25]);
    expect(Array.from(weightedMidRanks([2, 1], [3, 1]))).toEqual([0.625, 0.125]);
    expect(Array.from(weightedMidRanks([7, 7, 7], [1, 2, 5]))).toEqual([0.5, 0.5, 0.5]);
    const weights = uniforms(500, 1);
    const ranks = weightedMidRanks(uniforms(500, 2), weights);
    let mean = 0;
    let total = 0;
    ranks.forEach((rank, i) => {
      mean += rank * weights[i];
      total += weights[i];
    });
    expect(mean / total).toBeCloseTo(0.5, 13);
  });
  it('people without weight have a rank and move nobody’s', () => {
    expect(Array.from(weightedMidRanks([1, 2, 3], [1, 0, 1]))).toEqual([0.25, 0.5, 0.75]);
  });
  it('without any weight there are none', () => {
    expect(Array.from(weightedMidRanks([1, 2], [0, 0]))).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('concentration index', () => {
  it('by hand: five fifths that get 5, 4, 3, 2, 1', () => {
    const rank = weightedMidRanks([1, 2, 3, 4, 5], ones(5));
    // cov = (5·(−.4) + 4·(−.2) + 2·.2 + 1·.4)/5 = −.4, mean 3.
    expect(concentrationIndex([5, 4, 3, 2, 1], ones(5), rank)).toBeCloseTo(-0.8 / 3, 14);
  });
  it('of under-five deaths by wealth in India 1982–92: −0.1694 (O’Donnell et al. 2008, chapter 8)', () => {
    const births = [29939, 28776, 26528, 24689, 19739];
    const deathsPerThousand = [154.7, 152.9, 119.5, 86.9, 54.3];
    const rank = weightedMidRanks([1, 2, 3, 4, 5], births);
    expect(concentrationIndex(deathsPerThousand, births, rank)).toBeCloseTo(-0.1694, 4);
  });
  it('is 0 where all get the same, and −(1 − 1/n) where the first of n gets all', () => {
    const rank = weightedMidRanks([1, 2, 3, 4], ones(4));
    expect(concentrationIndex([2, 2, 2, 2], ones(4), rank)).toBe(0);
    expect(concentrationIndex([9, 0, 0, 0], ones(4), rank)).toBeCloseTo(-0.75, 14);
    expect(concentrationIndex([0, 0, 0, 9], ones(4), rank)).toBeCloseTo(0.75, 14);
  });
  it('a weight of 3 is three people', () => {
    const whole = concentrationIndex([4, 1], [3, 2], weightedMidRanks([1, 2], [3, 2]));
    const people = concentrationIndex([4, 4, 4, 1, 1], ones(5), weightedMidRanks([1, 1, 1, 2, 2], ones(5)));
    expect(whole).toBeCloseTo(people!, 14);
  });
  it('is not defined where nobody gets anything, or nobody is there', () => {
    expect(concentrationIndex([0, 0], ones(2), [0.25, 0.75])).toBeNull();
    expect(concentrationIndex([1, 2], [0, 0], [0.25, 0.75])).toBeNull();
    expect(concentrationIndex([], [], [])).toBeNull();
  });
});

describe('split', () => {
  it('by hand: two groups that only differ between', () => {
    const rank = weightedMidRanks([1, 2, 3, 4], ones(4));
    const split = splitConcentration([3, 3, 1, 1], ones(4), rank, [0, 0, 1, 1], 2)!;
    expect(split.within).toBe(0);
    expect(split.between).toBeCloseTo(-0.25, 14);
    // Within the same groups, and nothing between: 3, 1 and 3, 1.
    const inside = splitConcentration([3, 1, 3, 1], ones(4), rank, [0, 0, 1, 1], 2)!;
    expect(inside.between).toBe(0);
    expect(inside.within).toBeCloseTo(-0.125, 14);
    expect(Array.from(inside.byGroup)).toEqual([-0.0625, -0.0625]);
  });
  it('leaves nothing over, whatever groups, weights and ties', () => {
    for (let round = 0; round < 20; round++) {
      const n = 400;
      const need = uniforms(n, 10 + round).map((u) => Math.floor(u * 30));
      const weights = uniforms(n, 50 + round).map((u) => (u < 0.2 ? 0 : u));
      const y = uniforms(n, 90 + round);
      const groups = uniforms(n, 130 + round).map((u, i) => Math.floor(u * 3 + need[i] / 20));
      const rank = weightedMidRanks(need, weights);
      const split = splitConcentration(y, weights, rank, groups, 6)!;
      expect(split.total).toBe(split.between + split.within);
      expect(Math.abs(split.total - concentrationIndex(y, weights, rank)!)).toBeLessThan(1e-14);
      expect(Math.abs(split.byGroup.reduce((a, b) => a + b) - split.within)).toBeLessThan(1e-15);
      expect(split.byGroup[5]).toBe(0);
    }
  });
  it('with one group all lies within; with none getting anything there is no index', () => {
    const rank = weightedMidRanks([1, 2, 3], ones(3));
    const split = splitConcentration([1, 2, 6], ones(3), rank, [0, 0, 0], 1)!;
    expect(Math.abs(split.between)).toBeLessThan(1e-16);
    expect(split.within).toBeCloseTo(concentrationIndex([1, 2, 6], ones(3), rank)!, 14);
    expect(splitConcentration([0, 0, 0], ones(3), rank, [0, 0, 0], 1)).toBeNull();
  });
});

describe('Erreygers’ index', () => {
  it('is 4·mean·C: by hand', () => {
    const rank = weightedMidRanks([1, 2, 3, 4], ones(4));
    const yes = [1, 1, 1, 0];
    expect(erreygers(yes, rank)).toBeCloseTo(4 * 0.75 * concentrationIndex(yes, ones(4), rank)!, 14);
    // The extreme: the easier half in, the harder half out.
    expect(erreygers([1, 1, 0, 0], rank)).toBe(-1);
    expect(erreygers([1, 1, 1, 1], rank)).toBe(0);
    expect(erreygers([0, 0, 0, 0], rank)).toBeNull();
  });
  it('turns its sign when yes and no change places, as the plain index does not', () => {
    const rank = weightedMidRanks([1, 2, 3, 4, 5], ones(5));
    expect(erreygers([1, 0, 1, 0, 0], rank)).toBeCloseTo(-erreygers([0, 1, 0, 1, 1], rank)!, 14);
  });
  it('takes weights', () => {
    const rank = weightedMidRanks([1, 2], [3, 1]);
    expect(erreygers([1, 0], rank, [3, 1])).toBeCloseTo(8 * (0.75 * (0.375 - 0.5)), 14);
  });
});

describe('concentration curve', () => {
  it('by hand', () => {
    const rank = weightedMidRanks([1, 2, 3, 4], ones(4));
    const curve = concentrationCurve([4, 3, 2, 1], ones(4), rank, 4)!;
    expect(Array.from(curve.people)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expectEach(curve.share, [0, 0.4, 0.7, 0.9, 1], 14);
  });
  it('is straight through a tied block', () => {
    const rank = weightedMidRanks([1, 1, 2, 2], ones(4));
    const curve = concentrationCurve([6, 0, 1, 1], ones(4), rank, 4)!;
    expectEach(curve.share, [0, 0.375, 0.75, 0.875, 1], 14);
  });
  it('encloses half of the index', () => {
    const need = uniforms(1000, 200);
    const y = uniforms(1000, 201).map((u, i) => u * (1.5 - need[i]));
    const rank = weightedMidRanks(need, ones(1000));
    const { share } = concentrationCurve(y, ones(1000), rank, 1000)!;
    let area = 0;
    for (let i = 0; i < 1000; i++) area += (share[i] + share[i + 1]) / 2000;
    expect(1 - 2 * area).toBeCloseTo(concentrationIndex(y, ones(1000), rank)!, 12);
  });
  it('is not defined where the index is not', () => {
    expect(concentrationCurve([0, 0], ones(2), [0.25, 0.75], 4)).toBeNull();
  });
});
