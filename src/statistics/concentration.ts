import { ascendingOrder } from './order.ts';
import { sum } from './sum.ts';

/**
 * Who gets how much, by rank: concentration index and curve (Wagstaff, Paci and van Doorslaer 1991; O'Donnell
 * et al. 2008), with ranks from 0 (least of the ranking variable, here need) to 1 (most). The index
 * is below 0 where those of low rank get more than their share.
 *
 * Arrays run over the same people; weights are ≥ 0.
 */

/**
 * Fractional rank of each person: the share of weight below them plus half of the weight at their value, so
 * that ties share the middle of their block. The weighted mean rank is ½. All NaN where the weights sum to 0.
 * Who has the order of the values already, as `ascendingOrder` gives it, spares another sort.
 */
export function weightedMidRanks(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  order = ascendingOrder(values),
): Float64Array {
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  const total = sum(weights);
  if (!(total > 0)) return ranks;
  let below = 0;
  for (let start = 0; start < order.length; ) {
    const value = values[order[start]];
    let end = start;
    let block = 0;
    while (end < order.length && values[order[end]] === value) block += weights[order[end++]];
    // A value that equals nothing, not even itself, is not a number: it has no rank.
    if (end === start) break;
    for (let i = start; i < end; i++) ranks[order[i]] = (below + block / 2) / total;
    below += block;
    start = end;
  }
  return ranks;
}

/**
 * Concentration index C = 2·cov(y, rank)/mean(y), covariance and mean weighted, from −1 to 1 for y ≥ 0.
 * Null where the mean of y or the weight is 0: what nobody gets is not concentrated.
 */
export function concentrationIndex(
  y: ArrayLike<number>,
  weights: ArrayLike<number>,
  rank: ArrayLike<number>,
): number | null {
  const all = meansOf(y, weights, rank);
  return all && all.y !== 0 ? (2 * covariance(y, weights, rank, all)) / all.y : null;
}

/** A concentration index split in what lies between groups and what lies within them. */
export interface ConcentrationSplit {
  /** between + within: the concentration index. */
  readonly total: number;
  readonly between: number;
  readonly within: number;
  /** Each group's part of `within`; 0 for a group without weight. */
  readonly byGroup: Float64Array;
}

/**
 * Splits the concentration index by the law of total covariance, ranks being those among all people:
 * between = 2·cov(ȳ_g, r̄_g)/ȳ over groups, within = 2·Σ share_g·cov_g(y, r)/ȳ. Nothing is left over, as it is with
 * the split of the Gini index. `groups[i]` is a number from 0 to groupCount − 1. Null where C is.
 */
export function splitConcentration(
  y: ArrayLike<number>,
  weights: ArrayLike<number>,
  rank: ArrayLike<number>,
  groups: ArrayLike<number>,
  groupCount: number,
): ConcentrationSplit | null {
  const all = meansOf(y, weights, rank);
  if (!all || all.y === 0) return null;
  const weightOf = new Float64Array(groupCount);
  const yOf = new Float64Array(groupCount);
  const rankOf = new Float64Array(groupCount);
  for (let i = 0; i < y.length; i++) {
    if (weights[i] === 0) continue;
    const g = groups[i];
    weightOf[g] += weights[i];
    yOf[g] += weights[i] * y[i];
    rankOf[g] += weights[i] * rank[i];
  }
  let betweenCovariance = 0;
  for (let g = 0; g < groupCount; g++) {
    if (weightOf[g] === 0) continue;
    yOf[g] /= weightOf[g];
    rankOf[g] /= weightOf[g];
    betweenCovariance += (weightOf[g] / all.weight) * (yOf[g] - all.y) * (rankOf[g] - all.rank);
  }
  const byGroup = new Float64Array(groupCount);
  for (let i = 0; i < y.length; i++) {
    if (weights[i] === 0) continue;
    const g = groups[i];
    byGroup[g] += weights[i] * (y[i] - yOf[g]) * (rank[i] - rankOf[g]);
  }
  let within = 0;
  for (let g = 0; g < groupCount; g++) {
    byGroup[g] *= 2 / (all.weight * all.y);
    within += byGroup[g];
  }
  const between = (2 * betweenCovariance) / all.y;
  return { total: between + within, between, within, byGroup };
}

/**
 * Erreygers' index 4·ā·C for a yes/no variable (1 or 0), from −1 to 1 whatever the share of yes (Erreygers 2009).
 * Null where nobody has 1. Weights default to 1.
 */
export function erreygers(
  yes: ArrayLike<number>,
  rank: ArrayLike<number>,
  weights: ArrayLike<number> = new Float64Array(yes.length).fill(1),
): number | null {
  const all = meansOf(yes, weights, rank);
  return all && all.y !== 0 ? 8 * covariance(yes, weights, rank, all) : null;
}

/** Points of a concentration curve: share of people, poorest in rank first, against their share of y. */
export interface ConcentrationCurve {
  readonly people: Float64Array;
  readonly share: Float64Array;
}

/**
 * The concentration curve at 0, 1/points, …, 1 of the people; on the diagonal all get the same. People of equal
 * rank stand as one block, through which the curve is a straight line. Null where y or the weights sum to 0. Who has the
 * order of the ranks already spares another sort.
 */
export function concentrationCurve(
  y: ArrayLike<number>,
  weights: ArrayLike<number>,
  rank: ArrayLike<number>,
  points: number,
  order = ascendingOrder(rank),
): ConcentrationCurve | null {
  const all = meansOf(y, weights, rank);
  if (!all || all.y === 0) return null;
  const people = new Float64Array(points + 1);
  const share = new Float64Array(points + 1);
  let peopleBelow = 0;
  let yBelow = 0;
  let point = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    let blockPeople = 0;
    let blockY = 0;
    while (end < order.length && rank[order[end]] === rank[order[start]]) {
      const i = order[end++];
      if (weights[i] === 0) continue;
      blockPeople += weights[i] / all.weight;
      blockY += (weights[i] * y[i]) / (all.weight * all.y);
    }
    if (end === start) break;
    for (; point < points && point / points <= peopleBelow + blockPeople; point++) {
      const along = blockPeople > 0 ? (point / points - peopleBelow) / blockPeople : 0;
      people[point] = point / points;
      share[point] = yBelow + along * blockY;
    }
    peopleBelow += blockPeople;
    yBelow += blockY;
    start = end;
  }
  // The last point is (1, 1) by definition, and so is whatever rounding of the weights left behind.
  for (; point <= points; point++) {
    people[point] = point / points;
    share[point] = 1;
  }
  return { people, share };
}

interface WeightedMeans {
  readonly weight: number;
  readonly y: number;
  readonly rank: number;
}

/** Weighted means of y and rank; null where there is no weight. */
function meansOf(
  y: ArrayLike<number>,
  weights: ArrayLike<number>,
  rank: ArrayLike<number>,
): WeightedMeans | null {
  let weight = 0;
  let ySum = 0;
  let rankSum = 0;
  for (let i = 0; i < y.length; i++) {
    if (weights[i] === 0) continue;
    weight += weights[i];
    ySum += weights[i] * y[i];
    rankSum += weights[i] * rank[i];
  }
  return weight > 0 ? { weight, y: ySum / weight, rank: rankSum / weight } : null;
}

function covariance(
  y: ArrayLike<number>,
  weights: ArrayLike<number>,
  rank: ArrayLike<number>,
  means: WeightedMeans,
): number {
  let products = 0;
  for (let i = 0; i < y.length; i++) {
    if (weights[i] === 0) continue;
    products += weights[i] * (y[i] - means.y) * (rank[i] - means.rank);
  }
  return products / means.weight;
}
