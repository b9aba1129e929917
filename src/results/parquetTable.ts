import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { TableColumn } from '../simulation/contract.ts';
import { PendingRows, type PendingState, sourceOf } from './pendingRows.ts';

/** What a file needs to go on: the footer as far as it is known, and the rows that no row group holds yet. */
interface TableState {
  bytes: number;
  schema: ParquetWriter['schema'];
  rowGroups: ParquetWriter['row_groups'];
  rows: bigint;
  pending: PendingState;
}

/**
 * A Parquet file that grows by row groups of {@link ROWS_PER_GROUP} rows while a run goes on: small replicates share
 * one, large ones fill several, and memory holds the rows of one. The first two columns are `design` and `replicate`.
 * Its state can be stored and taken up again by a resumed run, which gives the same bytes.
 */
export class ParquetTable {
  private file: number;
  private bytes = new FileBytes();
  private writer: ParquetWriter | undefined;
  private pending: PendingRows | undefined;

  private constructor(file: number) {
    this.file = file;
  }

  static create(path: string): ParquetTable {
    return new ParquetTable(openSync(path, 'w'));
  }

  /** Goes on with a file of which `state` was taken; what was written after that is cut off. */
  static resume(path: string, state: string): ParquetTable {
    const table = new ParquetTable(openSync(path, 'r+'));
    const stored: TableState | null = deserialize(Buffer.from(state, 'base64'));
    ftruncateSync(table.file, stored?.bytes ?? 0);
    if (stored) {
      const writer = new ParquetWriter({ writer: table.bytes, schema: stored.schema });
      writer.row_groups = stored.rowGroups;
      writer.num_rows = stored.rows;
      // The file has its head already, and offsets count from its start.
      table.bytes.index = 0;
      table.bytes.offset = stored.bytes;
      table.bytes.written = stored.bytes;
      table.writer = writer;
      table.pending = PendingRows.restore(stored.pending);
    }
    return table;
  }

  /** Rows that are held in memory, being in no row group yet. */
  get rowsHeld(): number {
    return this.pending?.count ?? 0;
  }

  /** Appends the rows of one design in one replicate. All calls must have the same columns. */
  append(design: string, replicate: number, columns: readonly TableColumn[]): void {
    const rows = columns[0]?.data.length ?? 0;
    const all: TableColumn[] = [
      { name: 'design', type: 'WORD', data: new Int16Array(rows), words: [design] },
      { name: 'replicate', type: 'INT32', data: new Int32Array(rows).fill(replicate) },
      ...columns,
    ];
    const columnData = all.map((column, i) => ({ ...sourceOf(column, 0), nullable: i >= 2 }));
    const schema = schemaFromColumnData({ columnData });
    this.pending ??= new PendingRows(all);
    if (!this.writer) {
      this.writer = new ParquetWriter({ writer: this.bytes, schema });
      this.bytes.flushTo(this.file);
    } else if (JSON.stringify(schema) !== JSON.stringify(this.writer.schema)) {
      throw new Error(
        `design ${design}, replicate ${replicate}: the client-level columns differ from the first ones`,
      );
    }
    for (let row = 0; row < rows; ) {
      row += this.pending.add(all, row);
      if (this.pending.isFull) this.writeGroup();
    }
  }

  state(): string {
    const { writer, pending } = this;
    const state: TableState | null =
      writer && pending
        ? {
            bytes: this.bytes.written,
            schema: writer.schema,
            rowGroups: writer.row_groups,
            rows: writer.num_rows,
            pending: pending.state(),
          }
        : null;
    return serialize(state).toString('base64');
  }

  /** Writes what is held and the footer, and closes the file. */
  finish(): void {
    if (this.rowsHeld > 0) this.writeGroup();
    this.writer?.finish();
    this.bytes.flushTo(this.file);
    closeSync(this.file);
  }

  /** Closes the file as it is, for a later {@link ParquetTable.resume}. */
  close(): void {
    closeSync(this.file);
  }

  private writeGroup(): void {
    const { writer, pending } = this;
    if (!writer || !pending) return;
    const rowGroupSize = pending.count;
    // Without indexes of pages, of which a row group has few: they would be held until the end.
    const columnData = pending.take().map((column) => ({ ...column, offsetIndex: false }));
    writer.write({ columnData, rowGroupSize });
    writer.pendingIndexes = [];
    this.bytes.flushTo(this.file);
  }
}

/** Bytes on their way to a file. */
class FileBytes extends ByteWriter {
  written = 0;

  flushTo(file: number): void {
    const bytes = this.getBytes();
    for (let at = 0; at < bytes.length; )
      at += writeSync(file, bytes, at, bytes.length - at, this.written + at);
    this.written += bytes.length;
    this.index = 0;
  }
}
