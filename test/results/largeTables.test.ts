import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Backend } from '../../src/backends/backend.ts';
import { takePieces } from '../../src/backends/tableFiles.ts';
import { openThreadPool } from '../../src/backends/threads.ts';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import { foldPlanOf } from '../../src/experiment/foldPlan.ts';
import { openExperiment } from '../../src/experiment/members.ts';
import type { RunIdentity } from '../../src/results/runIdentity.ts';
import { type RunState, readState } from '../../src/results/runState.ts';
import { RunWriter } from '../../src/results/runWriter.ts';
import type { ReplicateResult, TableColumn } from '../../src/simulation/contract.ts';
import { openScenario, ROWS_PER_PIECE, simulateReplicate } from '../../src/simulation/index.ts';
import { bytesOf, scratchFolder } from './scratch.ts';

const scratch = scratchFolder();
let pool: Backend | undefined;
afterEach(() => pool?.close());

const bundle = {
  file: 'first.yaml',
  text: firstScenario,
  extended: {},
  set: [
    'clients.referrals=36000',
    'clock.referralWeeks=1',
    'clock.followUp=2',
    'measures.horizon=2',
    'measures.window=2',
    'caseworkers.roles.adviser.posts=60',
  ],
};
const options = { references: [], clientTable: true, designs: ['feePerJob'] };
const identity: RunIdentity = { version: '0', seed: 'test', hashes: {}, references: [], clientTable: true };

function folder(name: string): string {
  const path = join(scratch(), name);
  mkdirSync(path);
  return path;
}

/** Columns that follow each other, as one table. */
const joined = (pieces: readonly TableColumn[][]) =>
  pieces[0].map(({ name }, i) => ({ name, data: pieces.flatMap((piece) => [...piece[i].data]) }));

it('tables of several row groups cross in pieces, in no message, and give the file of whole ones', async () => {
  const [pieces, whole] = [folder('pieces'), folder('whole')];
  const plan = foldPlanOf(openExperiment([{ name: 'first', bundle, designs: options.designs }]), []);
  const writer = new RunWriter(pieces, plan, identity);
  const wholeWriter = new RunWriter(whole, plan, identity);
  pool = openThreadPool(2);
  const asked = [0, 1].map((replicate) =>
    pool!.run({ bundle, options, replicate, tablesTo: writer.tablesOf(replicate) }),
  );
  // Late results wait on the disk: the second is there whenever it is done.
  const results: ReplicateResult[] = await Promise.all(asked);
  const loaded = openScenario(bundle);
  for (const [replicate, result] of results.entries()) {
    const own = simulateReplicate(loaded, replicate, options);
    for (const [d, design] of result.designs.entries()) {
      expect(design).not.toHaveProperty('clients');
      expect(design).not.toHaveProperty('caseworkers');
      expect(design.rows).toEqual(own.designs[d].rows);
    }
    writer.add(result);
    wholeWriter.add(own);
  }
  writer.finish();
  wholeWriter.finish();
  expect(bytesOf(pieces, ['.state.json'])).toEqual(bytesOf(whole, ['.state.json']));
});

it('pieces are never longer than a row group, and follow each other to the whole', () => {
  const loaded = openScenario(bundle);
  const { designs } = simulateReplicate(loaded, 0, options);
  const taken: Record<string, TableColumn[][]> = { clients: [], caseworkers: [] };
  const { designs: without } = simulateReplicate(loaded, 0, options, (design, table, columns) => {
    expect(design).toBe('feePerJob');
    taken[table].push(columns);
  });
  expect(without[0]).not.toHaveProperty('clients');
  for (const table of ['clients', 'caseworkers'] as const) {
    const lengths = taken[table].map(([{ data }]) => data.length);
    expect(Math.max(...lengths)).toBe(table === 'clients' ? ROWS_PER_PIECE : 60);
    expect(joined(taken[table])).toEqual(joined([designs[0][table]!]));
  }
});

it('what a killed run left for a later turn is gone when it goes on', () => {
  const path = folder('killed');
  const plan = foldPlanOf(openExperiment([{ name: 'first', bundle, designs: options.designs }]), []);
  const writer = new RunWriter(path, plan, identity);
  writer.keepState();
  const left = `${writer.tablesOf(3)}-0`;
  mkdirSync(join(left, '..'), { recursive: true });
  writeFileSync(left, 'half a piece');
  const resumed = new RunWriter(path, plan, identity, readState<RunState>(path));
  expect(existsSync(left)).toBe(false);
  resumed.leave();
  expect(readdirSync(path)).not.toContain('pieces');
});

it('a replicate that could not be written to its end is not kept: the state before it stands', () => {
  const path = folder('broken');
  const plan = foldPlanOf(openExperiment([{ name: 'first', bundle, designs: options.designs }]), []);
  const loaded = openScenario(bundle);
  const writer = new RunWriter(path, plan, identity);
  writer.add(simulateReplicate(loaded, 0, options));
  const whole = readState<RunState>(path);
  const { designs } = simulateReplicate(loaded, 1, { ...options, clientTable: false });
  const broken = designs.map((one) => ({ ...one, tablesIn: { path: join(path, 'nowhere'), pieces: 1 } }));
  expect(() => writer.add({ replicate: 1, designs: broken })).toThrow('nowhere');
  writer.leave();
  expect(writer.stored).toBe(1);
  expect(readState<RunState>(path)).toEqual(whole);
  const resumed = new RunWriter(path, plan, identity, readState<RunState>(path));
  expect(resumed.fold.count).toBe(1);
  resumed.leave();
});

it('a file that is cut off is told', () => {
  const path = join(scratch(), 'cut');
  for (const bytes of [[], [200, 0], [200, 0, 0, 0], [200, 0, 0, 0, 1, 2]]) {
    writeFileSync(path, Buffer.from(bytes));
    expect(() => [...takePieces({ path, pieces: 1 })]).toThrow('is cut off after 0 of 1 pieces');
  }
});
