/**
 * What a sensitivity analysis leaves: how far each assumption moves a measure, and whether the ranking of designs hangs
 * on it. Plain data that words and charts read.
 */

/** A number computed from a sample, with its 95% interval; null with the reason where it is not defined. */
export interface Estimate {
  value: number | null;
  lo: number | null;
  hi: number | null;
  why?: string;
}

/** Elementary effects of one parameter: changes of the measure, taken over the parameter’s whole range. */
export interface MorrisIndex {
  parameter: string;
  /** Effects that could be computed. */
  n: number;
  /** Mean effect. */
  mu: Estimate;
  /** Mean size of an effect: how much the parameter matters. */
  muStar: Estimate;
  /** Standard deviation of effects: how far the effect hangs on other parameters or is curved. */
  sigma: Estimate;
}

/** Parts of the measure’s variance over the sample. */
export interface SobolIndex {
  parameter: string;
  /** Due to this parameter alone. */
  first: Estimate;
  /** Due to this parameter alone and together with others. */
  total: Estimate;
}

/** How the parameters were varied. */
export type SensitivityMethod =
  | { name: 'morris'; trajectories: number; levels: number }
  | { name: 'sobol'; rows: number };

/** Indices of all parameters for one quantity: a measure under one design, or what the first design has over the second. */
export type IndexSet =
  | { method: 'morris'; indices: MorrisIndex[] }
  | { method: 'sobol'; indices: SobolIndex[]; rows: number; dropped: number };

/** What a sensitivity analysis found for one measure. */
export interface MeasureSensitivity {
  /** Its key. */
  measure: string;
  /** Which way it is better; null where designs are ordered by value alone. */
  better: 'higher' | 'lower' | null;
  /** By design. */
  designs: { design: string; found: IndexSet }[];
  /** Of what the first design has over the second; absent where fewer than two designs have a value. */
  lead?: {
    first: string;
    second: string;
    /** The lead at the values of the file, with its 95% t interval over replicates; never below 0. */
    atFile: Estimate;
    found: IndexSet;
  };
  hinges?: RankingHinges;
}

/** What a sensitivity analysis adds to the points of a study. */
export interface SensitivityFindings {
  method: SensitivityMethod;
  /** Parameters with a range that stayed as they are, with the reason. */
  fixed: { path: string; range: [number, number]; reason: string }[];
  measures: MeasureSensitivity[];
}

/** In how many of some points something holds. */
export interface ShareOfPoints extends Estimate {
  n: number;
}

/** How the first place of the ranking goes with one parameter. */
export interface ParameterHinge {
  parameter: string;
  /** Share of points at which the first design is first, in the lowest and the highest third of the parameter’s range. */
  low: ShareOfPoints;
  high: ShareOfPoints;
  /** high − low, with an interval that holds for all parameters together. */
  difference: Estimate;
  /** Share of moves of this parameter alone after which another design is first; absent where no move was made. */
  turns?: ShareOfPoints;
}

/** Whether designs keep their ranks when assumptions are varied. */
export interface RankingHinges {
  /** Designs by the measure at the values of the file, best first. */
  ranking: readonly string[];
  /** Points at which every design has a value, and points left out. */
  points: number;
  dropped: number;
  /** The first design is first, or shares the place. */
  first: ShareOfPoints;
  /** No design has overtaken another. */
  order: ShareOfPoints;
  parameters: readonly ParameterHinge[];
}
