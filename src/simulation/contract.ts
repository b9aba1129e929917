import type { CompanionName } from '../tables/measureDoc.ts';
import type { MeasureRow, WeeklySeries } from '../tables/rows.ts';

export type { CompanionName, MeasureDoc } from '../tables/measureDoc.ts';

/**
 * All the texts that one run needs, as plain data that can cross to a worker: the scenario file, the files
 * that it extends (by the reference as written and the file that refers), and the `--set` patches.
 */
export interface ScenarioBundle {
  /** The file's name as the user gave it; its stem names the results folder. */
  file: string;
  text: string;
  /** Texts of extended files, found while reading: key is `from\u0000reference`. */
  extended: Record<string, { file: string; text: string }>;
  /** Patches of the form `path=value`, applied in order. */
  set: string[];
}

/** What a replicate is asked to produce beyond the measures. */
export interface ReplicateOptions {
  /** Companion worlds on request, beside those that the scenario's measures ask for. */
  references: readonly CompanionName[];
  /** Also return the client-level and caseworker-level tables. */
  clientTable: boolean;
  /** Designs to run, in this order; all of the file if absent. */
  designs?: readonly string[];
  /** Companion worlds, of those that run, whose measures are returned as designs of their own: see `yardstickId`. */
  yardsticks?: readonly CompanionName[];
}

/** Companion worlds in the order of tables. */
export const companionNames = ['noService', 'equalTime', 'needFirst'] as const satisfies CompanionName[];

/** The id under which a design's companion world stands among the designs: `asBuilt@needFirst`. */
export const yardstickId = (design: string, world: CompanionName): string => `${design}@${world}`;

/**
 * One column of a client-level table: numbers only, so that a table of a million rows is handed from thread to thread
 * without being copied. Words are numbers of a list, −1 for none; ids are written out by `idText`; NaN is no value.
 */
export type TableColumn =
  | { name: string; type: 'INT32'; data: Int32Array }
  | { name: string; type: 'DOUBLE'; data: Float64Array }
  | { name: string; type: 'WORD'; data: Int16Array; words: readonly string[] }
  | { name: string; type: 'ID'; data: Uint32Array; of: 'client' | 'caseworker' };

/** One design in one replicate. */
export interface DesignResult {
  design: string;
  rows: MeasureRow[];
  weekly: WeeklySeries[];
  clients?: TableColumn[];
  caseworkers?: TableColumn[];
  /** The file that holds both tables in pieces, where they were not to be held in memory. */
  tablesIn?: { path: string; pieces: number };
}

/** Receives a piece of a design's tables, which go row by row and clients first. */
export type TakePiece = (design: string, table: 'clients' | 'caseworkers', columns: TableColumn[]) => void;

/** All designs of one replicate on common random numbers, in the order of the file. */
export interface ReplicateResult {
  replicate: number;
  designs: DesignResult[];
}
