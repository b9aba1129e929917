import { describe, expect, it, vi } from 'vitest';
import { buildDistribution, type DistributionSpec, decisions, drawStream } from '../../src/random/index.ts';

/** What the generator gives in place of its own words: both ends of what words can be, which no search would find. */
const { given } = vi.hoisted(() => ({ given: { first: 0, second: 0 } }));
vi.mock('../../src/random/threefry.ts', async (original) => ({
  ...(await original<typeof import('../../src/random/threefry.ts')>()),
  firstWord: {
    get 0() {
      return given.first;
    },
  },
  threefry: () => given.second,
}));

const ONES = -1;
const LARGEST = 0x7fffffff;
const SMALLEST = -0x80000000;
const ends = [0, 1, ONES, LARGEST, SMALLEST];
const pairs = ends.flatMap((first) => ends.map((second) => [first, second] as const));
const stream = drawStream([1, 2], 0, decisions.skill);

const specs: DistributionSpec[] = [
  { dist: 'constant', value: 3 },
  { dist: 'uniform', min: -1, max: 4 },
  { dist: 'normal', mean: 2, sd: 3 },
  { dist: 'truncatedNormal', mean: 0, sd: 1, min: 5, max: 7 },
  { dist: 'lognormal', mean: 1, sigma: 0.6 },
  { dist: 'beta', a: 0.2, b: 0.3 },
  { dist: 'gamma', shape: 0.3, scale: 1 },
  { dist: 'exponential', mean: 4 },
  { dist: 'poisson', mean: 128 },
  { dist: 'binomial', n: 100000, p: 0.999 },
  { dist: 'bernoulli', p: 0.3 },
  { dist: 'triangular', min: 0, mode: 1, max: 5 },
  { dist: 'logitnormal', mu: -1, sigma: 8 },
];

describe.each(pairs)('where the generator gives the words %i and %i', (first, second) => {
  const give = (): void => {
    given.first = first;
    given.second = second;
  };

  it('every uniform lies between 0 and 1, and is neither', () => {
    give();
    const filled = new Float64Array(1);
    stream.fillUniform(filled, Uint32Array.of(7), 0, 1);
    stream.uniformPair(7, 0);
    const uniforms = [stream.uniform(7, 0), filled[0], stream.u0, stream.u1];
    for (const u of uniforms) expect(u > 0 && u < 1).toBe(true);
    // The same mark of half a step, wherever the word lies: 52 bits from both words, 32 from one.
    const high = first >>> 6;
    const low = second >>> 6;
    expect(uniforms.slice(0, 2)).toEqual(new Array(2).fill((high * 2 ** 26 + low + 0.5) / 2 ** 52));
    expect(uniforms.slice(2)).toEqual([first, second].map((word) => ((word >>> 0) + 0.5) / 2 ** 32));
  });

  it('words are unsigned, and normal numbers and all distributions finite and in their bounds', () => {
    give();
    stream.words(7, 0);
    expect([stream.w0, stream.w1]).toEqual([first >>> 0, second >>> 0]);
    const filled = new Float64Array(1);
    stream.fillNormal(filled, Uint32Array.of(7), 0, 1);
    for (const z of [stream.normal(7, 0), filled[0]]) expect(Math.abs(z)).toBeLessThan(8.3);
    stream.uniformPair(7, 0);
    for (const spec of specs) {
      const { quantile, min, max } = buildDistribution(spec);
      for (const u of [stream.uniform(7, 0), stream.u0, stream.u1]) {
        const value = quantile(u);
        expect([spec.dist, u, Number.isFinite(value) && value >= min && value <= max]).toEqual([
          spec.dist,
          u,
          true,
        ]);
      }
    }
  });
});
