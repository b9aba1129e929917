import { describe, expect, it } from 'vitest';
import {
  buildDistribution,
  type DistributionSpec,
  decisions,
  distributionProblem,
  distributionRegistry,
  drawStream,
  nameIndex,
  seedKey,
} from '../../src/random/index.ts';

const specs: DistributionSpec[] = [
  { dist: 'constant', value: 3 },
  { dist: 'uniform', min: -1, max: 4 },
  { dist: 'normal', mean: 2, sd: 3 },
  { dist: 'truncatedNormal', mean: 0.5, sd: 0.3, min: 0, max: 1 },
  { dist: 'truncatedNormal', mean: 0, sd: 1, min: 5, max: 7 },
  { dist: 'truncatedNormal', mean: 0, sd: 1, min: -7, max: -5 },
  { dist: 'lognormal', mean: 1, sigma: 0.6 },
  { dist: 'beta', a: 2, b: 5 },
  { dist: 'beta', a: 0.2, b: 0.3 },
  { dist: 'gamma', shape: 2, scale: 3 },
  { dist: 'gamma', shape: 0.3, scale: 1 },
  { dist: 'exponential', mean: 4 },
  { dist: 'poisson', mean: 0.4 },
  { dist: 'poisson', mean: 128 },
  { dist: 'binomial', n: 20, p: 0.3 },
  { dist: 'binomial', n: 100000, p: 0.999 },
  { dist: 'bernoulli', p: 0.3 },
  { dist: 'triangular', min: 0, mode: 1, max: 5 },
  { dist: 'logitnormal', mu: 0.5, sigma: 1.2 },
  { dist: 'logitnormal', mu: -1, sigma: 8 },
];
const shown = (spec: DistributionSpec) => JSON.stringify(spec);

describe('the registry', () => {
  it('has every distribution tested here, and tests every one it has', () => {
    expect(new Set(specs.map((spec) => spec.dist))).toEqual(new Set(Object.keys(distributionRegistry)));
    for (const [name, kind] of Object.entries(distributionRegistry)) {
      expect(kind.name).toBe(name);
      expect(buildDistribution(specs.find((spec) => spec.dist === name)!).name).toBe(name);
    }
  });
});

describe('samples have the moments that the distribution claims', () => {
  const n = 20_000;
  for (const spec of specs) {
    it(shown(spec), () => {
      const distribution = buildDistribution(spec);
      const stream = drawStream(seedKey('moments'), 0, decisions.skill, nameIndex(shown(spec)));
      let sum = 0;
      let squares = 0;
      let fourths = 0;
      let outside = 0;
      for (let i = 0; i < n; i++) {
        const value = distribution.quantile(stream.uniform(i, 0));
        if (!(value >= distribution.min && value <= distribution.max)) outside += 1;
        const away = value - distribution.mean;
        sum += away;
        squares += away * away;
        fourths += away * away * away * away;
      }
      expect(outside).toBe(0);
      // Five standard errors, 40 tests: false alarm 2e-5 (the variance's error is taken from the sample).
      const error = Math.sqrt(distribution.variance / n);
      expect(Math.abs(sum / n)).toBeLessThanOrEqual(5 * error);
      const variance = squares / n;
      const varianceError = Math.sqrt((fourths / n - variance * variance) / n);
      expect(Math.abs(variance - distribution.variance)).toBeLessThanOrEqual(5 * varianceError);
    });
  }
});

describe('exact quantiles', () => {
  const cases: [DistributionSpec, number, number][] = [
    [{ dist: 'uniform', min: -1, max: 4 }, 0.2, 0],
    [{ dist: 'exponential', mean: 2 }, 0.5, 2 * Math.LN2],
    [{ dist: 'lognormal', mean: 1, sigma: 0.6 }, 0.5, 0.835270211411272],
    [{ dist: 'beta', a: 1, b: 3 }, 0.488, 0.2],
    [{ dist: 'gamma', shape: 1, scale: 5 }, 0.5, 5 * Math.LN2],
    [{ dist: 'triangular', min: 0, mode: 1, max: 5 }, 0.2, 1],
    [{ dist: 'truncatedNormal', mean: 3, sd: 2, min: 1, max: 5 }, 0.5, 3],
    [{ dist: 'logitnormal', mu: 0, sigma: 2 }, 0.5, 0.5],
  ];
  for (const [spec, u, value] of cases) {
    it(`${shown(spec)} at ${u}`, () => expect(buildDistribution(spec).quantile(u)).toBeCloseTo(value, 13));
  }
  it('counts step where their cumulative probability does', () => {
    const tries = buildDistribution({ dist: 'binomial', n: 2, p: 0.5 });
    expect([0.2, 0.25, 0.2501, 0.75, 0.7501, 1 - 1e-16].map(tries.quantile)).toEqual([0, 0, 1, 1, 2, 2]);
    const arrivals = buildDistribution({ dist: 'poisson', mean: 1 });
    expect([0.3678, 0.3679, 0.7357, 0.7358].map(arrivals.quantile)).toEqual([0, 1, 1, 2]);
    // P(more than 40 | mean 8) is about 1e-16: no draw may land far beyond.
    expect(buildDistribution({ dist: 'poisson', mean: 8 }).quantile(1 - 1.2e-16)).toBeLessThan(45);
    expect(buildDistribution({ dist: 'bernoulli', p: 0.3 }).quantile(0.70001)).toBe(1);
    expect(buildDistribution({ dist: 'bernoulli', p: 0.3 }).quantile(0.7)).toBe(0);
  });
});

describe('quantiles', () => {
  for (const spec of specs) {
    it(`never fall and stay numbers out to the last uniform: ${shown(spec)}`, () => {
      const { quantile, min, max } = buildDistribution(spec);
      const ends = [1.2e-16, 1e-12, 1e-8, 1e-4];
      const grid = Array.from({ length: 1999 }, (_, i) => (i + 1) / 2000);
      let before = -Infinity;
      for (const u of [...ends, ...grid, ...ends.map((end) => 1 - end).reverse()].sort((a, b) => a - b)) {
        const value = quantile(u);
        expect(Number.isFinite(value) && value >= min && value <= max).toBe(true);
        expect(value).toBeGreaterThanOrEqual(before - 1e-13 * Math.abs(before));
        before = value;
      }
    });
  }
});

describe('no spread', () => {
  const flat: [DistributionSpec, number][] = [
    [{ dist: 'uniform', min: 2, max: 2 }, 2],
    [{ dist: 'normal', mean: 2, sd: 0 }, 2],
    [{ dist: 'truncatedNormal', mean: 2, sd: 0, min: 3, max: 4 }, 3],
    [{ dist: 'truncatedNormal', mean: 2, sd: 1, min: 4, max: 4 }, 4],
    [{ dist: 'lognormal', mean: 2, sigma: 0 }, 2],
    [{ dist: 'exponential', mean: 0 }, 0],
    [{ dist: 'poisson', mean: 0 }, 0],
    [{ dist: 'binomial', n: 0, p: 0.5 }, 0],
    [{ dist: 'binomial', n: 7, p: 1 }, 7],
    [{ dist: 'bernoulli', p: 0 }, 0],
    [{ dist: 'bernoulli', p: 1 }, 1],
    [{ dist: 'triangular', min: 2, mode: 2, max: 2 }, 2],
    [{ dist: 'logitnormal', mu: 0, sigma: 0 }, 0.5],
  ];
  for (const [spec, value] of flat) {
    it(`is a constant, never NaN: ${shown(spec)}`, () => {
      const distribution = buildDistribution(spec);
      for (const u of [1e-15, 0.5, 1 - 1e-15]) expect(distribution.quantile(u)).toBe(value);
      expect([distribution.mean, distribution.variance]).toEqual([value, 0]);
    });
  }
});

describe('what is wrong with a spec', () => {
  const wrong: [DistributionSpec, RegExp][] = [
    [{ dist: 'betta', a: 1, b: 2 }, /no distribution is called betta/],
    [{ dist: 'toString' }, /no distribution is called toString/],
    [{ dist: 'beta', a: 1 }, /needs b/],
    [{ dist: 'beta', a: 1, b: 2, c: 3 }, /no parameter c/],
    [{ dist: 'beta', a: 0, b: 2 }, /a must be above 0/],
    [{ dist: 'normal', mean: 1, sd: -1 }, /sd must be at least 0/],
    [{ dist: 'normal', mean: 'one', sd: 1 }, /finite number/],
    [{ dist: 'bernoulli', p: 1.2 }, /at most 1/],
    [{ dist: 'binomial', n: 2.5, p: 0.2 }, /whole number/],
    [{ dist: 'uniform', min: 2, max: 1 }, /above max/],
    [{ dist: 'triangular', min: 0, mode: 7, max: 5 }, /min ≤ mode ≤ max/],
    [{ dist: 'truncatedNormal', mean: 0, sd: 1, min: 50, max: 60 }, /standard deviations/],
  ];
  for (const [spec, message] of wrong) {
    it(shown(spec), () => {
      expect(distributionProblem(spec)).toMatch(message);
      expect(() => buildDistribution(spec)).toThrow(message);
    });
  }
});
