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
  surelyKeeps,
  turned,
} from './luck.ts';

/** A point with its values in the luck of the search. */
export interface Candidate {
  point: number;
  values: AimValues;
}

/** Points that luck cannot tell from the front and that are checked with it, at most. */
const MOST_NEAR = 12;

export interface Choice {
  front: (Candidate & { alike: number })[];
  near: (Candidate & { alike: number })[];
  /** Points that luck cannot tell from the front and for which there was no room. */
  leftOut: number;
}

/**
 * The front by the means, and beside it: points that would be the front if only those counted that surely keep to the
 * limits, since what just keeps to a limit may have done so by luck, and nothing would be left in its place; and points that
 * luck cannot tell from these, which none of them clearly beats and that clearly break no limit, the hardest to tell first.
 * Of points with exactly the same values the first stands for all.
 */
export function chooseMembers(aims: Aims, candidates: readonly Candidate[]): Choice {
  const alike = new Map<string, Candidate[]>();
  for (const one of candidates) {
    const text = JSON.stringify(one.values);
    alike.set(text, [...(alike.get(text) ?? []), one]);
  }
  const distinct = [...alike.values()].map(([first, ...others]) => ({
    ...first,
    judged: judge(aims, first.values),
    alike: others.length,
  }));
  const best = (some: typeof distinct) =>
    some.filter(({ judged }) => !some.some((other) => goesBefore(other.judged, judged)));
  const front = best(distinct.filter(({ judged }) => judged.violation === 0));
  const sure = best(distinct.filter(({ values }) => surelyKeeps(aims, values))).filter(
    (one) => !front.includes(one),
  );
  const told = (values: AimValues) =>
    Math.max(
      Number.NEGATIVE_INFINITY,
      ...[...front, ...sure].map((other) => clarity(aims, other.values, values)),
    );
  const near = distinct
    .filter((one) => !front.includes(one) && !sure.includes(one) && !broken(aims, one.values).clearly)
    .map((one) => ({ one, told: told(one.values) }))
    .filter((each) => !(each.told > clear(each.one.values.goals[0].length)))
    .sort((a, b) => (a.told === b.told ? a.one.judged.violation - b.one.judged.violation : a.told - b.told))
    .map(({ one }) => one);
  const plain = ({ point, values, alike: count }: (typeof distinct)[number]) => ({
    point,
    values,
    alike: count,
  });
  return {
    front: front.map(plain),
    near: [...sure, ...near.slice(0, MOST_NEAR)].map(plain),
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
  const surely = by.filter((one) => clarity(aims, one.values, values) > clear(values.goals[0].length));
  return {
    is: 'beaten',
    by: (surely.length > 0 ? surely : by).map(({ name }) => name),
    clearly: surely.length > 0,
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
