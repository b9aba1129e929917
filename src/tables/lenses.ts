import type { LensLook } from './lensRegistry.ts';

/** One design from one view by one measure. */
export interface LensPlace {
  design: string;
  /** The mean over runs, or the standard deviation between runs where the view looks at the spread. */
  value: number;
  /**
   * `best`: first by the mean, or exactly as the first. `untold`: these runs do not tell it from the first. `behind`: they do.
   * `single`: one run, which has no interval.
   */
  standing: 'best' | 'untold' | 'behind' | 'single';
  /**
   * This design against the first, with its 95% interval: the difference of the means, paired run by run; of spreads, their
   * ratio. Absent for the first; null ends where there is no interval.
   */
  against?: { mean: number; lo: number | null; hi: number | null };
}

/** The designs by one measure that a view looks at. */
export interface LensMeasure extends Pick<LensLook, 'better' | 'of'> {
  measure: string;
  /** Runs in which all these designs have the measure. */
  replicates: number;
  /** The designs looked at, the best first. */
  designs: LensPlace[];
}

/** One view of the designs. */
export interface LensView {
  lens: string;
  /** Measures by which it looks at the designs; what none of them has is left out. */
  measures: LensMeasure[];
  /** Measures by which nothing is compared: a design lacks them, or too few runs have them. */
  leftOut: { measure: string; of?: LensLook['of']; design?: string; why: string }[];
}

/** `lenses.json`: several stakeholders’ views of the designs, in place of one best design. */
export interface LensViews {
  format: 1;
  views: LensView[];
}

/**
 * What a view comes to. `prefers`: one of these designs, since nothing else is told to be better by any of its measures; several
 * where these runs do not tell them apart. `torn`: every design is told to be worse than another by some measure. `untold`: no
 * measure tells any design from the first. `same`: all are equal in every run. `single`: one run, which tells nothing of luck.
 * `nothing`: the designs have none of its measures.
 */
export type Preference =
  | { kind: 'prefers'; designs: string[] }
  | { kind: 'torn' | 'untold' | 'same' | 'single' | 'nothing' };

/** What a view prefers. Measures are never added up: a design that is told to be worse by one of them is not preferred. */
export function preferenceOf({ measures }: Pick<LensView, 'measures'>): Preference {
  if (measures.length === 0) return { kind: 'nothing' };
  const all = measures[0].designs.map(({ design }) => design);
  const places = measures.flatMap(({ designs }) => designs);
  if (places.every(({ standing }) => standing === 'best')) return { kind: 'same' };
  if (places.some(({ standing }) => standing === 'single')) return { kind: 'single' };
  const kept = all.filter((design) => !isBehind(measures, design));
  if (kept.length === 0) return { kind: 'torn' };
  return kept.length === all.length ? { kind: 'untold' } : { kind: 'prefers', designs: kept };
}

const isBehind = (measures: readonly LensMeasure[], design: string): boolean =>
  measures.some(({ designs }) => designs.some((one) => one.design === design && one.standing === 'behind'));
