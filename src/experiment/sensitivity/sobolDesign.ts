import type { SeedKey } from '../../random/index.ts';
import type { UnitPoint } from '../sampling/points.ts';
import { sobolSequence } from '../sampling/sobolSequence.ts';
import type { Move } from './morrisDesign.ts';

/** Points to compute, row by row: A, B, then A with each parameter in turn taken from B. */
export interface SobolDesign {
  points: UnitPoint[];
  /** From A to A with one parameter from B: a move of this parameter alone. */
  moves: Move[];
  /** [point] its row. */
  row: number[];
}

/**
 * The sample of Saltelli and others (2010): n rows of two independent points A and B and of A with one parameter from B, so
 * n·(k + 2) points. A and B are halves of one scrambled Sobol’ point of 2k coordinates. Powers of two are the n to
 * ask for; the first n rows of more are the rows of n.
 *
 * @throws RangeError for more parameters than half of `MOST_COORDINATES`
 */
export function sobolDesign(n: number, k: number, key: SeedKey, sample = 0): SobolDesign {
  const design: SobolDesign = { points: [], moves: [], row: [] };
  for (const [row, both] of sobolSequence(n, 2 * k, key, sample).entries()) {
    const a = both.slice(0, k);
    const b = both.slice(k);
    const first = design.points.length;
    design.points.push(a, b);
    for (let parameter = 0; parameter < k; parameter++) {
      const mixed = a.slice();
      mixed[parameter] = b[parameter];
      design.moves.push({ parameter, from: first, to: design.points.push(mixed) - 1 });
    }
    for (let i = 0; i < k + 2; i++) design.row.push(row);
  }
  return design;
}
