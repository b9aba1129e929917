import { Moments, tCdf, tQuantile } from '../../statistics/index.ts';
import type { FrontGoal, FrontLimit } from '../../tables/front.ts';
import type { PointOutcome } from '../study/point.ts';
import type { Judged } from './dominance.ts';

/** What a search looks at. */
export interface Aims {
  goals: readonly FrontGoal[];
  limits: readonly FrontLimit[];
}

/** One value a replicate, by goal and by limit. */
export interface AimValues {
  goals: number[][];
  limits: number[][];
}

/** The values of one design; undefined where it was not run, or a goal or limit has no value in some replicate. */
export function aimValues(
  { goals, limits }: Aims,
  outcome: PointOutcome | undefined,
  design: string,
): AimValues | undefined {
  if (outcome?.state !== 'done') return undefined;
  const values = [...goals, ...limits].map(({ measure }) => outcome.designs[design]?.[measure]);
  if (!values.every((some): some is number[] => some?.every((value) => value !== null) ?? false))
    return undefined;
  return { goals: values.slice(0, goals.length), limits: values.slice(goals.length) };
}

export const meanOf = (values: readonly number[]): number => momentsOf(values).mean;

/** A value turned so that lower is better. */
export const turned = ({ better }: FrontGoal, value: number): number => (better === 'lower' ? value : -value);

/** By the means. What cannot be run or has no value breaks every limit. */
export function judge({ goals, limits }: Aims, values: AimValues | undefined): Judged {
  if (!values) return { goals: [], violation: Number.POSITIVE_INFINITY };
  return {
    goals: goals.map((goal, i) => turned(goal, meanOf(values.goals[i]))),
    violation: limits.reduce(
      (sum, limit, i) =>
        sum + Math.max(0, -room(limit, meanOf(values.limits[i]))) / (Math.abs(limit.value) || 1),
      0,
    ),
  };
}

/** How far a value keeps within a limit; below 0 it breaks it. */
const room = ({ is, value: bound }: FrontLimit, value: number): number =>
  is === 'atMost' ? bound - value : value - bound;

/** Student's t of the room under a limit: how many standard errors it is kept by. */
function roomT(limit: FrontLimit, values: readonly number[]): number {
  return studentT(values.map((value) => room(limit, value))) ?? Number.POSITIVE_INFINITY;
}

/** Probability that the true mean keeps to a limit; null with one replicate. */
export function chanceToKeep(limit: FrontLimit, values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const t = roomT(limit, values);
  if (!Number.isFinite(t)) return t > 0 ? 1 : 0;
  return tCdf(t, values.length - 1);
}

/** Limits beyond which the 95% interval wholly lies; where there are none, those that the mean breaks. */
export function broken({ limits }: Aims, values: AimValues): { limits: FrontLimit[]; clearly: boolean } {
  const clearly = limits.filter(
    (limit, i) => roomT(limit, values.limits[i]) < -clear(values.limits[i].length),
  );
  if (clearly.length > 0) return { limits: clearly, clearly: true };
  const byMean = limits.filter((limit, i) => room(limit, meanOf(values.limits[i])) < 0);
  return { limits: byMean, clearly: false };
}

/** Whether the 95% intervals lie wholly within every limit. */
export const surelyKeeps = ({ limits }: Aims, values: AimValues): boolean =>
  limits.every((limit, i) => roomT(limit, values.limits[i]) > clear(values.limits[i].length));

/**
 * How clearly one point is at least as good as another in every goal: the least Student's t of the paired differences, on
 * common random numbers. Goals that are the same in every replicate do not count; Infinity where all are.
 */
export function clarity({ goals }: Aims, one: AimValues, other: AimValues): number {
  return Math.min(
    ...goals.map((goal, i) => {
      const gains = other.goals[i].map((value, r) => turned(goal, value) - turned(goal, one.goals[i][r]));
      return studentT(gains) ?? Number.POSITIVE_INFINITY;
    }),
  );
}

/** From this t on a difference of n pairs is clear: its 95% interval leaves out 0. With one pair nothing is. */
export const clear = (n: number): number => (n < 2 ? Number.POSITIVE_INFINITY : tQuantile(0.975, n - 1));

/** Mean over its standard error; undefined where all values are 0, an infinity where they are one other number. */
function studentT(values: readonly number[]): number | undefined {
  const { mean, standardError } = momentsOf(values);
  if (mean === 0 && !(standardError > 0)) return undefined;
  return standardError > 0 ? mean / standardError : mean * Number.POSITIVE_INFINITY;
}

function momentsOf(values: readonly number[]): Moments {
  const moments = new Moments();
  for (const value of values) moments.push(value);
  return moments;
}
