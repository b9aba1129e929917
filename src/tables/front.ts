/**
 * What a search for the best settings found: the points that no other beats in every goal, in the luck that they were
 * chosen by and in other luck that had no part in the choice.
 */
export interface FrontFindings {
  /** The design whose parameters were varied. */
  design: string;
  goals: FrontGoal[];
  limits: FrontLimit[];
  /** Points that the search ran, of how many it could; those that could not be run; those without a value of a goal or limit. */
  search: { points: number; budget: number; failed: number; withoutValue: number };
  /** `budget`: all points were used. `exhausted`: there was no further setting to try. `stopped`: by an interrupt. */
  end: 'budget' | 'exhausted' | 'stopped';
  /** Every point of the search with values, by its number, in the luck of the search. */
  searched: SearchedPoint[];
  /** Where no point of the search keeps to the limits, the one that breaks them least: its means of the limits. */
  nearest: { point: number; limits: number[] } | null;
  /** The scenario as it stands. `point` where its values lie within what was varied. */
  file: FilePoint;
  /** Points that were run again with other luck: those on the front, in order of the second goal (or the only one), then the others. */
  members: FrontMember[];
  /** Other luck: replicates and seed; `done` is false where an interrupt came before. */
  check: { replicates: number; seed: string; done: boolean };
  /** Points that luck cannot tell from the front and that were left out of the check for their number. */
  nearLeftOut: number;
  /** By goal; empty without a check. */
  flattery: Flattery[];
}

export interface FrontGoal {
  measure: string;
  better: 'higher' | 'lower';
}

/** What a point must keep to. */
export interface FrontLimit {
  measure: string;
  is: 'atMost' | 'atLeast';
  value: number;
}

export interface SearchedPoint {
  point: number;
  /** Means of the goals, in their order. */
  goals: number[];
  /** Whether its means keep to every limit. */
  keeps: boolean;
  /** Whether no other point that keeps to the limits beats it, by the means. */
  onFront: boolean;
}

/** A mean in other luck with its 95% interval; null where it was not run or has no value. */
export interface Told {
  mean: number | null;
  lo: number | null;
  hi: number | null;
}

/** One goal at one point. */
export interface ToldGoal extends Told {
  /** The mean in the luck of the search. */
  search: number | null;
  /** Difference from the scenario as it stands, paired by replicate, in other luck. */
  fromFile: Told;
  /** Difference from the place before it along the front, likewise; of other points and the first place null. */
  fromPrevious: Told;
}

/** One limit at one point. */
export interface ToldLimit extends Told {
  search: number | null;
  /** Probability that the true mean keeps to it, by Student's t; null where luck is not known. */
  chance: number | null;
}

/**
 * Where a point stands in other luck (or, without a check, in that of the search). `beaten` by places of the front (0 is
 * the scenario as it stands) that are at least as good in every goal and better in one; `breaks` limits. `clearly` where the
 * 95% intervals say so, and then only of those named; else the means alone say so.
 */
export type Standing =
  | { is: 'front' }
  | { is: 'beaten'; by: number[]; clearly: boolean }
  | { is: 'breaks'; limits: string[]; clearly: boolean }
  | { is: 'unknown' };

export interface FilePoint {
  point: number | null;
  goals: ToldGoal[];
  limits: ToldLimit[];
  standing: Standing;
}

export interface FrontMember {
  /** Its number in the search. */
  point: number;
  /** Its number with other luck; null where it was not run. */
  checkPoint: number | null;
  /** Its place along the front from 1, and the scenario that it was written to; null where it is not on it. */
  place: number | null;
  file: string | null;
  /** Whether the search put it on the front; or luck could not tell it from there, or it keeps to the limits more surely. */
  chosen: 'front' | 'near';
  /** Other settings of the search with exactly the same values of all goals and limits. */
  alike: number;
  settings: Record<string, number | string>;
  goals: ToldGoal[];
  limits: ToldLimit[];
  standing: Standing;
}

/**
 * How much better the search's own front looked than it is: the mean over its points of what they have over the scenario
 * as it stands, in the luck of the search less in other luck, so that above 0 is flattered whichever way is better.
 */
export interface Flattery extends Told {
  measure: string;
  points: number;
}
