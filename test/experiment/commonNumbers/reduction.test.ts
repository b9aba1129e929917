import { describe, expect, it } from 'vitest';
import { decisions, drawStream, seedKey } from '../../../src/random/index.ts';
import { headlineKeys } from '../../../src/words/comparison.ts';
import { repository } from '../../docs/repository.ts';
import { readCommonNumbers } from './record.ts';
import { reduction } from './reduction.ts';

/** Two designs with luck in common and luck of their own, of which the common part has `shared` times the variance. */
function designs(shared: number, runs: number, set: number): [number[], number[]] {
  const normal = (index: number, run: number): number =>
    drawStream(seedKey('reduction'), set, decisions.resample, index).normal(run, 0);
  const one = (index: number) =>
    Array.from({ length: runs }, (_, run) => Math.sqrt(shared) * normal(0, run) + normal(index, run));
  return [one(1), one(2)];
}

describe('how much less a difference varies in common luck', () => {
  it('is one and the common part of the variance over the own one', () => {
    for (const shared of [0, 1, 9]) {
      const { factor } = reduction(...designs(shared, 20_000, 1));
      // The logarithm of a ratio of variances of 20,000 runs has a standard error of 0.014: five of them, three tests, 2e-6.
      expect(Math.abs(Math.log(factor! / (1 + shared)))).toBeLessThan(0.07);
    }
  });

  it('has an interval that holds the truth in 95 of 100 trials', () => {
    let held = 0;
    for (let set = 0; set < 400; set++) {
      const { lo, hi } = reduction(...designs(4, 30, set));
      if (lo! <= 5 && hi! >= 5) held++;
    }
    // 380 with a standard deviation of 4.4: five of them either way, 6e-7.
    expect(Math.abs(held - 380)).toBeLessThan(22);
  });

  it('is undefined where the difference is the same in every run', () => {
    expect(reduction([1, 2, 3], [2, 3, 4])).toEqual({ factor: null, lo: null, hi: null });
    expect(reduction([1, 2], [2, 4])).toEqual({ factor: 0.5 * (1 + 9), lo: null, hi: null });
  });
});

describe('the recorded trial', () => {
  const trial = readCommonNumbers(repository)!;

  it('holds designs of main scenarios against their base in headline measures, with sound intervals', () => {
    expect(trial.scenarios.length).toBeGreaterThan(5);
    const all = trial.scenarios.flatMap(({ designs }) => designs.flatMap(({ contrasts }) => contrasts));
    expect(all.length).toBeGreaterThan(50);
    for (const { measure, factor, lo, hi } of all) {
      expect(headlineKeys).toContain(measure);
      if (factor !== null) expect([lo! <= factor, factor <= hi!]).toEqual([true, true]);
    }
  });
});
