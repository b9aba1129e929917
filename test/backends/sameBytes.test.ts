import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import { runExperiment } from '../../src/results/runExperiment.ts';
import { bundleScenario } from '../../src/simulation/index.ts';
import { type CommandOptions, commandPath, streetlevel } from '../cli/command.ts';
import { bytesOf, scratchFolder } from '../results/scratch.ts';
import { shufflingBackend } from './shuffled.ts';

/*
 * One run under all that must not move it. Threads, interrupts and kills: test/cli/run.test.ts and test/faults. Chromium
 * against Node: test/browser/core.test.ts. Traced or not: test/simulation/watch/trace/sameRun.test.ts.
 * Several at once, over other programmes: crossed.test.ts.
 */

const scratch = scratchFolder();
const folder = (name: string) => join(scratch(), name);
const lines = (name: string) => readFileSync(folder(`${name}/measures.csv`), 'utf8').split('\n');
const words = ['run', 'mine.yaml', '--replicates', '5'];
const run = (out: string, more: readonly string[] = [], options: CommandOptions = {}) =>
  streetlevel([...words, '--out', out, ...more], { cwd: scratch(), ...options });

beforeEach(() => writeFileSync(folder('mine.yaml'), firstScenario));

describe('a run', () => {
  it('is the same bytes with and without client-level tables, said or unsaid, and in other places and hours', async () => {
    const elsewhere = { ...process.env, TZ: 'Pacific/Auckland', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };
    expect(await run('plain')).toMatchObject({ code: 0 });
    expect(await run('tables', ['--client-table', '--quiet'])).toMatchObject({ code: 0 });
    expect(await run('elsewhere', ['--json'], { env: elsewhere })).toMatchObject({ code: 0 });
    const expected = bytesOf(folder('plain'), ['manifest.json']);
    expect(Object.keys(expected).length).toBeGreaterThan(20);
    const more = ['manifest.json', 'clients.parquet', 'caseworkers.parquet', 'report.html'];
    const { 'report.html': _, ...without } = expected;
    expect(bytesOf(folder('tables'), more)).toEqual(without);
    // The report says what was typed.
    const report = (name: string) => readFileSync(folder(`${name}/report.html`), 'utf8');
    expect(report('tables').replaceAll(' --client-table', '')).toBe(report('plain'));
    expect(bytesOf(folder('elsewhere'), ['manifest.json'])).toEqual(expected);
  });

  it('is the same bytes where nothing is compiled by the engine, which computes as is written', () => {
    // The interpreter alone is slow: fewer people.
    const asked = [commandPath, ...words, '--scale', '0.2', '--threads', '1', '--quiet', '--out'];
    for (const [out, flags] of Object.entries({ compiled: [], interpreted: ['--no-opt', '--no-sparkplug'] }))
      expect(spawnSync(process.execPath, [...flags, ...asked, out], { cwd: scratch() }).status).toBe(0);
    const expected = bytesOf(folder('compiled'), ['manifest.json']);
    expect(Object.keys(expected).length).toBeGreaterThan(20);
    expect(bytesOf(folder('interpreted'), ['manifest.json'])).toEqual(expected);
  });

  it('has the same rows of a measure whatever else is measured', async () => {
    expect(await run('all')).toMatchObject({ code: 0 });
    const few = ['hours', 'waiting'];
    expect(await run('few', ['--set', `measures.include=[${few.join(', ')}]`])).toMatchObject({ code: 0 });
    const all = new Set(lines('all'));
    const kept = lines('few');
    expect(kept.length).toBeGreaterThan(100);
    expect(kept.length).toBeLessThan(all.size / 2);
    expect(kept.filter((line) => !all.has(line))).toEqual([]);
  });

  it('is the same bytes whatever the order in which its replicates are done', async () => {
    const bundle = bundleScenario({ text: firstScenario, file: 'mine.yaml' }, () => ({ problem: 'none' }), [
      'replicates=12',
      'scale=0.3',
    ]);
    const orders: number[][] = [];
    for (const seed of ['one order', 'another order']) {
      const backend = shufflingBackend(seed);
      const request = {
        kind: 'run' as const,
        scenario: 'mine',
        members: [{ name: 'mine', bundle }],
        only: [],
        references: [],
        rank: [],
        clientTable: true,
        threads: 1,
        backend: async () => backend,
        out: folder(seed),
        explicitOut: true,
        force: false,
        resume: false,
        command: 'streetlevel run mine.yaml',
        commandTyped: 'streetlevel run mine.yaml',
      };
      const nothing = () => {};
      const outcome = await runExperiment(request, {
        signal: new AbortController().signal,
        onStart: nothing,
        onReplicate: nothing,
        onWriting: nothing,
        onNews: nothing,
        onStanding: nothing,
        onFailure: nothing,
      });
      expect(outcome).toMatchObject({ state: 'done', replicates: 12 });
      orders.push(backend.order);
    }
    const inTurn = orders[0].toSorted((a, b) => a - b);
    expect(inTurn).toEqual(Array.from({ length: 12 }, (_, replicate) => replicate));
    expect(orders[0]).not.toEqual(orders[1]);
    expect(orders[0]).not.toEqual(inTurn);
    const expected = bytesOf(folder('one order'), ['manifest.json']);
    expect(Object.keys(expected).length).toBeGreaterThan(20);
    expect(bytesOf(folder('another order'), ['manifest.json'])).toEqual(expected);
  });
});
