/**
 * What charts, words and reports read: the tables that a run leaves behind, as plain data. They hang on
 * these tables alone, never on the model, so that a results folder from another machine can be drawn again.
 */
import type { CheckedClaim } from '../tables/claims.ts';
import type { LensViews } from '../tables/lenses.ts';
import type { CompanionName, MeasureDoc } from '../tables/measureDoc.ts';
import type { Ranking } from '../tables/ranking.ts';
import type { DifferenceRow, Summary, WeeklyRow } from '../tables/rows.ts';
import type { StudyFindings } from '../tables/study.ts';
import type { Quantity } from './format.ts';

export interface ReportTables {
  summary: Summary;
  weekly: WeeklyRow[];
  differences: DifferenceRow[];
  manifest: ManifestFacts;
  parameters: ReportedParameter[];
  catalogue: MeasureDoc[];
  /** Published figures against the model's, where the scenario states some. */
  checks?: PublishedCheck[];
  /** The scenario's claims with what the runs say of them, where it makes some. */
  claims?: CheckedClaim[];
  /** Of a comparison: its designs ranked by chosen measures. */
  ranking?: Ranking;
  /** Several stakeholders’ views of the designs; absent for one design, and in folders of earlier versions. */
  lenses?: LensViews;
  /** What the run warned of, one sentence each. */
  warnings?: string[];
  /** Of a study: what came out at its points. The other tables are then those of the scenario as it stands. */
  study?: StudyFindings;
}

/** Commands that run a scenario at many points. */
export type StudyKind = 'sweep' | 'sensitivity' | 'calibrate' | 'optimise';

/** The facts of `manifest.json` that a reader needs to judge, cite and repeat a run. */
export interface ManifestFacts {
  /** The command that made the folder; of folders before there were others, absent: a run. */
  kind?: 'run' | 'compare' | StudyKind;
  /** The scenario's name: the stem of its file. */
  scenario: string;
  title: string;
  about?: string;
  /** The question that the scenario asks, in its own words. */
  question?: string;
  /** Version of streetlevel. */
  version: string;
  /** Commit of the program, if it ran from a work tree. */
  commit?: string;
  seed: string;
  /** Replicates done. */
  replicates: number;
  /** Replicates asked for. */
  replicatesAsked: number;
  /** True where the run was stopped before all replicates were done. */
  partial: boolean;
  /** Hash of the resolved scenario. */
  hash: string;
  /** The command line that repeats the run. */
  command: string;
  /** ISO 4217 code, such as GBP. */
  currency: string;
  /** The pathway event that counts as the outcome, such as `jobStart`. */
  mainEvent: string;
  /** In the order of the file; the first is not necessarily the base: see `summary.base`. */
  designs: {
    id: string;
    title: string;
    about?: string;
    /** False where charts leave it out. */
    inCharts?: boolean;
    /** What it sets otherwise than the base; absent for the base, for designs of another file, and in folders of earlier versions. */
    changes?: DesignChange[];
    /** Of a yardstick: which companion world it is, and of which design. */
    world?: CompanionName;
    of?: string;
  }[];
  /** Titles of what measures are sliced by: slice (`area`, `role` …), then name. What has none is spelled out. */
  titles?: Record<string, Record<string, string>>;
  /** Named documents of the scenario: short name to full reference. */
  sources?: Record<string, string>;
}

/** A setting that a design has otherwise than the base. */
export interface DesignChange {
  path: string;
  /** Under the base, and under the design; null where there is no such setting. */
  from: number | string | boolean | null;
  to: number | string | boolean | null;
  /** Of its numbers; absent where they have none, and in folders of earlier versions. */
  unit?: string;
  /** Week from which on it is so, where that is later than the design itself. */
  week?: number;
}

/** One parameter of the scenario with where its value comes from. */
export interface ReportedParameter {
  path: string;
  value: number | string;
  unit?: string;
  doc?: string;
  source: string;
  range?: [number, number];
  origin: 'file' | 'default' | 'design' | 'set';
  /** Design whose parameter this is, where several designs are listed; absent means the base. */
  design?: string;
  file?: string;
  line?: number;
}

/** A published figure beside the model's own. */
export interface PublishedCheck {
  id: string;
  title: string;
  /** What the figure counts, which decides how it is written; a plain number without it. */
  quantity?: Quantity;
  published: number;
  source: string;
  mean: number | null;
  lo: number | null;
  hi: number | null;
  spreadLo: number | null;
  spreadHi: number | null;
  /** Whether the published figure lies inside the spread of runs. */
  inside: boolean;
  /** How far the mean may lie from it, and whether it lies no farther. */
  tolerance: number;
  near: boolean;
  /** Whether parameters were fitted to it, so that agreement is no evidence. */
  fitted: boolean;
  note?: string;
}
