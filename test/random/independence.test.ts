import { describe, expect, it } from 'vitest';
import { type Decision, decisions, drawStream, nameIndex, seedKey } from '../../src/random/index.ts';

const N = 4096;
const SERIES = 32;
const PAIRS = (SERIES * (SERIES - 1)) / 2;
const key = seedKey('independence');
/** Near each other and far apart: a generator that mixes its key badly shows it in one of the two. */
const apart = (n: number): number => (n < SERIES / 2 ? n : (0x9e3779b1 * n) >>> 0);
const names = Array.from({ length: SERIES }, (_, n) => `barrier${n}`);

/** Draw i of series n, where what stands before the colon tells the series apart and the other number walks. */
const walks: [string, (n: number, i: number) => number][] = [
  ['replicates', series((n) => drawStream(key, apart(n), decisions.transition))],
  ['decisions', series((n) => drawStream(key, 0, (((2 * n) % 66) + 1) as Decision))],
  ['indices', series((n) => drawStream(key, 0, decisions.transition, apart(n)))],
  ['names', series((n) => drawStream(key, 0, decisions.barrierOwn, nameIndex(names[n])))],
  ['seeds', series((n) => drawStream(seedKey(`seed ${n}`), 0, decisions.transition))],
  ['entities', along((n, i) => [apart(n), i])],
  ['steps', along((n, i) => [i, apart(n)])],
];

function series(of: (n: number) => ReturnType<typeof drawStream>): (n: number, i: number) => number {
  const streams = Array.from({ length: SERIES }, (_, n) => of(n));
  return (n, i) => streams[n].uniform(i, 3);
}
function along(place: (n: number, i: number) => [number, number]): (n: number, i: number) => number {
  const stream = drawStream(key, 1, decisions.dropOut);
  return (n, i) => stream.uniform(...place(n, i));
}

describe.each(walks)('series told apart by their %s', (_, draw) => {
  const all = Array.from({ length: SERIES }, (_, n) =>
    Float64Array.from({ length: N }, (_, i) => draw(n, i)),
  );

  it('have correlations as those of independent ones, all pairs together and each alone', () => {
    let squares = 0;
    let largest = 0;
    for (let a = 0; a < SERIES; a++)
      for (let b = 0; b < a; b++) {
        let sum = 0;
        for (let i = 0; i < N; i++) sum += (all[a][i] - 0.5) * (all[b][i] - 0.5);
        const errors = (12 * sum) / Math.sqrt(N);
        squares += errors * errors;
        largest = Math.max(largest, Math.abs(errors));
      }
    // Squares of standard errors: chi square of 496 degrees, sd 31.5. Five sd either way, 7 tests: false alarm 2e-5.
    expect(Math.abs(squares - PAIRS)).toBeLessThan(5 * Math.sqrt(2 * PAIRS));
    // 496 × 7 correlations beyond 6 standard errors: 7e-6.
    expect(largest).toBeLessThan(6);
  });

  it('fall evenly into the cells of a square, neighbour beside neighbour, by their first and by their last bits', () => {
    const CELLS = 16;
    for (const fineness of [CELLS, 2 ** 52]) {
      const counts = new Float64Array(CELLS * CELLS);
      const cell = (u: number): number => Math.floor(u * fineness) % CELLS;
      for (let n = 1; n < SERIES; n++)
        for (let i = 0; i < N; i++) counts[CELLS * cell(all[n - 1][i]) + cell(all[n][i])]++;
      const expected = ((SERIES - 1) * N) / (CELLS * CELLS);
      const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      // Mean 255; each series is in two pairs, which leaves the mean and adds at most a tenth to the sd of 22.6. Six sd, 14 tests: 3e-7.
      expect(Math.abs(chiSquare - 255)).toBeLessThan(150);
    }
  });

  it('and in their order: the rank of one tells nothing of the same draw of the next', () => {
    // Three neighbours have six orders, each as likely. Blocks of three series do not overlap.
    const orders = new Float64Array(8);
    for (let n = 0; n + 2 < SERIES; n += 3)
      for (let i = 0; i < N; i++) {
        const [a, b, c] = [all[n][i], all[n + 1][i], all[n + 2][i]];
        orders[Number(a < b) + 2 * Number(b < c) + 4 * Number(a < c)]++;
      }
    const expected = (Math.floor(SERIES / 3) * N) / 6;
    // Of the eight answers two contradict themselves. Chi square of 5 degrees above 41: 9e-8, 7 tests 7e-7.
    const possible = [0, 1, 2, 5, 6, 7].map((order) => orders[order]);
    expect(orders[3] + orders[4]).toBe(0);
    expect(possible.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)).toBeLessThan(41);
  });
});
