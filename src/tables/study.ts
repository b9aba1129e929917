import type { FitFindings } from './fit.ts';
import type { FrontFindings } from './front.ts';
import type { SensitivityFindings } from './sensitivity.ts';

/**
 * What a study leaves behind: what was varied, the points, and the measures at every point. The tables beside it are
 * those of the scenario as it stands.
 */
export interface StudyFindings {
  varied: VariedParameter[];
  /** How the points were chosen, a clause: "every combination of the values". */
  chosen: string;
  /** Replicates at each point. */
  replicates: number;
  /** The measures that the study is about, by key, the first foremost. */
  measures: string[];
  points: StudyPoint[];
  rows: PointRow[];
  /** Of a calibration: how near the figures are, and what they say. */
  fit?: FitFindings;
  /** Of a search for the best settings: the front, in the luck of the search and in other luck. */
  front?: FrontFindings;
  /** Of a sensitivity analysis: what it makes of the points. */
  sensitivity?: SensitivityFindings;
}

/** A parameter that the study varies. */
export interface VariedParameter {
  path: string;
  /** What it is, where the format says so. */
  doc?: string;
  unit?: string;
  /** The value of the file, and its source. */
  stated?: number | string;
  source?: string;
  /** Ends of what was tried, of numbers. */
  from?: number;
  to?: number;
  /** All values that were tried, where they were listed. */
  values?: (number | string)[];
}

export interface StudyPoint {
  id: number;
  settings: Record<string, number | string>;
  state: 'done' | 'failed' | 'missing';
  why?: string;
}

/** One measure of one design at one point, over its replicates, with the paired difference from the base design. */
export interface PointRow {
  point: number;
  design: string;
  measure: string;
  slice: string;
  mean: number | null;
  sd: number | null;
  n: number;
  lo: number | null;
  hi: number | null;
  difference: number | null;
  differenceLo: number | null;
  differenceHi: number | null;
}
