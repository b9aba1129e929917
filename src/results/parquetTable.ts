import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { TableColumn } from '../simulation/contract.ts';

/** The writer's own bookkeeping: what its footer will say of the row groups that are in the file. */
interface WriterState {
  bytes: number;
  schema: ParquetWriter['schema'];
  rowGroups: ParquetWriter['row_groups'];
  rows: bigint;
  pendingIndexes: ParquetWriter['pendingIndexes'];
}

/**
 * A Parquet file that grows by one row group a design and replicate, so that memory holds one at a time. The
 * first two columns are `design` and `replicate`. Its state can be stored and taken up again by a resumed run.
 */
export class ParquetTable {
  private file: number;
  private bytes = new FileBytes();
  private writer: ParquetWriter | undefined;

  private constructor(file: number) {
    this.file = file;
  }

  static create(path: string): ParquetTable {
    return new ParquetTable(openSync(path, 'w'));
  }

  /** Goes on with a file of which `state` was taken; what was written after that is cut off. */
  static resume(path: string, state: string): ParquetTable {
    const table = new ParquetTable(openSync(path, 'r+'));
    const stored: WriterState | null = deserialize(Buffer.from(state, 'base64'));
    ftruncateSync(table.file, stored?.bytes ?? 0);
    if (stored) {
      const writer = new ParquetWriter({ writer: table.bytes, schema: stored.schema });
      writer.row_groups = stored.rowGroups;
      writer.num_rows = stored.rows;
      writer.pendingIndexes = stored.pendingIndexes;
      // The file has its head already, and offsets count from its start.
      table.bytes.index = 0;
      table.bytes.offset = stored.bytes;
      table.bytes.written = stored.bytes;
      table.writer = writer;
    }
    return table;
  }

  /** Appends the rows of one design in one replicate. All calls must have the same columns; no rows, no row group. */
  append(design: string, replicate: number, columns: readonly TableColumn[]): void {
    const rows = columns[0]?.data.length ?? 0;
    const columnData: ColumnSource[] = [
      { name: 'design', type: 'STRING', data: new Array(rows).fill(design), nullable: false },
      { name: 'replicate', type: 'INT32', data: new Int32Array(rows).fill(replicate), nullable: false },
      ...columns.map(({ name, type, data }) => ({ name, type, data: decodedArray(data), nullable: true })),
    ];
    const schema = schemaFromColumnData({ columnData });
    if (!this.writer) this.writer = new ParquetWriter({ writer: this.bytes, schema });
    else if (JSON.stringify(schema) !== JSON.stringify(this.writer.schema)) {
      throw new Error(
        `design ${design}, replicate ${replicate}: the client-level columns differ from the first ones`,
      );
    }
    if (rows > 0) this.writer.write({ columnData, rowGroupSize: rows });
    this.bytes.flushTo(this.file);
  }

  state(): string {
    const { writer } = this;
    const state: WriterState | null = writer
      ? {
          bytes: this.bytes.written,
          schema: writer.schema,
          rowGroups: writer.row_groups,
          rows: writer.num_rows,
          pendingIndexes: writer.pendingIndexes,
        }
      : null;
    return serialize(state).toString('base64');
  }

  /** Writes the footer and closes the file. */
  finish(): void {
    this.writer?.finish();
    this.bytes.flushTo(this.file);
    closeSync(this.file);
  }

  /** Closes the file as it is, for a later {@link ParquetTable.resume}. */
  close(): void {
    closeSync(this.file);
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

/** Parquet writers read some typed arrays as bytes; those become plain lists. */
function decodedArray(data: TableColumn['data']): ColumnSource['data'] {
  if (data instanceof Int32Array || data instanceof Float64Array) return data;
  return Array.isArray(data) ? data : Array.from(data as ArrayLike<number>);
}
