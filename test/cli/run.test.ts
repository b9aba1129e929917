import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import { parseCsv } from '../../src/tables/csv.ts';
import { bytesOf, scratchFolder } from '../results/scratch.ts';
import { type CommandOptions, streetlevel, until } from './command.ts';
import { replicatesWritten } from './replicatesWritten.ts';

const scratch = scratchFolder();

const exceptManifest = ['manifest.json', '.state.json'];

/** A scenario of a quarter of a second a replicate or less. */
function writeScenario(change: (text: string) => string = (text) => text): void {
  writeFileSync(join(scratch(), 'mine.yaml'), change(firstScenario));
}

const run = (words: readonly string[], options: CommandOptions = {}) =>
  streetlevel(['run', 'mine.yaml', ...words], { cwd: scratch(), ...options });

const folder = (name: string) => join(scratch(), name);
const json = (...path: string[]) => JSON.parse(readFileSync(join(scratch(), ...path), 'utf8'));

describe('run', () => {
  it('writes the whole folder and prints where the report is', async () => {
    writeScenario();
    const { code, out, err } = await run(['--replicates', '3', '--client-table']);
    expect(code).toBe(0);
    expect(out).toBe(`${folder('results/mine/report.html')}\n`);
    expect(err).toContain('outcome rate');
    expect(readdirSync(folder('results'))).toEqual(['mine']);
    expect(readdirSync(folder('results/mine')).sort()).toEqual([
      'caseworkers.parquet',
      'catalogue.json',
      'charts',
      'clients.parquet',
      'differences.csv',
      'lenses.json',
      'manifest.json',
      'measures.csv',
      'parameters.json',
      'report.html',
      'scenario.resolved.yaml',
      'summary.json',
      'weekly.csv',
    ]);
    const charts = readdirSync(folder('results/mine/charts'));
    expect(charts.filter((file) => file.endsWith('.png')).length).toBeGreaterThanOrEqual(4);
    expect(charts.filter((file) => file.endsWith('.svg')).length * 3).toBe(charts.length);

    const manifest = json('results/mine/manifest.json');
    expect(manifest).toMatchObject({
      format: 1,
      scenario: 'mine',
      replicates: 3,
      partial: false,
      base: 'feePerJob',
    });
    expect(manifest.command).toBe('streetlevel run mine.yaml --replicates 3 --client-table');
    const summary = json('results/mine/summary.json');
    expect(Object.keys(summary.designs)).toEqual(['feePerJob', 'grant']);
    expect(summary.designs.feePerJob.measures['outcome.rate']).toMatchObject({ n: 3 });
    const [header, ...rows] = parseCsv(readFileSync(folder('results/mine/measures.csv'), 'utf8'));
    expect(header.slice(0, 5)).toEqual(['design', 'replicate', 'measure', 'slice', 'value']);
    expect(new Set(rows.map(([, replicate]) => replicate))).toEqual(new Set(['0', '1', '2']));
    const clients = await parquetReadObjects({
      file: await asyncBufferFromFile(folder('results/mine/clients.parquet')),
    });
    expect(Object.keys(clients[0]).slice(0, 2)).toEqual(['design', 'replicate']);
  });

  it('gives the same bytes at 1, 2 and 4 threads, stopped and resumed, or killed and resumed', async () => {
    writeScenario();
    const words = ['--replicates', '8', '--client-table'];
    for (const threads of ['1', '2', '4']) {
      expect(await run([...words, '--threads', threads, '--out', `t${threads}`])).toMatchObject({ code: 0 });
    }
    const expected = bytesOf(folder('t1'), exceptManifest);
    expect(bytesOf(folder('t2'), exceptManifest)).toEqual(expected);
    expect(bytesOf(folder('t4'), exceptManifest)).toEqual(expected);

    const stopped = await run([...words, '--threads', '1', '--out', 'stopped'], {
      onStart: (child) =>
        void until(() => replicatesWritten(folder('.stopped.partial')) >= 2).then(() => child.kill('SIGINT')),
    });
    expect(stopped.code).toBe(130);
    expect(stopped.err).toContain('--resume');
    const partial = json('stopped/manifest.json');
    expect(partial).toMatchObject({ partial: true, replicatesAsked: 8 });
    expect(partial.replicates).toBeGreaterThanOrEqual(2);
    expect(partial.replicates).toBeLessThan(8);
    expect(readFileSync(folder('stopped/report.html'), 'utf8').toLowerCase()).toContain('partial');
    expect(await run([...words, '--threads', '2', '--out', 'stopped', '--resume'])).toMatchObject({
      code: 0,
    });
    expect(bytesOf(folder('stopped'), ['manifest.json'])).toEqual(expected);

    const killed = await run([...words, '--threads', '1', '--out', 'killed'], {
      onStart: (child) =>
        void until(() => replicatesWritten(folder('.killed.partial')) >= 3).then(() => child.kill('SIGKILL')),
    });
    expect(killed.code).toBeNull();
    expect(existsSync(folder('killed'))).toBe(false);
    const resumed = await run([...words, '--threads', '2', '--out', 'killed', '--resume']);
    expect(resumed.code).toBe(0);
    expect(resumed.err).toContain('Going on after');
    expect(bytesOf(folder('killed'), ['manifest.json'])).toEqual(expected);
    expect(readdirSync(scratch()).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('leaves nothing when stopped before the first replicate, with the code of the signal', async () => {
    writeScenario((text) => text.replace('poisson(10)', 'poisson(4000)').replace('posts: 12', 'posts: 4800'));
    const { code, out, err } = await run(['--replicates', '2', '--threads', '1'], {
      onStart: (child) =>
        void until(() => existsSync(folder('results/.mine.partial/.lock'))).then(() => child.kill('SIGTERM')),
    });
    expect([code, out]).toEqual([143, '']);
    expect(err).toContain('No replicate was finished');
    expect(readdirSync(folder('results'))).toEqual([]);
  });

  it('gives the first replicates of a longer run, and other luck with another seed', async () => {
    writeScenario();
    await run(['--replicates', '2', '--out', 'two', '--quiet']);
    await run(['--replicates', '4', '--out', 'four', '--quiet']);
    await run(['--replicates', '2', '--out', 'other', '--quiet', '--seed', 'another']);
    const text = (name: string) => readFileSync(folder(`${name}/measures.csv`), 'utf8');
    expect(text('four').startsWith(text('two'))).toBe(true);
    expect(text('other')).not.toBe(text('two'));
    const values = (replicate: string) =>
      parseCsv(text('two'))
        .filter(([design, r]) => design === 'feePerJob' && r === replicate)
        .map(([, , , , value]) => value);
    expect(values('0')).not.toEqual(values('1'));
  });

  it('says nothing but the answer with --quiet --json, and nothing of progress in a pipe', async () => {
    writeScenario();
    const { code, out, err } = await run(['--replicates', '1', '--quiet', '--json']);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ state: 'done', replicates: 1, folder: folder('results/mine') });
    const spoken = await run(['--replicates', '1']);
    expect(spoken.err).not.toContain('\r');
    expect(spoken.err).not.toContain('\u001b');
    expect(readdirSync(folder('results')).sort()).toEqual(['mine', 'mine.previous']);
  });

  it('does not write over a folder that was named', async () => {
    writeScenario();
    writeFileSync(folder('note.txt'), 'mine');
    const { code, err } = await run(['--replicates', '1', '--out', '.', '--force']);
    expect(code).toBe(2);
    expect(err).toContain('holds something else than results');
    expect(readFileSync(folder('note.txt'), 'utf8')).toBe('mine');
  });

  it.each([
    ['0 weeks of referrals', ['--set', 'clock.referralWeeks=0']],
    ['0 caseworkers', ['--set', 'caseworkers.roles.adviser.posts=0']],
    ['nobody referred', ['--set', 'clients.referrals=0']],
    [
      'a group of size 0',
      ['--set', 'clients.groups.nearer.share=1', '--set', 'clients.groups.further.share=0'],
    ],
  ])('of %s gives a whole folder and no NaN', async (_, words) => {
    writeScenario();
    const { code, err } = await run(['--replicates', '2', '--client-table', ...words]);
    expect(err).not.toMatch(/^\s+at /m);
    expect(code).toBe(0);
    for (const file of ['summary.json', 'measures.csv', 'weekly.csv', 'differences.csv', 'report.html']) {
      const text = readFileSync(folder(`results/mine/${file}`), 'utf8').replaceAll(
        /<script[^>]*>.*?<\/script>/gs,
        '',
      );
      expect(/.{0,60}\b(NaN|Infinity)\b.{0,60}/.exec(text)?.[0]).toBeUndefined();
    }
  });
});

describe('report', () => {
  it('draws the same charts and report again from the tables', async () => {
    writeScenario();
    await run(['--replicates', '2']);
    const before = bytesOf(folder('results/mine'));
    writeFileSync(folder('results/mine/report.html'), 'lost');
    writeFileSync(folder('results/mine/charts/old.svg'), 'old');
    const { code, out } = await streetlevel(['report', 'results/mine'], { cwd: scratch() });
    expect([code, out]).toEqual([0, `${join('results/mine', 'report.html')}\n`]);
    expect(bytesOf(folder('results/mine'))).toEqual(before);
  });
});
