import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import { parseCsv } from '../../src/tables/csv.ts';
import { bytesOf, scratchFolder } from '../results/scratch.ts';
import { type CommandOptions, streetlevel, until } from './command.ts';

const scratch = scratchFolder();
const path = (...names: string[]) => join(scratch(), ...names);
const text = (...names: string[]) => readFileSync(path(...names), 'utf8');
const json = (...names: string[]) => JSON.parse(text(...names));
const compare = (words: readonly string[], options: CommandOptions = {}) =>
  streetlevel(['compare', ...words], { cwd: scratch(), ...options });

function write(name: string, change: (text: string) => string = (same) => same): void {
  writeFileSync(path(name), change(firstScenario));
}

/** Rows of `measures.csv` of one design, without its name. */
const rowsOf = (folder: string, design: string): string[][] =>
  parseCsv(text(folder, 'measures.csv'))
    .filter(([id]) => id === design)
    .map(([, ...rest]) => rest);

describe('compare', () => {
  it('gives every file the numbers that run gives with the first file’s seed and replicates', async () => {
    write('mine.yaml', (same) => same.replace('replicates: 10', 'replicates: 3\nseed: ours'));
    write('other.yaml', (same) => same.replace('posts: 12', 'posts: 8'));
    const { code, out } = await compare(['mine.yaml', 'other.yaml#grant', '--quiet']);
    expect([code, out]).toEqual([0, `${path('results/mine+other.compare/report.html')}\n`]);
    const folder = 'results/mine+other.compare';
    expect(readdirSync(path(folder)).sort()).toEqual([
      'catalogue.json',
      'charts',
      'differences.csv',
      'lenses.json',
      'manifest.json',
      'measures.csv',
      'mine.resolved.yaml',
      'other.resolved.yaml',
      'parameters.json',
      'ranking.csv',
      'ranking.json',
      'report.html',
      'scorecard.html',
      'summary.json',
      'weekly.csv',
    ]);
    expect(json(folder, 'manifest.json')).toMatchObject({ kind: 'compare', replicates: 3, seed: 'ours' });
    const alone = (file: string) =>
      streetlevel(['run', file, '--seed', 'ours', '--replicates', '3', '--out', `run-${file}`, '--quiet'], {
        cwd: scratch(),
      });
    await alone('mine.yaml');
    await alone('other.yaml');
    expect(rowsOf(folder, 'mine/grant')).toEqual(rowsOf('run-mine.yaml', 'grant'));
    // What compares with the base does so with that of the comparison.
    const own = (rows: string[][]) => rows.filter(([, measure]) => !measure.startsWith('goodhart.'));
    expect(own(rowsOf(folder, 'other/grant'))).toEqual(own(rowsOf('run-other.yaml', 'grant')));
    expect(rowsOf(folder, 'other/grant').length).toBeGreaterThan(100);
  });

  it('finds two names for one policy, says so, and has differences of exactly 0', async () => {
    write('one.yaml');
    write('two.yaml');
    const { code } = await compare(['one.yaml', 'two.yaml', '--replicates', '2', '--quiet', '--out', 'c']);
    expect(code).toBe(0);
    const [, ...rows] = parseCsv(text('c/differences.csv'));
    const same = rows.filter(([design]) => design === 'two/feePerJob');
    expect(same.length).toBeGreaterThan(100);
    for (const [, , , , mean, sd] of same) expect([mean, sd].every((x) => x === '0' || x === '')).toBe(true);
    const { warnings } = json('c/manifest.json');
    for (const design of ['feePerJob', 'grant'])
      expect(warnings).toContain(
        `Design two/${design} gives exactly the results of one/${design}: the two are one policy under two names.`,
      );
    expect(text('c/report.html')).toContain('one policy under two names');
    const { measures } = json('c/ranking.json');
    for (const { neighbours } of measures)
      expect(neighbours.filter(({ sd }: { sd: number }) => sd === 0).length).toBeGreaterThanOrEqual(2);
  });

  it('has designs agree to the last digit before their first week', async () => {
    write('mine.yaml', (same) =>
      same.replace('grant: { title: A grant', 'grant: { from: 20, title: A grant'),
    );
    await compare(['mine.yaml', '--replicates', '2', '--quiet', '--out', 'c']);
    const [, ...rows] = parseCsv(text('c/weekly.csv'));
    const weeks = (design: string, early: boolean) =>
      rows.filter(([id, week]) => id === design && Number(week) < 20 === early).map(([, ...rest]) => rest);
    expect(weeks('grant', true).length).toBeGreaterThan(200);
    expect(weeks('grant', true)).toEqual(weeks('feePerJob', true));
    expect(weeks('grant', false)).not.toEqual(weeks('feePerJob', false));
  });

  it('gives the same bytes at 1 and 4 threads, and stopped and resumed', async () => {
    write('mine.yaml');
    write('other.yaml', (same) => same.replace('posts: 12', 'posts: 8'));
    const words = ['mine.yaml', 'other.yaml', '--replicates', '6', '--reference', 'need-first', '--quiet'];
    await compare([...words, '--threads', '1', '--out', 'one']);
    await compare([...words, '--threads', '4', '--out', 'four']);
    const except = ['manifest.json', '.state.json'];
    const expected = bytesOf(path('one'), except);
    expect(bytesOf(path('four'), except)).toEqual(expected);
    const written = () => {
      const file = path('.stopped.partial/measures.csv');
      return existsSync(file) && readFileSync(file, 'utf8').includes('\nmine/grant,1,');
    };
    const stopped = await compare([...words, '--threads', '1', '--out', 'stopped'], {
      onStart: (child) => void until(written).then(() => child.kill('SIGINT')),
    });
    expect(stopped.code).toBe(130);
    expect(json('stopped/manifest.json')).toMatchObject({ partial: true, kind: 'compare' });
    expect((await compare([...words, '--out', 'stopped', '--resume'])).code).toBe(0);
    expect(bytesOf(path('stopped'), ['manifest.json'])).toEqual(expected);
    const drawn = await streetlevel(['report', 'one'], { cwd: scratch() });
    expect(drawn.code).toBe(0);
    expect(bytesOf(path('one'), except)).toEqual(expected);
  });

  it('runs chosen designs, the base always', async () => {
    write(
      'mine.yaml',
      (same) =>
        `${same}  third: { title: Fewer, set: { caseworkers: { roles: { adviser: { posts: 6 } } } } }\n`,
    );
    const designs = (folder: string) => Object.keys(json(folder, 'summary.json').designs);
    await compare(['mine.yaml#third,grant', '--replicates', '1', '--quiet', '--out', 'a']);
    expect(designs('a')).toEqual(['third', 'grant']);
    expect(json('a/summary.json').base).toBe('third');
    await streetlevel(['run', 'mine.yaml', '--only', 'third', '--replicates', '1', '--quiet', '--out', 'b'], {
      cwd: scratch(),
    });
    expect(designs('b')).toEqual(['feePerJob', 'third']);
    expect(rowsOf('b', 'third').filter(([, measure]) => !measure.startsWith('goodhart.'))).toEqual(
      rowsOf('a', 'third').filter(([, measure]) => !measure.startsWith('goodhart.')),
    );
  });

  it.each([
    [['mine.yaml#grand'], 'has no design grand. Its designs are feePerJob, grant'],
    [['mine.yaml#'], 'names no design'],
    [['mine.yaml', '--only', 'x'], 'there is no design x'],
    [['mine.yaml', '--rank', 'outcome.rte'], 'there is no measure outcome.rte'],
    [['mine.yaml', 'none.yaml'], 'there is no file none.yaml'],
    [['-', '-'], 'standard input can be read once'],
    [['mine.yaml', 'euro.yaml'], 'currency is "EUR" in euro and "GBP" in mine'],
    [[], 'compare needs a file'],
  ])('refuses %j and writes nothing', async (words, message) => {
    write('mine.yaml');
    write('euro.yaml', (same) => same.replace('replicates: 10', 'currency: EUR'));
    const { code, err } = await compare(words);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(existsSync(path('results'))).toBe(false);
  });
});
