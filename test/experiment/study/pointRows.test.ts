import { describe, expect, it } from 'vitest';
import { pointRows } from '../../../src/experiment/study/pointRows.ts';
import { tQuantile } from '../../../src/statistics/index.ts';

describe('pointRows', () => {
  it('pairs the difference from the base by replicate', () => {
    const rows = pointRows(7, { a: { m: [1, 5, 9] }, b: { m: [2, 6, 13] } }, 'a');
    expect(rows.map(({ point, design, mean, difference }) => [point, design, mean, difference])).toEqual([
      [7, 'a', 5, null],
      [7, 'b', 7, 2],
    ]);
    // Differences 1, 1, 4: sd is the root of 3.
    const half = (tQuantile(0.975, 2) * Math.sqrt(3)) / Math.sqrt(3);
    expect(rows[1].differenceLo).toBeCloseTo(2 - half, 10);
    expect(rows[1].differenceHi).toBeCloseTo(2 + half, 10);
  });

  it('leaves out a pair of which one is undefined, and gives no interval to one run', () => {
    const [, b] = pointRows(0, { a: { m: [1, null] }, b: { m: [4, 6] } }, 'a');
    expect(b).toMatchObject({ mean: 5, n: 2, difference: 3, differenceLo: null });
    const [never] = pointRows(0, { a: { m: [null, null] } }, 'a');
    expect(never).toMatchObject({ mean: null, sd: null, n: 0, lo: null, hi: null });
  });

  it('takes slices apart', () => {
    const [row] = pointRows(0, { a: { 'parking.share[fifth=5]': [0.1, 0.2] } }, 'a');
    expect(row).toMatchObject({ measure: 'parking.share', slice: 'fifth=5' });
  });
});
