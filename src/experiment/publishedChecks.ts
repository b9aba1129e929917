import type { MeasureSummary } from '../tables/rows.ts';

/** A published figure as a scenario states it. */
export interface PublishedFigure {
  title: string;
  /** Key of the measure, such as `event.rate[event=jobStart]`. */
  measure: string;
  value: number;
  /** How far the mean may lie from it. */
  tolerance: number;
  /** Whether parameters were fitted to it; otherwise it is a check. */
  fitted: boolean;
  source: string;
  note?: string;
}

/** A published figure beside what the runs gave. */
export interface CheckedFigure {
  id: string;
  title: string;
  published: number;
  source: string;
  mean: number | null;
  lo: number | null;
  hi: number | null;
  spreadLo: number | null;
  spreadHi: number | null;
  /** Whether the published figure lies inside the spread of runs; false where the spread is not known. */
  inside: boolean;
  /** How far the mean may lie from the published figure, and whether it lies no farther. */
  tolerance: number;
  near: boolean;
  /** Whether parameters were fitted to the figure, so that agreement is no evidence. */
  fitted: boolean;
  note?: string;
}

/** Holds each published figure against the base design. A measure that was not reported has null figures and a note. */
export function checkPublished(
  figures: Record<string, PublishedFigure>,
  measures: Record<string, MeasureSummary>,
): CheckedFigure[] {
  return Object.entries(figures).map(([id, { title, measure, value, tolerance, fitted, source, note }]) => {
    const summary = measures[measure];
    const { mean = null, lo = null, hi = null, spreadLo = null, spreadHi = null } = summary ?? {};
    const words = [note, summary ? summary.why : `${measure} is not measured`].filter(Boolean).join('; ');
    return {
      id,
      title: title || measure,
      published: value,
      source,
      mean,
      lo,
      hi,
      spreadLo,
      spreadHi,
      inside: spreadLo !== null && spreadHi !== null && spreadLo <= value && value <= spreadHi,
      tolerance,
      near: mean !== null && Math.abs(mean - value) <= tolerance,
      fitted,
      ...(words && { note: words }),
    };
  });
}
