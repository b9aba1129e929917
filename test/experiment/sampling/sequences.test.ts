import { describe, expect, it } from 'vitest';
import { directionNumbers } from '../../../src/experiment/sampling/directionNumbers.ts';
import {
  grid,
  latinHypercube,
  MOST_COORDINATES,
  sobolSequence,
  type UnitPoint,
} from '../../../src/experiment/sampling/index.ts';
import { drawStream, seedKey } from '../../../src/random/index.ts';

const key = seedKey('points');

/** How many points lie in each of n strata of a coordinate. */
function perStratum(points: readonly UnitPoint[], coordinate: number, n: number): number[] {
  const counts = new Array<number>(n).fill(0);
  for (const point of points) counts[Math.floor(point[coordinate] * n)]++;
  return counts;
}
const once = (n: number) => new Array<number>(n).fill(1);
const open = (points: readonly UnitPoint[]) => points.every((point) => point.every((u) => u > 0 && u < 1));

describe('a grid', () => {
  it('has every combination once, the last parameter changing fastest', () => {
    expect(grid([[1, 2], [3], [4, 5]])).toEqual([
      [1, 3, 4],
      [1, 3, 5],
      [2, 3, 4],
      [2, 3, 5],
    ]);
    expect(grid([])).toEqual([[]]);
    expect(grid([[1, 2], []])).toEqual([]);
  });
});

describe('a Latin hypercube', () => {
  it('has one point in each stratum of every coordinate, inside the open cube', () => {
    const points = latinHypercube(37, 9, key);
    for (let j = 0; j < 9; j++) expect(perStratum(points, j, 37)).toEqual(once(37));
    expect(open(points)).toBe(true);
    expect(latinHypercube(0, 3, key)).toEqual([]);
  });

  it('repeats by its key and sample, and a coordinate more moves none of the others', () => {
    expect(latinHypercube(12, 4, key)).toEqual(latinHypercube(12, 4, key));
    expect(latinHypercube(12, 4, key, 1)).not.toEqual(latinHypercube(12, 4, key));
    const wider = latinHypercube(12, 5, key);
    expect(latinHypercube(12, 4, key).map((point) => [...point])).toEqual(
      wider.map((point) => [...point].slice(0, 4)),
    );
  });
});

describe('the Sobol sequence', () => {
  it('begins with the published points', () => {
    // As listed on the page of Joe and Kuo and by other programs with their numbers.
    expect(sobolSequence(8, 4).map((point) => [...point])).toEqual([
      [0, 0, 0, 0],
      [0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.25],
      [0.25, 0.75, 0.75, 0.75],
      [0.375, 0.375, 0.625, 0.875],
      [0.875, 0.875, 0.125, 0.375],
      [0.625, 0.125, 0.875, 0.625],
      [0.125, 0.625, 0.375, 0.125],
    ]);
    // Points of high dimension from SciPy 1.17 (qmc.Sobol, 32 bits, not scrambled).
    const points = sobolSequence(4096, MOST_COORDINATES);
    expect(points[77][99]).toBe(0.8671875);
    expect(points[1000][199]).toBe(0.8427734375);
    expect(points[3001][777]).toBe(0.245849609375);
    expect(points[4095][1110]).toBe(0.338623046875);
  });

  it('has direction numbers that are odd and below their power of two, of as many polynomials as it says', () => {
    const numbers = directionNumbers();
    expect(numbers.length).toBe(MOST_COORDINATES - 1);
    expect(new Set(numbers.map(({ polynomial }) => polynomial)).size).toBe(numbers.length);
    for (const { polynomial, initial } of numbers) {
      expect(31 - Math.clz32(polynomial)).toBe(initial.length);
      expect(initial.every((m, i) => m % 2 === 1 && m < 2 ** (i + 1))).toBe(true);
    }
    expect(() => sobolSequence(2, MOST_COORDINATES + 1)).toThrow(/at most 1111/);
  });

  it.each([undefined, key])('has one of 2^k points in each of as many strata, key %o', (by) => {
    const points = sobolSequence(256, 60, by);
    for (let j = 0; j < 60; j++)
      for (const n of [2, 16, 256]) expect(perStratum(points.slice(0, n), j, n)).toEqual(once(n));
  });

  it('keeps pairs of the first coordinates even when scrambled: one point in each box of any shape', () => {
    // The first two coordinates are a (0, k, 2)-net: 64 points fill all boxes 2^-a × 2^-(6-a).
    const points = sobolSequence(64, 2, key);
    for (const wide of [1, 2, 4, 8, 16, 32, 64]) {
      const boxes = points.map(([x, y]) => `${Math.floor(x * wide)} ${Math.floor((y * 64) / wide)}`);
      expect(new Set(boxes).size).toBe(64);
    }
  });

  it('is scrambled by its key and sample, never touches 0 or 1, and goes on as it began', () => {
    const points = sobolSequence(128, 20, key);
    expect(open(points)).toBe(true);
    expect(sobolSequence(128, 20, key, 1)).not.toEqual(points);
    expect(sobolSequence(128, 20, seedKey('other'))).not.toEqual(points);
    expect(sobolSequence(256, 20, key).slice(0, 128)).toEqual(points);
  });

  it('gives every point a uniform place when scrambled', () => {
    // The point 0 would be the corner of every sequence; over samples its place has to be uniform. Mean ½ ± 4 standard
    // errors: a false alarm in 16,000.
    const first = Array.from({ length: 400 }, (_, sample) => sobolSequence(1, 3, key, sample)[0]);
    for (let j = 0; j < 3; j++) {
      const mean = first.reduce((sum, point) => sum + point[j], 0) / 400;
      expect(Math.abs(mean - 0.5)).toBeLessThan(4 / Math.sqrt(12 * 400));
      expect(perStratum(first, j, 4).every((count) => count > 60)).toBe(true);
    }
  });

  it('integrates a smooth function far better than luck', () => {
    // Product of 1 + (x − ½)/j over five coordinates, with integral 1: root mean squared error over 20 samples.
    const value = (point: ArrayLike<number>) => {
      let product = 1;
      for (let j = 0; j < 5; j++) product *= 1 + (point[j] - 0.5) / (j + 1);
      return product;
    };
    const error = (points: (sample: number) => ArrayLike<number>[]) => {
      let squares = 0;
      for (let sample = 0; sample < 20; sample++) {
        const all = points(sample);
        squares += (all.reduce((sum, point) => sum + value(point), 0) / all.length - 1) ** 2;
      }
      return Math.sqrt(squares / 20);
    };
    const luck = error((sample) => {
      const stream = drawStream(key, sample, 1);
      return Array.from({ length: 512 }, (_, i) => Array.from({ length: 5 }, (_, j) => stream.uniform(i, j)));
    });
    const latin = error((sample) => latinHypercube(512, 5, key, sample));
    const sobol = error((sample) => sobolSequence(512, 5, key, sample));
    expect(latin).toBeLessThan(luck / 2);
    expect(sobol).toBeLessThan(luck / 30);
  });
});
