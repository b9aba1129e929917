import type { Flattery, FrontMember, Standing, ToldGoal, ToldLimit } from '../../tables/front.ts';
import { summarise } from '../study/pointRows.ts';
import { welchDifference } from '../welch.ts';
import { dominates, goesBefore } from './dominance.ts';
import {
  type Aims,
  type AimValues,
  broken,
  chanceToKeep,
  clarity,
  clear,
  judge,
  meanOf,
  turned,
} from './luck.ts';

/** A point with its values in the luck of the search. */
export interface Candidate {
  point: number;
  values: AimValues;
}

/** Points beside the front that are checked with it, at most. */
const MOST_NEAR = 12;

export interface Choice {
  front: (Candidate & { alike: number })[];
  near: (Candidate & { alike: number })[];
  /** Points that luck cannot tell from the front and for which there was no room. */
  leftOut: number;
}

/**
 * The front by the means, and points that luck cannot tell from it: those that no point of the front clearly beats, and
 * that clearly break no limit; the hardest to tell first. Of points with exactly the same values the first stands for all.
 */
export function chooseMembers(aims: Aims, candidates: readonly Candidate[]): Choice {
  const alike = new Map<string, number>();
  const distinct = candidates.filter(({ values }) => {
    const text = JSON.stringify(values);
    alike.set(text, (alike.get(text) ?? -1) + 1);
    return alike.get(text) === 0;
  });
  const counted = distinct.map((one) => ({
    ...one,
    judged: judge(aims, one.values),
    alike: alike.get(JSON.stringify(one.values))!,
  }));
  const front = counted.filter(
    ({ judged }) => judged.violation === 0 && !counted.some((other) => goesBefore(other.judged, judged)),
  );
  const near = counted
    .filter((one) => !front.includes(one) && !broken(aims, one.values).clearly)
    .map((one) => ({
      ...one,
      told: Math.max(
        Number.NEGATIVE_INFINITY,
        ...front.map((other) => clarity(aims, other.values, one.values)),
      ),
    }))
    .filter(({ told, values }) => !(told > clear(values.goals[0].length)))
    .sort((a, b) => (a.told === b.told ? a.judged.violation - b.judged.violation : a.told - b.told));
  return {
    front: front.map(({ judged: _, ...one }) => one),
    near: near.slice(0, MOST_NEAR).map(({ judged: _, told: __, ...one }) => one),
    leftOut: Math.max(0, near.length - MOST_NEAR),
  };
}

/** Numbers of the points that keep to the limits by their means and that no other such point beats. */
export function frontOf(aims: Aims, all: readonly (AimValues | undefined)[]): number[] {
  const judged = all.map((values) => judge(aims, values));
  return judged.flatMap((one, i) =>
    one.violation === 0 && !judged.some((other) => goesBefore(other, one)) ? [i] : [],
  );
}

/** Where one point stands against a front. `names` are what the front's points are called in what is told. */
export function standingOf(
  aims: Aims,
  values: AimValues | undefined,
  front: readonly { values: AimValues; name: number }[],
): Standing {
  if (!values) return { is: 'unknown' };
  const { limits, clearly } = broken(aims, values);
  if (limits.length > 0) return { is: 'breaks', limits: limits.map(({ measure }) => measure), clearly };
  const own = judge(aims, values).goals;
  const by = front.filter((one) => dominates(judge(aims, one.values).goals, own));
  if (by.length === 0) return { is: 'front' };
  return {
    is: 'beaten',
    by: by.map(({ name }) => name),
    clearly: by.some((one) => clarity(aims, one.values, values) > clear(values.goals[0].length)),
  };
}

const nothing = { mean: null, lo: null, hi: null };

/** A point's values in both lucks, where it was run, and those of the points that it is held against in other luck. */
export interface Compared {
  search: AimValues | undefined;
  checked: AimValues | undefined;
  file?: AimValues;
  previous?: AimValues;
}

/** A point's goals and limits as they are told, in the luck of the search and in other luck. */
export function toldOf(
  { goals, limits }: Aims,
  { search, checked, file, previous }: Compared,
): { goals: ToldGoal[]; limits: ToldLimit[] } {
  const told = (values: readonly number[] | undefined) => {
    if (!values) return nothing;
    const { mean, lo, hi } = summarise(values);
    return { mean, lo, hi };
  };
  const against = (other: AimValues | undefined, i: number) =>
    told(checked && other && checked.goals[i].map((value, r) => value - other.goals[i][r]));
  const searched = (values: readonly number[] | undefined) => (values ? meanOf(values) : null);
  return {
    goals: goals.map((_, i) => ({
      search: searched(search?.goals[i]),
      ...told(checked?.goals[i]),
      fromFile: against(file, i),
      fromPrevious: against(previous, i),
    })),
    limits: limits.map((limit, i) => ({
      search: searched(search?.limits[i]),
      ...told(checked?.limits[i]),
      chance: checked ? chanceToKeep(limit, checked.limits[i]) : null,
    })),
  };
}

/**
 * How far the search flattered its front: what its points have over the scenario as it stands, in the luck by which they
 * were chosen less in other luck, averaged over them, with Welch's interval over replicates. Taking the scenario off on
 * both sides leaves out that one luck is kinder to all than the other.
 */
export function flatteryOf(
  { goals }: Aims,
  members: readonly { search: AimValues; checked: AimValues }[],
  file: { search: AimValues; checked: AimValues },
): Flattery[] {
  if (members.length === 0) return [];
  return goals.map((goal, i) => {
    const gains = (luck: 'search' | 'checked') =>
      file[luck].goals[i].map((own, r) =>
        meanOf(members.map((one) => turned(goal, own) - turned(goal, one[luck].goals[i][r]))),
      );
    const { mean, lo, hi } = welchDifference(summarise(gains('search')), summarise(gains('checked')));
    return { measure: goal.measure, points: members.length, mean, lo, hi };
  });
}

/** Points along the front: the best in the second goal first, or of one goal in that. */
export function alongFront(aims: Aims, a: AimValues, b: AimValues): number {
  const goal = aims.goals.length > 1 ? 1 : 0;
  const at = (values: AimValues) => turned(aims.goals[goal], meanOf(values.goals[goal]));
  return at(a) - at(b);
}

/** Those on the front first, then by their numbers. */
export const inTableOrder = (a: FrontMember, b: FrontMember): number =>
  (a.place ?? Number.POSITIVE_INFINITY) - (b.place ?? Number.POSITIVE_INFINITY) || a.point - b.point;
