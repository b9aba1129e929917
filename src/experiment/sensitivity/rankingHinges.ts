import { clusteredShare, differenceOfShares, type Proportion } from '../../statistics/index.ts';
import type { Estimate, ParameterHinge, RankingHinges, ShareOfPoints } from '../../tables/sensitivity.ts';
import { undefinedFor } from './bootstrap.ts';
import type { Move } from './morrisDesign.ts';

/** What the ranking of designs is judged by: one measure at every point. */
export interface RankedPoints {
  /** Names of the parameters. */
  parameters: readonly string[];
  /** [point][parameter] where in its range the value lies, 0 to 1. */
  places: readonly ArrayLike<number>[];
  /** Points that are alike, as those of a row or a trajectory are, have a number in common. */
  clusters: readonly number[];
  /** Moves of one parameter alone, if the sample has some. */
  moves?: readonly Move[];
  /** Designs by the measure at the values of the file, best first; at least two. */
  ranking: readonly string[];
  /** [design][point] the measure; null where it is not defined or the point failed. */
  outputs: Readonly<Record<string, readonly (number | null)[]>>;
  /** Which values are better. */
  better: 'higher' | 'lower';
}

/** Two thirds or one, but for the last digits of what was divided by 3. */
const THIRD = 1 / 3 + 1e-9;

/**
 * Whether designs keep their ranks over the points: how often the first is still first (or shares the place) and none
 * has overtaken another; for each parameter how often the first is first in the lowest and in the highest third of its
 * range, and how often a move of it alone puts another design first. A point where a design has no value is left out.
 *
 * Intervals are Wilson’s, with points of one cluster counted for what they tell (see `clusteredShare`); those of the
 * differences between thirds hold for all parameters together (Bonferroni), so that of many that make no difference
 * one appears to in at most one analysis in twenty.
 */
export function rankingHinges(sample: RankedPoints): RankingHinges {
  const { parameters, places, clusters, moves, ranking } = sample;
  const values = ranking.map((design) => sample.outputs[design]);
  const used = places.map((_, point) => point).filter((point) => values.every((of) => of[point] !== null));
  const isUsed = new Set(used);
  // As if higher were better, so that one comparison will do.
  const sign = sample.better === 'higher' ? 1 : -1;
  const at = (rank: number, point: number): number => sign * values[rank][point]!;
  const bestAt = (point: number): number => {
    let best = 0;
    for (let rank = 1; rank < ranking.length; rank++) if (at(rank, point) > at(best, point)) best = rank;
    return best;
  };
  const holds = (point: number): boolean => bestAt(point) === 0;
  const share = (points: readonly number[], hit: (point: number) => boolean, level?: number) =>
    clusteredShare(
      points.map(hit),
      points.map((point) => clusters[point]),
      level,
    );
  const together = 1 - 0.05 / Math.max(1, parameters.length);
  const hingeOf = (parameter: string, i: number): ParameterHinge => {
    const low = used.filter((point) => places[point][i] <= THIRD);
    const high = used.filter((point) => places[point][i] >= 1 - THIRD);
    return {
      parameter,
      low: shareOfPoints(share(low, holds)),
      high: shareOfPoints(share(high, holds)),
      difference: differenceOf(share(low, holds, together), share(high, holds, together)),
      ...(moves && { turns: shareOfPoints(turnsOf(i)) }),
    };
  };
  const turnsOf = (i: number): Proportion | null => {
    const made = moves!.filter(
      ({ parameter, from, to }) =>
        parameter === i && isUsed.has(from) && isUsed.has(to) && places[from][i] !== places[to][i],
    );
    return clusteredShare(
      made.map(({ from, to }) => bestAt(from) !== bestAt(to)),
      made.map(({ from }) => clusters[from]),
    );
  };
  return {
    ranking,
    points: used.length,
    dropped: places.length - used.length,
    first: shareOfPoints(share(used, holds)),
    order: shareOfPoints(
      share(used, (point) =>
        ranking.every((_, rank) => rank === 0 || at(rank, point) <= at(rank - 1, point)),
      ),
    ),
    parameters: parameters.map(hingeOf),
  };
}

/** What the first design has over the second at each point; null where one of them has no value. */
export function leadOfFirst({
  ranking,
  outputs,
  better,
}: Pick<RankedPoints, 'ranking' | 'outputs' | 'better'>): (number | null)[] {
  const [first, second] = ranking.map((design) => outputs[design]);
  return first.map((value, point) => {
    const other = second[point];
    if (value === null || other === null) return null;
    return better === 'higher' ? value - other : other - value;
  });
}

function shareOfPoints(share: Proportion | null): ShareOfPoints {
  if (share === null) return { ...undefinedFor('there is no such point'), n: 0 };
  return { value: share.share, lo: share.lo, hi: share.hi, n: share.n };
}

function differenceOf(low: Proportion | null, high: Proportion | null): Estimate {
  if (low === null || high === null) return undefinedFor('one of the thirds has no point');
  return { value: high.share - low.share, ...differenceOfShares(low, high) };
}
