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
const four = ['start', 'growth', 'decay']
  .map((part) => `clients.trust.${part}`)
  .concat('caseworkers.allocation.tau');
const few = ['--parameters', four.join(','), '--trajectories', '3'];

const folder = (...path: string[]) => join(scratch(), ...path);
const sensitivity = (words: readonly string[], options: CommandOptions = {}) => {
  writeFileSync(folder('mine.yaml'), `${firstScenario}${short}`);
  return streetlevel(['sensitivity', 'mine.yaml', ...words], { cwd: scratch(), ...options });
};
const table = (...path: string[]) => {
  const [header, ...rows] = parseCsv(readFileSync(folder(...path), 'utf8'));
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
};

describe('sensitivity', () => {
  it('screens assumptions: tables, charts, a report with the answer first, and the words of it', async () => {
    const { code, out, err } = await sensitivity([...few, '--measure', 'outcome.rate']);
    expect(err).toContain('4 assumptions were varied together over 15 points (3 trajectories after Morris');
    expect(err).toContain('2 runs of every design on the same luck');
    expect(err).toMatch(/first by outcome rate at the values of the file, is first at \d+%/);
    expect(code).toBe(0);
    expect(out).toBe(`${folder('results/mine.sensitivity/report.html')}\n`);
    expect(table('results/mine.sensitivity/points.csv').length).toBe(15);
    const indices = table('results/mine.sensitivity/indices.csv');
    const designs = [...new Set(indices.map(({ design }) => design))];
    expect(designs.length).toBe(3);
    expect(designs[2]).toMatch(/^\w+-\w+$/);
    expect(indices.length).toBe(3 * 4);
    for (const { n, muStar, muStarLo, muStarHi } of indices) {
      expect(n).toBe('3');
      expect(Number(muStarLo)).toBeLessThanOrEqual(Number(muStar));
      expect(Number(muStarHi)).toBeGreaterThanOrEqual(Number(muStar));
    }
    expect(table('results/mine.sensitivity/hinges.csv').map(({ moves }) => moves)).toEqual([
      '3',
      '3',
      '3',
      '3',
    ]);
    expect(readdirSync(folder('results/mine.sensitivity/charts'))).toEqual(
      expect.arrayContaining(['rankingHinges.png', 'sensitivityIndices.png']),
    );
    const page = readFileSync(folder('results/mine.sensitivity/report.html'), 'utf8');
    expect(page.indexOf('is first at')).toBeLessThan(page.indexOf('assumptions were varied together'));
    expect(page).toContain('What the ranking hangs on');
    // The folder can be drawn again from its tables alone.
    const before = bytesOf(folder('results/mine.sensitivity'), exceptManifest);
    expect((await streetlevel(['report', 'results/mine.sensitivity'], { cwd: scratch() })).code).toBe(0);
    expect(bytesOf(folder('results/mine.sensitivity'), exceptManifest)).toEqual(before);
  });

  it('gives the same bytes for any threads, and stopped and resumed; stopped, an answer from what is there', async () => {
    expect((await sensitivity([...few, '--threads', '2', '--quiet', '--out', 'whole'])).code).toBe(0);
    const stopped = await sensitivity([...few, '--threads', '1', '--out', 'stopped'], {
      async onStart(child) {
        const points = folder('.stopped.partial/points');
        await until(() => existsSync(points) && readdirSync(points).includes('000006.json'));
        child.kill('SIGINT');
      },
    });
    expect(stopped.code).toBe(130);
    expect(stopped.err).toMatch(/\d+ points? kept, marked as partial/);
    expect(readFileSync(folder('stopped/report.html'), 'utf8')).toMatch(/\d were not reached/);
    expect(table('stopped/indices.csv').length).toBeGreaterThan(0);
    const { code, err } = await sensitivity([...few, '--out', 'stopped', '--resume']);
    expect(err).toMatch(/Going on after \d+ points/);
    expect(code).toBe(0);
    expect(bytesOf(folder('stopped'), exceptManifest)).toEqual(bytesOf(folder('whole'), exceptManifest));
  });

  it('takes the variance apart by Sobol’, of chosen designs', async () => {
    const words = ['--method', 'sobol', '--samples', '8', '--parameters', 'clients.trust.start,*.tau'];
    const { code, err } = await sensitivity([...words, '--measure', 'hours.perClientWeek[fifth=5]:higher']);
    expect(code).toBe(0);
    expect(err).toContain('8 rows after Saltelli');
    const indices = table('results/mine.sensitivity/indices.csv');
    expect(indices.length).toBe(3 * 2);
    for (const { rows, dropped, S1, ST } of indices) {
      expect([rows, dropped]).toEqual(['8', '0']);
      expect(Number.isFinite(Number(S1)) && Number(ST) >= 0).toBe(true);
    }
  });

  it('says what cannot be done, all before anything runs', async () => {
    const refused = async (...words: string[]) => {
      const { code, err } = await sensitivity(words);
      expect(code).toBe(2);
      return err;
    };
    expect(await refused('--parameters', 'clients.trust.strat')).toMatch(
      /Did you mean clients\.trust\.start\?/,
    );
    expect(await refused('--levels', '3')).toMatch(/levels must be even/);
    expect(await refused('--samples', '8')).toMatch(/belongs to --method sobol/);
    expect(await refused('--method', 'sobol', '--levels', '4')).toMatch(/belong to --method morris/);
    expect(await refused('--only', 'nobody')).toMatch(/there is no such design/);
    expect(await refused('--measure', 'outcome.rat')).toMatch(/Did you mean/);
    expect(existsSync(folder('results'))).toBe(false);
  });
});
