import { describe, expect, it } from 'vitest';
import { sobolDesign, sobolIndices } from '../../../src/experiment/sensitivity/index.ts';
import { seedKey } from '../../../src/random/index.ts';
import type { Estimate } from '../../../src/tables/sensitivity.ts';
import { ishigami, sobolG, type TestFunction } from './testFunctions.ts';

const key = seedKey('indices');

function analyse(f: TestFunction, n: number, sample = 0, times?: number) {
  const { points } = sobolDesign(n, f.parameters.length, key, sample);
  return sobolIndices(f.parameters, points.map(f.value), { key, times });
}

/**
 * Within the interval made half as wide again on both sides, and that interval is no wider than `width`. That is 2.9 standard errors: a
 * false alarm in 300 for each figure, and in 20 for all 16 below, if intervals were exact.
 */
function expectNear({ value, lo, hi }: Estimate, truth: number, width: number) {
  expect(hi! - lo!).toBeLessThan(width);
  const half = (hi! - lo!) / 2;
  expect(truth).toBeGreaterThanOrEqual(lo! - half);
  expect(truth).toBeLessThanOrEqual(hi! + half);
  expect(Math.abs(value! - truth)).toBeLessThan(0.02);
}

describe('the design of Sobol indices', () => {
  it('has rows of A, B and A with one parameter from B, and tells which move is which', () => {
    const { points, moves, row } = sobolDesign(4, 3, key);
    expect(points.length).toBe(4 * 5);
    expect(row.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 1]);
    for (const { parameter, from, to } of moves) {
      const b = points[from + 1];
      expect([...points[to]]).toEqual([...points[from]].map((u, i) => (i === parameter ? b[i] : u)));
    }
    expect(sobolDesign(8, 3, key).points.slice(0, 20)).toEqual(points);
  });
});

describe('Sobol indices', () => {
  it.each([
    ['Ishigami', ishigami()],
    ['Sobol-G', sobolG([0, 1, 4.5, 9, 99])],
  ])('are those in closed form for %s', (_, f) => {
    const { indices, dropped, rows } = analyse(f, 2048);
    expect([rows, dropped]).toEqual([2048, 0]);
    for (const [i, { parameter, first, total }] of indices.entries()) {
      expect(parameter).toBe(f.parameters[i]);
      expectNear(first, f.first[i], 0.15);
      expectNear(total, f.total[i], 0.15);
    }
  });

  it('have intervals that cover the truth as often as they say, or oftener', () => {
    // 60 samples of 64 rows × 6 indices at 95%. Indices of a sample go together; below 90% of 360 would be a fault.
    const f = ishigami();
    let covered = 0;
    for (let sample = 0; sample < 60; sample++)
      for (const [i, { first, total }] of analyse(f, 64, sample, 400).indices.entries()) {
        if (first.lo! <= f.first[i] && f.first[i] <= first.hi!) covered++;
        if (total.lo! <= f.total[i] && f.total[i] <= total.hi!) covered++;
      }
    expect(covered / 360).toBeGreaterThan(0.9);
  });

  it('leave out a row with a failed point whole, and count it', () => {
    const f = ishigami();
    const { points } = sobolDesign(64, 3, key);
    const outputs: (number | null)[] = points.map(f.value);
    const all = sobolIndices(f.parameters, outputs, { key });
    // One point of the last row and two of the row before it.
    for (const at of [319, 312, 314]) outputs[at] = null;
    const some = sobolIndices(f.parameters, outputs, { key });
    expect([some.rows, some.dropped]).toEqual([62, 2]);
    const shorter = sobolIndices(f.parameters, outputs.slice(0, 62 * 5), { key });
    expect(some.indices).toEqual(shorter.indices);
    expect(some.indices).not.toEqual(all.indices);
  });

  it('are undefined with the reason, and never not-a-number, where nothing varies or too little is left', () => {
    const { points } = sobolDesign(16, 2, key);
    for (const constant of [0, 0.1, 1e9]) {
      const { indices, variance } = sobolIndices(
        ['a', 'b'],
        points.map(() => constant),
        { key },
      );
      expect(variance).toBe(0);
      for (const { first, total } of indices)
        for (const estimate of [first, total])
          expect(estimate).toEqual({
            value: null,
            lo: null,
            hi: null,
            why: 'the measure is the same at every point',
          });
    }
    const nearly = points.map((_, i) => 0.1 + (i % 3) * 1e-17);
    expect(sobolIndices(['a', 'b'], nearly, { key }).indices[0].first.value).toBeNull();
    const lost = points.map((_, i) => (i < 4 ? i : null));
    const { indices, rows, dropped } = sobolIndices(['a', 'b'], lost, { key });
    expect([rows, dropped]).toEqual([1, 15]);
    expect(indices[0].total.why).toMatch(/fewer than two rows/);
  });

  it('are exact for a parameter that does nothing and for one that does all', () => {
    const { points } = sobolDesign(64, 2, key);
    const { indices } = sobolIndices(
      ['all', 'nothing'],
      points.map(([x]) => 5 * x),
      { key },
    );
    expect(indices[1].first.value).toBe(0);
    expect(indices[1].total).toEqual({ value: 0, lo: 0, hi: 0 });
    expect(indices[0].first.value).toBeCloseTo(1, 1);
  });
});
