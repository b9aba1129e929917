import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import { parseCsv } from '../../src/tables/csv.ts';
import { bytesOf, scratchFolder } from '../results/scratch.ts';
import { type CommandOptions, streetlevel, until } from './command.ts';

const scratch = scratchFolder();
const posts = 'caseworkers.roles.adviser.posts';
const fee = 'incentives.startFee.amount';
const exceptManifest = ['manifest.json', '.state.json'];

/** A scenario of some tens of milliseconds a replicate. */
function writeScenario(): void {
  const short =
    'clock: { referralWeeks: 6, followUp: 24 }\nmeasures: { horizon: 20, window: 24, parkedAfter: 4 }\n';
  writeFileSync(join(scratch(), 'mine.yaml'), `${firstScenario}${short}`);
}

const grid = ['--vary', `${posts}=6,12`, '--vary', `${fee}=1000:4000:3`, '--replicates', '3'];

const sweep = (words: readonly string[], options: CommandOptions = {}) =>
  streetlevel(['sweep', 'mine.yaml', ...words], { cwd: scratch(), ...options });
const folder = (...path: string[]) => join(scratch(), ...path);
const table = (...path: string[]) => {
  const [header, ...rows] = parseCsv(readFileSync(folder(...path), 'utf8'));
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
};
const json = (...path: string[]) => JSON.parse(readFileSync(folder(...path), 'utf8'));

describe('sweep', () => {
  it('writes tables that other tools read, charts and a report, and says what it found', async () => {
    writeScenario();
    const { code, out, err } = await sweep([...grid, '--measure', 'hours.perClientWeek[fifth=5]']);
    expect(err).toContain('6 settings of adviser: posts and start fee: amount were run');
    expect(code).toBe(0);
    expect(out).toBe(`${folder('results/mine.sweep/report.html')}\n`);
    const points = table('results/mine.sweep/points.csv');
    expect(points.map((row) => [row.point, row[posts], row[fee], row.state])).toEqual([
      ['0', '6', '1000', 'done'],
      ['1', '6', '2500', 'done'],
      ['2', '6', '4000', 'done'],
      ['3', '12', '1000', 'done'],
      ['4', '12', '2500', 'done'],
      ['5', '12', '4000', 'done'],
    ]);
    expect(readFileSync(folder('results/mine.sweep/problem.csv'), 'utf8')).toBe(
      `${posts},6,12\n${fee},1000,4000\n`,
    );
    expect(readdirSync(folder('results/mine.sweep/charts'))).toEqual(
      expect.arrayContaining(['responseCurves.svg', 'responseCurves.png', 'settingsMap.svg']),
    );
    // The wide table holds the means of the tidy one.
    const [wide] = table('results/mine.sweep/wide.csv');
    const tidy = table('results/mine.sweep/outcomes.csv').find(
      (row) =>
        row.point === '0' &&
        row.design === 'feePerJob' &&
        row.measure === 'hours.perClientWeek' &&
        row.slice === 'fifth=5',
    )!;
    expect(Number(tidy.mean)).toBeGreaterThan(0);
    expect(wide['feePerJob:hours.perClientWeek[fifth=5]']).toBe(tidy.mean);
    // Nothing that only unfinished work needs is left.
    expect(existsSync(folder('results/mine.sweep/points'))).toBe(false);
    expect(readFileSync(folder('results/mine.sweep/report.html'), 'utf8')).toContain('What was varied');
  });

  it('gives at a point what run gives with --set', async () => {
    writeScenario();
    await sweep(['--vary', `${posts}=6,12`, '--replicates', '2', '--quiet']);
    await streetlevel(['run', 'mine.yaml', '--set', `${posts}=6`, '--replicates', '2', '--quiet'], {
      cwd: scratch(),
    });
    const { measures } = json('results/mine/summary.json').designs.grant;
    const row = table('results/mine.sweep/outcomes.csv').find(
      ({ point, design, measure, slice }) =>
        point === '0' && design === 'grant' && measure === 'outcome.rate' && slice === '',
    )!;
    expect(Number(row.mean)).toBe(measures['outcome.rate'].mean);
    expect(Number(row.lo)).toBeCloseTo(measures['outcome.rate'].lo, 12);
  });

  it('gives the same bytes for any threads, in parts put together, and stopped and resumed', async () => {
    writeScenario();
    expect((await sweep([...grid, '--threads', '1', '--quiet', '--out', 'one'])).code).toBe(0);
    const whole = bytesOf(folder('one'), exceptManifest);
    expect((await sweep([...grid, '--threads', '2', '--quiet', '--out', 'two'])).code).toBe(0);
    expect(bytesOf(folder('two'), exceptManifest)).toEqual(whole);

    for (const part of ['2/2', '1/2'])
      expect((await sweep([...grid, '--shard', part, '--quiet'])).code).toBe(0);
    const gathered = await streetlevel(['gather', 'results/mine.sweep.shards'], { cwd: scratch() });
    expect(gathered).toMatchObject({ code: 0, out: `${folder('results/mine.sweep/report.html')}\n` });
    expect(bytesOf(folder('results/mine.sweep'), exceptManifest)).toEqual(whole);

    const stopped = await sweep([...grid, '--threads', '1', '--out', 'stopped'], {
      async onStart(child) {
        const points = folder('.stopped.partial/points');
        await until(() => existsSync(points) && readdirSync(points).includes('000001.json'));
        child.kill('SIGINT');
      },
    });
    expect(stopped.code).toBe(130);
    expect(stopped.err).toContain('--resume');
    const before = table('stopped/points.csv');
    expect(before.filter(({ state }) => state === 'missing').length).toBeGreaterThan(0);
    expect(json('stopped/manifest.json')).toMatchObject({ partial: true, kind: 'sweep' });
    // Whoever goes on with other points is told so, and nothing is lost.
    const other = await sweep(['--vary', `${posts}=6`, '--replicates', '3', '--out', 'stopped', '--resume']);
    expect(other).toMatchObject({ code: 2, err: expect.stringContaining('other points') });
    const { code, err } = await sweep([...grid, '--out', 'stopped', '--resume']);
    expect(code).toBe(0);
    expect(err).toMatch(/Going on after \d points?/);
    expect(bytesOf(folder('stopped'), exceptManifest)).toEqual(whole);
    expect((await sweep([...grid, '--out', 'stopped', '--resume'])).err).toContain('complete already');
  });

  it('goes on after a kill with the points that were finished', async () => {
    writeScenario();
    const points = folder('.killed.partial/points');
    await sweep([...grid, '--threads', '1', '--out', 'killed'], {
      async onStart(child) {
        await until(() => existsSync(points) && readdirSync(points).includes('000001.json'));
        child.kill('SIGKILL');
      },
    });
    expect(existsSync(folder('killed'))).toBe(false);
    const { code, err } = await sweep([...grid, '--out', 'killed', '--resume']);
    expect(code).toBe(0);
    expect(err).toMatch(/Going on after \d points?/);
  });

  it('loses nothing when a point fails, says why, and exits with 1', async () => {
    writeScenario();
    // Each value is sound at some point; at the last, nobody is followed for as long as is counted.
    writeFileSync(
      folder('points.csv'),
      'clock.followUp,measures.horizon,measures.window\n16,12,12\n30,28,28\n16,28,28\n',
    );
    const words = ['--points-file', 'points.csv', '--replicates', '2', '--out', 'three'];
    const { code, err } = await sweep(words);
    expect(code).toBe(1);
    expect(err).toContain('1 point could not be run');
    const points = table('three/points.csv');
    expect(points.map(({ state }) => state)).toEqual(['done', 'done', 'failed']);
    expect(points[2].why).toContain('people are not followed for that long');
    expect(json('three/manifest.json')).toMatchObject({
      partial: true,
      points: { asked: 3, done: 2, failed: 1 },
    });
    expect(readFileSync(folder('three/report.html'), 'utf8')).toContain('Points that could not be run');
    const again = await sweep([...words, '--resume']);
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('Going on after 2 points') });
  });

  it('refuses before anything runs what it cannot read, all at once', async () => {
    writeScenario();
    const { code, err } = await sweep([
      '--vary',
      'caseworkers.roles.adviser.post=3,4',
      '--vary',
      `${fee}=-5,10`,
    ]);
    expect(code).toBe(2);
    expect(err).toContain('posts');
    expect(err).toContain(fee);
    expect((await sweep([])).err).toContain('--vary');
    const measure = await sweep([
      '--vary',
      `${posts}=3,4`,
      '--measure',
      'outcome.rat',
      '--measure',
      'paid.total[x=1]',
    ]);
    expect(measure.code).toBe(2);
    expect(measure.err).toContain('Did you mean outcome.rate?');
    expect(measure.err).toContain('paid.total');
    expect(existsSync(folder('results'))).toBe(false);
  });

  it('draws charts and report of its folder again, byte by byte', async () => {
    writeScenario();
    await sweep([...grid, '--quiet']);
    const before = bytesOf(folder('results/mine.sweep'), exceptManifest);
    const { code } = await streetlevel(['report', 'results/mine.sweep'], { cwd: scratch() });
    expect(code).toBe(0);
    expect(bytesOf(folder('results/mine.sweep'), exceptManifest)).toEqual(before);
  });
});

describe('gather', () => {
  it('says which parts are missing, and which do not belong together', async () => {
    writeScenario();
    await sweep([...grid, '--shard', '1/3', '--quiet']);
    const missing = await streetlevel(['gather', 'results/mine.sweep.shards'], { cwd: scratch() });
    expect(missing.code).toBe(2);
    expect(missing.err).toContain('2/3, 3/3');
    await sweep(['--vary', `${posts}=6,12,18`, '--replicates', '3', '--shard', '2/3', '--quiet']);
    const other = await streetlevel(['gather', 'results/mine.sweep.shards'], { cwd: scratch() });
    expect(other.err).toContain('belongs to another sweep');
    const nothing = await streetlevel(['gather', '.'], { cwd: scratch() });
    expect(nothing).toMatchObject({ code: 2, err: expect.stringContaining('no parts of a sweep') });
  });
});
