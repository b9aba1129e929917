import type { ColumnSource } from 'hyparquet-writer';
import type { TableColumn } from '../simulation/contract.ts';
import { idText, ROWS_PER_PIECE } from '../simulation/index.ts';

/** Rows of a row group: a piece of a table, enough to be read fast and few enough to be held beside a run of any size. */
export const ROWS_PER_GROUP = ROWS_PER_PIECE;

/** What was gathered of a row group, for a run that goes on later. */
export interface PendingState {
  count: number;
  columns: TableColumn[];
}

/** The rows of one table that no row group holds yet: at most one group of them, whatever the size of a replicate. */
export class PendingRows {
  count = 0;
  private readonly columns: TableColumn[];

  /** For tables with the columns of `like`, whose rows are not taken. */
  constructor(like: readonly TableColumn[]) {
    this.columns = like.map((column) => roomFor(column));
  }

  static restore({ count, columns }: PendingState): PendingRows {
    const pending = new PendingRows(columns);
    pending.add(columns, 0);
    pending.count = count;
    return pending;
  }

  get isFull(): boolean {
    return this.count === ROWS_PER_GROUP;
  }

  /** Takes rows from `from` on while there is room; returns how many. */
  add(columns: readonly TableColumn[], from: number): number {
    const taken = Math.min(columns[0].data.length - from, ROWS_PER_GROUP - this.count);
    for (const [i, column] of columns.entries()) {
      const own = this.columns[i];
      const rows = column.data.subarray(from, from + taken);
      if (own.type === 'WORD' && column.type === 'WORD') {
        const numbers = numbersIn(own, column.words);
        own.data.set(
          rows.map((word) => (word < 0 ? -1 : numbers[word])),
          this.count,
        );
      } else own.data.set(rows, this.count);
    }
    this.count += taken;
    return taken;
  }

  /** The rows as the Parquet writer takes them; afterwards there are none. */
  take(): ColumnSource[] {
    const sources = this.columns.map((column) => sourceOf(column, this.count));
    this.count = 0;
    return sources;
  }

  state(): PendingState {
    const columns = this.columns.map((column) => ({ ...column, data: column.data.slice(0, this.count) }));
    return { count: this.count, columns: columns as TableColumn[] };
  }
}

function roomFor(column: TableColumn): TableColumn {
  switch (column.type) {
    case 'INT32':
      return { ...column, data: new Int32Array(ROWS_PER_GROUP) };
    case 'DOUBLE':
      return { ...column, data: new Float64Array(ROWS_PER_GROUP) };
    case 'WORD':
      return { ...column, data: new Int16Array(ROWS_PER_GROUP), words: [...column.words] };
    case 'ID':
      return { ...column, data: new Uint32Array(ROWS_PER_GROUP) };
  }
}

/** Numbers of words in a column's own list, to which new ones are added: designs may have other groups or roles. */
function numbersIn(own: { words: readonly string[] }, words: readonly string[]): number[] {
  const added = words.filter((word) => !own.words.includes(word));
  own.words = [...own.words, ...added];
  return words.map((word) => own.words.indexOf(word));
}

/** How a column is called and stored in the file; the writer reads its type from that, and its rows. */
export function sourceOf(column: TableColumn, count: number): ColumnSource {
  const { name } = column;
  switch (column.type) {
    case 'INT32':
      return { name, type: 'INT32', data: column.data.subarray(0, count) };
    case 'DOUBLE': {
      const rows = column.data.subarray(0, count);
      const data = rows.some(Number.isNaN)
        ? Array.from(rows, (value) => (Number.isNaN(value) ? null : value))
        : rows;
      return { name, type: 'DOUBLE', data };
    }
    case 'WORD':
      return {
        name,
        type: 'STRING',
        data: Array.from(column.data.subarray(0, count), (word) => column.words[word] ?? null),
      };
    case 'ID':
      return {
        name,
        type: 'STRING',
        data: Array.from(column.data.subarray(0, count), (id) => idText(column.of, id)),
      };
  }
}
