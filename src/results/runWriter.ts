import { closeSync, fstatSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type TablePiece, takePieces } from '../backends/tableFiles.ts';
import { withFile } from '../backends/wholeFile.ts';
import { withContrasts } from '../experiment/contrasts.ts';
import type { FoldPlan } from '../experiment/foldPlan.ts';
import { MeasureLines, measuresHeader } from '../experiment/measureLines.ts';
import { ReplicateFold } from '../experiment/replicateFold.ts';
import type { DesignResult, ReplicateResult } from '../simulation/contract.ts';
import { ParquetTable } from './parquetTable.ts';
import { ResultsFolderError } from './resultsError.ts';
import type { RunIdentity } from './runIdentity.ts';
import { type RunState, writeState } from './runState.ts';

const tableFiles = { clients: 'clients.parquet', caseworkers: 'caseworkers.parquet' } as const;

const piecesFolder = 'pieces';

/** How much a run that is killed outright may lose, beyond the replicate that is under way. */
const mostMillisecondsBetweenStates = 2000;

/** Storing a state takes at most this share of the time, unless it has to be to keep that. */
const shareForStates = 0.02;

/**
 * Takes replicates in order and keeps the tables that grow with them: `measures.csv`, and the Parquet files where
 * client-level tables are asked for. Everything that does not grow is in the fold.
 */
export class RunWriter {
  readonly fold: ReplicateFold;
  private folder: string;
  private identity: RunIdentity;
  private plan: FoldPlan;
  private measures: number;
  private measuresBytes: number;
  private tables = new Map<string, ParquetTable>();
  private lines = new MeasureLines();
  /** By a clock that nobody sets. */
  private lastState = Number.NEGATIVE_INFINITY;
  private untilState = 0;
  private isOpen = true;
  /** Whether all that was folded is in the tables, or none of it: not while a replicate is being added. */
  private isWhole = true;
  /** Replicates in the state that is stored: from there a later run goes on. */
  stored = 0;

  /** Starts in an empty `folder`, or goes on from `resumed`, whose files lie in it. */
  constructor(folder: string, plan: FoldPlan, identity: RunIdentity, resumed?: RunState) {
    this.folder = folder;
    this.plan = plan;
    this.identity = identity;
    this.fold = resumed ? ReplicateFold.restore(plan, resumed.fold) : new ReplicateFold(plan);
    const path = join(folder, 'measures.csv');
    this.measures = openSync(path, resumed ? 'r+' : 'w');
    this.measuresBytes = 0;
    if (resumed) {
      this.stored = resumed.done;
      if (fstatSync(this.measures).size < resumed.measuresBytes) {
        closeSync(this.measures);
        throw new ResultsFolderError(
          `${path} is shorter than it was when the run stopped, so it cannot be resumed. Leave out --resume to start anew, or name another folder with --out`,
        );
      }
      ftruncateSync(this.measures, resumed.measuresBytes);
      this.measuresBytes = resumed.measuresBytes;
    } else this.appendMeasures(measuresHeader);
    if (!identity.clientTable) return;
    this.dropPieces();
    for (const file of Object.values(tableFiles)) {
      const state = resumed?.tables[file];
      const place = join(folder, file);
      this.tables.set(
        file,
        state === undefined ? ParquetTable.create(place) : ParquetTable.resume(place, state),
      );
    }
  }

  /** Compares the next replicate's designs, folds it and writes its rows. */
  add(measured: ReplicateResult): void {
    const { base, settings, yardsticks } = this.plan;
    const result = settings ? withContrasts(measured, base, settings, yardsticks) : measured;
    this.isWhole = false;
    this.fold.add(result);
    this.appendMeasures(this.lines.of(result));
    for (const design of result.designs)
      for (const { table, columns } of piecesOf(design))
        this.append(tableFiles[table], (file) => file.append(design.design, result.replicate, columns));
    this.isWhole = true;
    if (performance.now() - this.lastState >= this.untilState) this.keepState();
  }

  /** Stores the state, so that a later run can go on from here even if this one is killed. */
  keepState(): void {
    if (!this.isWhole) return;
    const began = performance.now();
    const tables: Record<string, string> = {};
    for (const [file, table] of this.tables) tables[file] = table.state();
    const state: RunState = {
      format: 1,
      identity: this.identity,
      done: this.fold.count,
      files: ['measures.csv', ...this.tables.keys()],
      fold: this.fold.state(),
      measuresBytes: this.measuresBytes,
      tables,
    };
    writeState(this.folder, state);
    this.lastState = performance.now();
    this.untilState = Math.min(mostMillisecondsBetweenStates, (this.lastState - began) / shareForStates);
    this.stored = state.done;
  }

  /** Completes the growing tables. */
  finish(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    closeSync(this.measures);
    for (const file of this.tables.keys()) this.append(file, (table) => table.finish());
    this.dropPieces();
  }

  /**
   * Stores the state and closes the tables as they are. Where a replicate could not be written to its end, on a full disk
   * say, the state before it stands.
   */
  leave(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    try {
      // First, since the disk may be full.
      this.dropPieces();
    } catch {
      // What is left of them goes with the next run.
    }
    try {
      this.keepState();
    } finally {
      closeSync(this.measures);
      for (const table of this.tables.values()) table.close();
    }
  }

  /** Where replicates leave their client-level tables until their turn, as the beginning of a path. */
  tablesOf(replicate: number): string {
    return join(this.folder, piecesFolder, String(replicate));
  }

  /** What was left for a turn that has not come, or by a run that was killed. */
  private dropPieces(): void {
    rmSync(join(this.folder, piecesFolder), { recursive: true, force: true });
  }

  private append(file: string, work: (table: ParquetTable) => void): void {
    const table = this.tables.get(file);
    if (table) withFile(join(this.folder, file), () => work(table));
  }

  private appendMeasures(text: string): void {
    const bytes = Buffer.from(text);
    withFile(join(this.folder, 'measures.csv'), () => {
      for (let at = 0; at < bytes.length; )
        at += writeSync(this.measures, bytes, at, bytes.length - at, this.measuresBytes + at);
    });
    this.measuresBytes += bytes.length;
  }
}

/** Client-level tables as they came: in memory, or left in a file. */
function* piecesOf(design: DesignResult): Generator<TablePiece> {
  if (design.tablesIn !== undefined) yield* takePieces(design.tablesIn);
  for (const table of ['clients', 'caseworkers'] as const) {
    const columns = design[table];
    if (columns) yield { table, columns };
  }
}
