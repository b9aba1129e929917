import { appendFileSync, cpSync, mkdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { describe, expect, it, vi } from 'vitest';
import type { RunIdentity } from '../../src/results/runIdentity.ts';
import { type RunState, readState } from '../../src/results/runState.ts';
import { RunWriter } from '../../src/results/runWriter.ts';
import type { TableColumn } from '../../src/simulation/contract.ts';
import { csvNumber, parseCsv } from '../../src/tables/csv.ts';
import { fakePlan, fakeReplicate } from '../experiment/fakeReplicate.ts';
import { bytesOf, scratchFolder } from './scratch.ts';

const scratch = scratchFolder();

const identity: RunIdentity = {
  version: '0.0.0',
  seed: 'test',
  hashes: { asBuilt: 'a', outcomeOnly: 'b' },
  references: [],
  clientTable: true,
};

function folder(name: string): string {
  const path = join(scratch(), name);
  mkdirSync(path);
  return path;
}

function write(writer: RunWriter, from: number, to: number): RunWriter {
  for (let replicate = from; replicate < to; replicate++) writer.add(fakeReplicate(replicate, true));
  return writer;
}

const tableBytes = (path: string) => bytesOf(path, ['.state.json']);

/** What a run writes without a stop; its own state apart. */
function uninterrupted(replicates: number): Record<string, string> {
  const path = folder('whole');
  const writer = write(new RunWriter(path, fakePlan, identity), 0, replicates);
  writer.finish();
  return tableBytes(path);
}

describe('run writer', () => {
  it('writes one row a design, replicate and measure, in order, with numbers that read back exactly', () => {
    const path = folder('run');
    write(new RunWriter(path, fakePlan, identity), 0, 3).finish();
    const [header, ...rows] = parseCsv(readFileSync(join(path, 'measures.csv'), 'utf8'));
    expect(header).toEqual(['design', 'replicate', 'measure', 'slice', 'value', 'why']);
    const expected = [0, 1, 2].flatMap((replicate) =>
      fakeReplicate(replicate).designs.flatMap(({ design, rows }) =>
        rows.map(({ measure, slice, value, why }) => [design, replicate, measure, slice, value, why ?? '']),
      ),
    );
    expect(
      rows.map(([design, r, measure, slice, value, why]) => [
        design,
        Number(r),
        measure,
        slice,
        csvNumber(value),
        why,
      ]),
    ).toEqual(expected);
  });

  it('is resumed to the same bytes after a stop', () => {
    const path = folder('stopped');
    const first = write(new RunWriter(path, fakePlan, identity), 0, 4);
    first.keepState();
    first.finish();
    const resumed = new RunWriter(path, fakePlan, identity, readState<RunState>(path));
    expect(resumed.fold.count).toBe(4);
    write(resumed, 4, 9);
    resumed.finish();
    expect(tableBytes(path)).toEqual(uninterrupted(9));
  });

  it('is resumed to the same bytes after a kill that left half-written rows behind the state', () => {
    const path = folder('killed');
    const writer = write(new RunWriter(path, fakePlan, identity), 0, 2);
    writer.keepState();
    const state = readState<RunState>(path);
    write(writer, 2, 5);
    const copy = join(scratch(), 'copy');
    cpSync(path, copy, { recursive: true });
    writer.finish();
    appendFileSync(join(copy, 'measures.csv'), 'asBuilt,5,outcome.ra');
    appendFileSync(join(copy, 'clients.parquet'), 'half a page');
    const resumed = write(new RunWriter(copy, fakePlan, identity, state), 2, 6);
    resumed.finish();
    expect(tableBytes(copy)).toEqual(uninterrupted(6));
  });

  it('refuses tables that are shorter than the state says, and leaves them as they are', () => {
    const path = folder('short');
    write(new RunWriter(path, fakePlan, identity), 0, 3).leave();
    truncateSync(join(path, 'measures.csv'), 100);
    const state = readState<RunState>(path);
    expect(() => new RunWriter(path, fakePlan, identity, state)).toThrow(
      'is shorter than it was when the run stopped, so it cannot be resumed. Leave out --resume',
    );
    expect(statSync(join(path, 'measures.csv')).size).toBe(100);
  });

  it('stores its state every two seconds or more often, also where the clock is set back', () => {
    const date = vi.spyOn(Date, 'now');
    const clock = vi.spyOn(performance, 'now');
    try {
      const writer = new RunWriter(folder('clock'), fakePlan, identity);
      for (let replicate = 0; replicate < 4; replicate++) {
        date.mockReturnValue(1e12 - 1e9 * replicate);
        clock.mockReturnValue(1000 + 2001 * replicate);
        writer.add(fakeReplicate(replicate, true));
        expect(writer.stored).toBe(replicate + 1);
      }
      writer.leave();
    } finally {
      vi.restoreAllMocks();
    }
  });

  it('is resumed from a stop before the first replicate', () => {
    const path = folder('early');
    const writer = new RunWriter(path, fakePlan, identity);
    writer.leave();
    const resumed = write(new RunWriter(path, fakePlan, identity, readState<RunState>(path)), 0, 2);
    resumed.finish();
    expect(tableBytes(path)).toEqual(uninterrupted(2));
  });

  it('writes client-level tables that another reader reads, design and replicate first', async () => {
    const path = folder('tables');
    const writer = write(new RunWriter(path, fakePlan, identity), 0, 2);
    writer.keepState();
    const resumed = write(new RunWriter(path, fakePlan, identity, readState<RunState>(path)), 2, 3);
    resumed.finish();
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(join(path, 'clients.parquet')) });
    expect(rows).toHaveLength(3 * 2 * 3);
    expect(Object.keys(rows[0])).toEqual(['design', 'replicate', 'client', 'need', 'group', 'strain']);
    expect(rows.map(({ replicate }) => replicate)).toEqual([0, 1, 2].flatMap((r) => new Array(6).fill(r)));
    expect(rows[17]).toEqual({
      design: 'outcomeOnly',
      replicate: 2,
      client: 3,
      need: (fakeReplicate(2, true).designs[1].clients![1].data as Float64Array)[2],
      group: 'jsa',
      strain: null,
    });
    const staff = await parquetReadObjects({
      file: await asyncBufferFromFile(join(path, 'caseworkers.parquet')),
    });
    expect(staff).toHaveLength(3 * 2 * 2);
  });

  it('writes client-level tables that are empty when nobody was referred', async () => {
    const path = folder('nobody');
    const writer = new RunWriter(path, fakePlan, identity);
    const empty = fakeReplicate(0, true);
    for (const design of empty.designs) {
      design.clients = design.clients!.map((column) => ({
        ...column,
        data: column.data.slice(0, 0),
      })) as TableColumn[];
    }
    writer.add(empty);
    writer.finish();
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(join(path, 'clients.parquet')) });
    expect(rows).toEqual([]);
  });
});
