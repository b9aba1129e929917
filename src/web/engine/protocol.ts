/** What page and workers say to each other: plain data that is copied from one to the other. */

export type { FigureTable } from '../../charts/index.ts';
export type { Lever, LeverValue } from '../../scenario/index.ts';

import type { Lever, LeverValue, ScenarioProblem } from '../../scenario/index.ts';

/** A scenario as the page holds it: the name of a bundled one, or a file with all that it extends. */
export type ScenarioSource =
  | { bundled: string }
  | { file: string; text: string; extended: Record<string, { file: string; text: string }> };

/** One of the designs side by side. */
export interface Column {
  /** The id of the design: of the file, or of a copy that was made on the page. */
  design: string;
  /** The design of the file that a copy was made of. */
  copyOf?: string;
  /** The title of a copy. */
  title?: string;
  /** Levers that were moved, by their names. */
  levers: Record<string, LeverValue>;
}

/** Everything that decides the numbers on the page: what undo goes back to and a link carries. */
export interface Draft {
  source: ScenarioSource;
  columns: Column[];
  /** Multiplies sizes, as `scale` of a scenario does. */
  scale: number;
  replicates: number;
}

/** A scenario that could be opened. */
export interface Opened {
  name: string;
  title: string;
  about: string;
  question: string;
  designs: { id: string; title: string; about: string; inCharts: boolean }[];
  /** People referred in one replicate at the file's own scale. */
  clients: number;
  /** Weeks of referrals and of follow-up. */
  weeks: number;
  scale: number;
  replicates: number;
  levers: Lever[];
  /** ISO 4217 code. */
  currency: string;
}

/** A file that cannot be used: its problems, and the same as the command line writes them. */
export interface Refused {
  problems: readonly ScenarioProblem[];
  text: string;
}

/** A drawn chart. */
export interface DrawnPicture {
  id: string;
  title: string;
  /** What it shows, in words. */
  description: string;
  svg: string;
}

/** Numbers that came in: after few replicates first, then after more. */
export interface Answer {
  replicates: number;
  of: number;
  designs: { id: string; title: string }[];
  headlines: Headline[];
  /** What the designs do, and how they differ, in words. */
  finding: string;
  /** Where the views of several stakeholders agree and where not, in words; empty where there are none. */
  disagreement: string;
  views: DesignView[];
  /** What the last change of a lever did, in words; empty where there was none. */
  changes: string[];
  forecasts: ForecastQuestion[];
  charts: { id: string; title: string }[];
  warnings: string[];
}

/** Something to forecast before the numbers are seen, and what the runs answer. */
export interface ForecastQuestion {
  id: string;
  ask: string;
  options: { id: string; title: string }[];
  /** The option that came out. */
  came: string;
  /** The figures that say so. */
  figures: string;
}

/** One stakeholder’s view of the designs, as the page writes it. */
export interface DesignView {
  id: string;
  whose: string;
  asks: string;
  /** Which design it prefers, or that it is torn, or cannot tell. */
  prefers: string;
  /** By each measure that it looks at the designs, the best first, with figures; and what is left out, and why. */
  orders: string[];
}

/** One measure over all designs, as the page writes it. */
export interface Headline {
  key: string;
  name: string;
  /** What the measure is, by the catalogue. */
  definition: string;
  /** Design to figure with its interval, and to the difference from the first in words. */
  figures: Record<string, { text: string; against: string }>;
}

/** Receives what comes in, in this order: numbers, then the charts drawn of them. */
export interface Hearer {
  numbers(answer: Answer): void;
  chart(picture: DrawnPicture, replicates: number): void;
  done(): void;
}
