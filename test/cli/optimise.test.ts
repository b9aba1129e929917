import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import { parseCsv } from '../../src/tables/csv.ts';
import { bytesOf, scratchFolder } from '../results/scratch.ts';
import { type CommandOptions, streetlevel, until } from './command.ts';

const scratch = scratchFolder();
const exceptManifest = ['manifest.json', '.state.json'];
const short =
  'clock: { referralWeeks: 6, followUp: 24 }\nmeasures: { horizon: 20, window: 24, parkedAfter: 4 }\n';
const fee = 'incentives.startFee.amount';
const goals = ['--goal', 'additional.rate', '--goal', 'spend.total:lower'];
const few = [
  ...goals,
  '--vary',
  `${fee}=0:6000`,
  '--budget',
  '12',
  '--replicates',
  '2',
  '--check-replicates',
  '3',
];

const folder = (...path: string[]) => join(scratch(), ...path);
const optimise = (words: readonly string[], options: CommandOptions = {}) => {
  writeFileSync(folder('mine.yaml'), `${firstScenario}${short}`);
  return streetlevel(['optimise', 'mine.yaml', ...words], { cwd: scratch(), ...options });
};
const table = (...path: string[]) => {
  const [header, ...rows] = parseCsv(readFileSync(folder(...path), 'utf8'));
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
};
const summary = (...path: string[]) =>
  JSON.parse(readFileSync(folder(...path, 'summary.json'), 'utf8')).designs.feePerJob.measures;

describe('optimise', () => {
  it('writes the front: words, table, chart, report, and each place as a scenario that gives its numbers', async () => {
    const { code, out, err } = await optimise([...few, '--where', 'parking.share<=0.9']);
    expect(err).toContain('Running at most 12 points × 1 design × 2 replicates of mine.');
    expect(code).toBe(0);
    expect(out).toBe(`${folder('results/mine.optimise/report.html')}\n`);
    const rows = table('results/mine.optimise/front.csv');
    expect(rows[0].place).toBe('file');
    const front = rows.filter(({ file }) => file !== '');
    expect(front.map(({ place }) => place)).toEqual(front.map((_, i) => String(i + 1)));
    expect(front.length).toBeGreaterThan(0);
    expect(readdirSync(folder('results/mine.optimise/front'))).toEqual(
      front.map(({ file }) => file.slice(6)),
    );
    expect(readdirSync(folder('results/mine.optimise/charts'))).toEqual([
      'front.png',
      'front.svg',
      'front.vl.json',
    ]);
    const page = readFileSync(folder('results/mine.optimise/report.html'), 'utf8');
    expect(page).toContain('id="front"');
    expect(page).toContain('(with other luck)');
    // A place is run by itself in the luck that its figures are from.
    const last = front[front.length - 1];
    const text = readFileSync(folder('results/mine.optimise', last.file), 'utf8');
    expect(text).toContain(
      'optimised: for additional.rate (higher) and spend.total (lower), with parking.share <= 0.9',
    );
    expect(text).toMatch(/range: \[ 0, 6000 \]/);
    const scenario = join('results/mine.optimise', last.file);
    const words = ['--replicates', '3', '--seed', 'streetlevel, other luck', '--out', 'again', '--quiet'];
    expect((await streetlevel(['run', scenario, ...words], { cwd: scratch() })).code).toBe(0);
    const measures = summary('again');
    for (const key of ['additional.rate', 'spend.total'])
      expect(measures[key].mean).toBeCloseTo(Number(last[`${key}:mean`]), 9);
    // The folder can be drawn again from its tables alone.
    const before = bytesOf(folder('results/mine.optimise'), exceptManifest);
    expect((await streetlevel(['report', 'results/mine.optimise'], { cwd: scratch() })).code).toBe(0);
    expect(bytesOf(folder('results/mine.optimise'), exceptManifest)).toEqual(before);
  });

  it('gives the same bytes for any threads, and stopped and resumed; stopped, the front so far', async () => {
    expect((await optimise([...few, '--threads', '2', '--quiet', '--out', 'whole'])).code).toBe(0);
    const stopped = await optimise([...few, '--threads', '1', '--out', 'stopped'], {
      async onStart(child) {
        const points = folder('.stopped.partial/points');
        await until(() => existsSync(points) && readdirSync(points).includes('000009.json'));
        child.kill('SIGINT');
      },
    });
    expect(stopped.code).toBe(130);
    expect(stopped.err).toMatch(/\d+ points? kept, marked as partial/);
    expect(readFileSync(folder('stopped/report.html'), 'utf8')).toContain(
      'stopped before the front was told in other luck',
    );
    expect(readFileSync(folder('stopped/front/01.yaml'), 'utf8')).toContain('not yet told again');
    const { code, err } = await optimise([...few, '--out', 'stopped', '--resume']);
    expect(err).toMatch(/Going on after \d+ points/);
    expect(code).toBe(0);
    expect(bytesOf(folder('stopped'), exceptManifest)).toEqual(bytesOf(folder('whole'), exceptManifest));
  });

  it('varies a design by itself, goes round points that cannot be run, and takes one goal', async () => {
    // People have to be followed for as long as is counted: two of eight combinations cannot be run.
    const vary = ['--vary', 'clock.followUp=24,40', '--vary', 'measures.horizon=12,20,28,36'];
    const words = ['--goal', 'additional.rate', '--design', 'grant', '--budget', '20', '--replicates', '2'];
    const { code, err } = await optimise([...words, ...vary, '--check-replicates', '2']);
    expect(code).toBe(1);
    expect(err).toMatch(/Best for share with an additional outcome/);
    expect(err).toContain('2 points could not be run');
    const failed = table('results/mine.optimise/points.csv').filter(({ state }) => state === 'failed');
    expect(failed.length).toBe(2);
    for (const { why } of failed) expect(why).toContain('people are not followed for that long');
    expect(readFileSync(folder('results/mine.optimise/report.html'), 'utf8')).toContain(
      'The search came upon no further settings to try.',
    );
    expect(
      Object.keys(JSON.parse(readFileSync(folder('results/mine.optimise/summary.json'), 'utf8')).designs),
    ).toEqual(['grant']);
  });

  it('says what cannot be done, all before anything runs', async () => {
    const refused = async (...words: string[]) => {
      const { code, err } = await optimise(words);
      expect([1, 2]).toContain(code);
      return err;
    };
    expect(await refused()).toMatch(/--goal KEY.*\n.*--vary path.*\nExample: streetlevel optimise/s);
    expect(await refused(...few, '--design', 'grand')).toMatch(/no design grand.*Did you mean grant\?/);
    expect(await refused(...goals, '--vary', `${fee}=0:6000`, '--replicates', '1')).toMatch(/2 or more/);
    expect(await refused('--goal', 'outcome.rat', '--vary', 'incentives.startFee.amout=0:1')).toMatch(
      /Did you mean outcome\.rate\?[\s\S]*Did you mean incentives\.startFee\.amount\?/,
    );
    expect(await refused(...goals, '--vary', `${fee}=-100:6000`)).toMatch(/at least 0/);
    const shares = ['nearer', 'further'].flatMap((name) => ['--vary', `clients.groups.${name}.share=0:1`]);
    expect(await refused(...goals, ...shares)).toMatch(/none of 32 settings.*leave one out/);
    expect(existsSync(folder('results'))).toBe(false);
  });
});
