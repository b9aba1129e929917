/**
 * The tidy rows in which a run leaves the model. Measures produce them, results store them, charts and
 * words read them; none of these knows the model.
 */

/**
 * One measured number of one world.
 *
 * `slice` is empty for the whole, or names the part: `fifth=5`, `group=esa`, and for two keys
 * `disposition=caregiver,fifth=5`. `value` is null where the measure is undefined, and `why` then says why.
 */
export interface MeasureRow {
  measure: string;
  slice: string;
  value: number | null;
  why?: string;
}

/** One weekly series of one world: one value a week from week 0. */
export interface WeeklySeries {
  series: string;
  slice: string;
  values: Float64Array;
}

/** Mean over replicates with its two intervals (DECISIONS: "spread of runs" and "95% CI of the mean (n)"). */
export interface MeasureSummary {
  mean: number | null;
  /** Standard deviation between replicates; null with fewer than two. */
  sd: number | null;
  /** Replicates in which the measure was defined. */
  n: number;
  /** 95% t interval of the mean. */
  lo: number | null;
  hi: number | null;
  /** Mean plus and minus t times sd: where one run lies. */
  spreadLo: number | null;
  spreadHi: number | null;
  why?: string;
}

/** `summary.json`. The key of a measure is its id, or `id[slice]`. */
export interface Summary {
  format: 1;
  scenario: string;
  title: string;
  base: string;
  replicates: number;
  designs: Record<string, DesignSummary>;
}

export interface DesignSummary {
  title: string;
  about?: string;
  measures: Record<string, MeasureSummary>;
}

/** Mean over replicates of one weekly series of one design. */
export interface WeeklyRow {
  design: string;
  week: number;
  series: string;
  slice: string;
  mean: number;
  lo: number;
  hi: number;
  n: number;
}

/** A design's difference from the base design, paired by replicate on common random numbers. */
export interface DifferenceRow {
  design: string;
  base: string;
  measure: string;
  slice: string;
  mean: number | null;
  sd: number | null;
  n: number;
  lo: number | null;
  hi: number | null;
  /** The two designs have other people: the means are compared, and nothing is paired. */
  unpaired?: true;
}

/** The key under which a measure's slice stands in `summary.json`. */
export function measureKey(measure: string, slice: string): string {
  return slice === '' ? measure : `${measure}[${slice}]`;
}

/** The inverse of {@link measureKey}, with the slice taken apart into its names and values. */
export function parseMeasureKey(key: string): {
  measure: string;
  slice: string;
  parts: Record<string, string>;
} {
  const open = key.indexOf('[');
  if (open < 0) return { measure: key, slice: '', parts: {} };
  const slice = key.slice(open + 1, -1);
  return { measure: key.slice(0, open), slice, parts: sliceParts(slice) };
}

/** `disposition=caregiver,fifth=5` as `{ disposition: 'caregiver', fifth: '5' }`. */
export function sliceParts(slice: string): Record<string, string> {
  const parts: Record<string, string> = {};
  if (slice === '') return parts;
  for (const pair of slice.split(',')) {
    const equals = pair.indexOf('=');
    parts[pair.slice(0, equals)] = pair.slice(equals + 1);
  }
  return parts;
}
