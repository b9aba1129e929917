import { decisions, drawStream, type SeedKey } from '../../random/index.ts';
import { ascendingOrder } from '../../statistics/order.ts';
import { latinHypercube } from '../sampling/latinHypercube.ts';
import type { UnitPoint } from '../sampling/points.ts';

/** One move of one parameter, all else as it was: between two points, by their numbers. */
export interface Move {
  parameter: number;
  from: number;
  to: number;
}

/** Points to compute and the moves between them. */
export interface MorrisDesign {
  points: UnitPoint[];
  moves: Move[];
  /** [point] the trajectory to which it belongs. */
  trajectory: number[];
}

/**
 * Trajectories of Morris (1991), Technometrics 33(2), 161–174: each begins at a point of a grid of `levels` levels and moves
 * every parameter once, in an order of its own, half the levels up or down. Where parameters begin and whither they move
 * is dealt out as in a Latin hypercube, so that with as many trajectories as levels, or a multiple, every level is
 * visited equally often, which few trajectories drawn at random fail to do.
 *
 * @param k parameters; each trajectory has k + 1 points
 * @param levels an even number, at least 2; 4 is usual
 * @throws RangeError for an odd number of levels
 */
export function morrisDesign(
  k: number,
  { trajectories, levels }: { trajectories: number; levels: number },
  key: SeedKey,
  sample = 0,
): MorrisDesign {
  if (!(levels >= 2 && levels % 2 === 0))
    throw new RangeError(`The number of levels must be even and at least 2, not ${levels}.`);
  const design: MorrisDesign = { points: [], moves: [], trajectory: [] };
  const add = (point: UnitPoint, trajectory: number): number => {
    design.trajectory.push(trajectory);
    return design.points.push(point) - 1;
  };
  for (const [t, places] of latinHypercube(trajectories, k, key, sample).entries()) {
    const start = new Float64Array(k);
    const end = new Float64Array(k);
    for (const [i, place] of places.entries()) {
      const slot = Math.floor(place * levels);
      const low = slot >> 1;
      const ends = [low / (levels - 1), (low + levels / 2) / (levels - 1)];
      [start[i], end[i]] = slot % 2 === 0 ? ends : [ends[1], ends[0]];
    }
    let from = add(start, t);
    for (const parameter of orderOf(k, key, sample, t)) {
      const next = design.points[from].slice();
      next[parameter] = end[parameter];
      const to = add(next, t);
      design.moves.push({ parameter, from, to });
      from = to;
    }
  }
  return design;
}

function orderOf(k: number, key: SeedKey, sample: number, trajectory: number): Uint32Array {
  const stream = drawStream(key, sample, decisions.trajectoryOrder, trajectory);
  return ascendingOrder(Float64Array.from({ length: k }, (_, i) => stream.uniform(i, 0)));
}
