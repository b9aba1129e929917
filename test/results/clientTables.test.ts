import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { ParquetWriter } from 'hyparquet-writer';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ParquetTable } from '../../src/results/parquetTable.ts';
import { ROWS_PER_GROUP } from '../../src/results/pendingRows.ts';
import type { TableColumn } from '../../src/simulation/contract.ts';
import { idText, simulateReplicate } from '../../src/simulation/index.ts';
import { openSmall } from '../support/smallScenario.ts';
import { bytesOf, scratchFolder } from './scratch.ts';

const scratch = scratchFolder();
const path = (name = 'clients.parquet'): string => join(scratch(), name);
const options = { references: [], clientTable: true };

type Row = Record<string, string | number | null>;

/** What the simulation gave, row by row, as readers are to find it. */
function rowsOf(design: string, replicate: number, columns: readonly TableColumn[]): Row[] {
  const cell = (column: TableColumn, row: number): string | number | null => {
    const value = column.data[row];
    if (column.type === 'WORD') return column.words[value] ?? null;
    if (column.type === 'ID') return idText(column.of, value);
    return Number.isNaN(value) ? null : value;
  };
  return Array.from({ length: columns[0].data.length }, (_, row) => ({
    design,
    replicate,
    ...Object.fromEntries(columns.map((column) => [column.name, cell(column, row)])),
  }));
}

async function readByDuckDb(file: string, query = 'select * from clients'): Promise<Row[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`create view clients as from read_parquet('${file}')`);
  const rows = (await connection.runAndReadAll(query)).getRowObjectsJS() as Row[];
  connection.closeSync();
  return rows;
}

/** A table of so many people, each with a number of its own. */
const people = (count: number, first = 0): TableColumn[] => [
  {
    name: 'client',
    type: 'ID',
    data: Uint32Array.from({ length: count }, (_, i) => first + i),
    of: 'client',
  },
  { name: 'need', type: 'DOUBLE', data: Float64Array.from({ length: count }, (_, i) => (first + i) / 7) },
  { name: 'group', type: 'WORD', data: new Int16Array(count).fill(first % 2), words: ['near', 'far'] },
];

async function rowGroups(file: string): Promise<number[]> {
  const { row_groups } = await parquetMetadataAsync(await asyncBufferFromFile(file));
  return row_groups.map(({ num_rows }) => Number(num_rows));
}

describe('client-level tables', () => {
  it('hold every row of the simulation to the last digit, for readers of two origins', async () => {
    const loaded = openSmall();
    for (const name of ['clients', 'caseworkers'] as const) {
      const file = path(`${name}.parquet`);
      const table = ParquetTable.create(file);
      const expected = [0, 1].flatMap((replicate) =>
        simulateReplicate(loaded, replicate, options).designs.flatMap((result) => {
          table.append(result.design, replicate, result[name]!);
          return rowsOf(result.design, replicate, result[name]!);
        }),
      );
      table.finish();
      expect(expected.length).toBeGreaterThan(5);
      expect(await parquetReadObjects({ file: await asyncBufferFromFile(file) })).toEqual(expected);
      expect(await readByDuckDb(file)).toEqual(expected);
    }
  });

  it('are asked by a query language as they are', async () => {
    const table = ParquetTable.create(path());
    table.append('asBuilt', 0, people(100_000));
    table.append('grant', 0, people(50_001, 1));
    table.finish();
    const query =
      'select design, "group", count(*)::int as n, max(need) as need from clients group by all order by design';
    expect(await readByDuckDb(path(), query)).toEqual([
      { design: 'asBuilt', group: 'near', n: 100_000, need: 99_999 / 7 },
      { design: 'grant', group: 'far', n: 50_001, need: 50_001 / 7 },
    ]);
  });

  it('give words back whatever their number in each design', async () => {
    const table = ParquetTable.create(path());
    const group = (words: string[], data: number[]): TableColumn[] => [
      { name: 'group', type: 'WORD', data: Int16Array.from(data), words },
    ];
    table.append('one', 0, group(['a', 'b'], [0, 1, -1]));
    table.append('two', 0, group(['c', 'b'], [0, 1]));
    table.finish();
    const rows = await readByDuckDb(path());
    expect(rows.map(({ design, group }) => [design, group])).toEqual([
      ['one', 'a'],
      ['one', 'b'],
      ['one', null],
      ['two', 'c'],
      ['two', 'b'],
    ]);
  });
});

describe('row groups', () => {
  afterEach(() => vi.restoreAllMocks());

  /** The rows of each row group as they are handed to the writer, which holds them until they are in the file. */
  function watchGroups(): number[] {
    const sizes: number[] = [];
    const write = ParquetWriter.prototype.write;
    vi.spyOn(ParquetWriter.prototype, 'write').mockImplementation(function (this: ParquetWriter, given) {
      sizes.push(given.columnData[0].data.length);
      return write.call(this, given);
    });
    return sizes;
  }

  it('of a large replicate are written one after another, and none is larger than the limit', async () => {
    const sizes = watchGroups();
    const table = ParquetTable.create(path());
    const count = 4 * ROWS_PER_GROUP + 1000;
    table.append('asBuilt', 0, people(count));
    expect(table.rowsHeld).toBe(1000);
    expect(statSync(path()).size).toBeGreaterThan(4 * ROWS_PER_GROUP);
    table.finish();
    expect(sizes).toEqual([...new Array(4).fill(ROWS_PER_GROUP), 1000]);
    expect(await rowGroups(path())).toEqual(sizes);
    const [{ n, last }] = await readByDuckDb(
      path(),
      'select count(*)::int as n, max(need) as last from clients',
    );
    expect([n, last]).toEqual([count, (count - 1) / 7]);
  });

  it('are shared by small replicates, so that neither rows nor groups pile up with their number', async () => {
    const sizes = watchGroups();
    const table = ParquetTable.create(path());
    let most = 0;
    for (let replicate = 0; replicate < 2000; replicate++) {
      table.append('asBuilt', replicate, people(50, 50 * replicate));
      most = Math.max(most, table.rowsHeld);
    }
    table.finish();
    expect(most).toBeLessThan(ROWS_PER_GROUP);
    expect(sizes).toHaveLength(Math.ceil((2000 * 50) / ROWS_PER_GROUP));
    const [{ n, replicates }] = await readByDuckDb(
      path(),
      'select count(distinct client)::int as n, count(distinct replicate)::int as replicates from clients',
    );
    expect([n, replicates]).toEqual([2000 * 50, 2000]);
  });

  it('are the same bytes after a stop in the middle of one, or before the first', () => {
    const append = (table: ParquetTable, from: number, to: number): ParquetTable => {
      for (let replicate = from; replicate < to; replicate++)
        table.append('asBuilt', replicate, people(9000, replicate));
      return table;
    };
    append(ParquetTable.create(path('whole.parquet')), 0, 12).finish();
    for (const stop of [0, 1, 3, 5, 11]) {
      const file = path('stopped.parquet');
      const first = append(ParquetTable.create(file), 0, stop);
      const state = first.state();
      // What is written after the state was taken is no part of it.
      append(first, stop, stop + 2).close();
      append(ParquetTable.resume(file, state), stop, 12).finish();
      expect(bytesOf(scratch())['stopped.parquet']).toEqual(bytesOf(scratch())['whole.parquet']);
    }
  });
});
