import { decisions, drawStream, type SeedKey } from '../../random/index.ts';
import { ascendingOrder } from '../../statistics/order.ts';
import type { UnitPoint } from './points.ts';

/**
 * n points of d coordinates in the open unit cube: the range of every coordinate is cut into n strata of the same
 * width, and each holds one point, at a place drawn within it. Strata of different coordinates are matched at random.
 *
 * Neither centred nor spread further apart (maximin): as it is, each point is uniform, so that means over the points are
 * unbiased, and with tens of parameters no choice among a few tries spreads points visibly farther.
 * `sample` tells apart independent samples of one key. No points for n = 0.
 *
 * Source: McKay, Beckman and Conover (1979), Technometrics 21(2), 239–245.
 */
export function latinHypercube(n: number, d: number, key: SeedKey, sample = 0): UnitPoint[] {
  const points = Array.from({ length: n }, () => new Float64Array(d));
  for (let j = 0; j < d; j++) {
    const strata = shuffled(n, key, sample, j);
    const place = drawStream(key, sample, decisions.samplePlace, j);
    for (let i = 0; i < n; i++) points[i][j] = (strata[i] + place.uniform(i, 0)) / n;
  }
  return points;
}

/** The numbers 0 … n − 1 in an order drawn for one coordinate. */
function shuffled(n: number, key: SeedKey, sample: number, coordinate: number): Uint32Array {
  const order = drawStream(key, sample, decisions.sampleOrder, coordinate);
  return ascendingOrder(Float64Array.from({ length: n }, (_, i) => order.uniform(i, 0)));
}
