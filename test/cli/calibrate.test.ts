import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import type { FitFindings } from '../../src/tables/fit.ts';
import { bytesOf, scratchFolder } from '../results/scratch.ts';
import { type CommandOptions, streetlevel, until } from './command.ts';

const scratch = scratchFolder();
const exceptManifest = ['manifest.json', '.state.json'];
const short =
  'clock: { referralWeeks: 12, followUp: 30 }\nmeasures: { horizon: 26, window: 30, parkedAfter: 4 }\n';
const nearer = 'clients.groups.nearer.barriers.health';
const further = 'clients.groups.further.barriers.health';

const folder = (...path: string[]) => join(scratch(), ...path);
const json = (...path: string[]) => JSON.parse(readFileSync(folder(...path), 'utf8'));
const write = (targets: string, name = 'targets.yaml') => {
  writeFileSync(folder('mine.yaml'), `${firstScenario}${short}`);
  writeFileSync(folder(name), targets);
};
const calibrate = (words: readonly string[], options: CommandOptions = {}) =>
  streetlevel(['calibrate', 'mine.yaml', '--replicates', '6', ...words], { cwd: scratch(), ...options });

const rates = (nearerRate: number, furtherRate: number, tolerance: number) => `format: 1
targets:
  nearer: { title: Outcomes of the nearer, measure: "outcome.rate[group=nearer]", value: ${nearerRate}, tolerance: ${tolerance}, source: a twin }
  further: { measure: "outcome.rate[group=further]", value: ${furtherRate}, tolerance: ${tolerance}, source: a twin }
parameters:
  ${nearer}: { from: -2, to: 2 }
  ${further}: { from: -2, to: 2 }
`;

describe('calibrate', () => {
  it('finds parameters again from what they bring about, and writes a scenario that does bring it about', async () => {
    write('');
    const truth = [
      '--set',
      `${nearer}=0.2`,
      '--set',
      `${further}=0.5`,
      '--replicates',
      '6',
      '--out',
      'truth',
    ];
    expect((await streetlevel(['run', 'mine.yaml', ...truth], { cwd: scratch() })).code).toBe(0);
    const { measures } = json('truth/summary.json').designs.feePerJob;
    const [a, b] = ['nearer', 'further'].map((group) => measures[`outcome.rate[group=${group}]`].mean);
    write(rates(a, b, 0.002));
    const { code, out, err } = await calibrate(['--to', 'targets.yaml']);
    expect(code).toBe(0);
    expect(out).toBe(`${folder('results/mine.calibrate/report.html')}\n`);
    expect(err).toMatch(/Running at most \d+ points × 1 design × 6 replicates/);
    // Six runs of so few people move by many times this tolerance.
    expect(err).toMatch(/In 6 runs luck alone moves .* search with about \d{3,} replicates/);

    const { fit } = json('results/mine.calibrate/study.json') as { fit: FitFindings };
    expect(fit.end).toBe('met');
    for (const { after, value, tolerance } of fit.targets)
      expect(Math.abs(after! - value)).toBeLessThanOrEqual(0.2 * tolerance + 1e-12);
    // On the luck of the search the values that made the figures are the fit, but for counts of few events.
    expect(Math.abs(fit.parameters[0].after - 0.2)).toBeLessThan(0.1);
    expect(Math.abs(fit.parameters[1].after - 0.5)).toBeLessThan(0.1);

    const fitted = folder('results/mine.calibrate/fitted.yaml');
    const scenario = parse(readFileSync(fitted, 'utf8'));
    expect(scenario.clients.groups.nearer.barriers.health).toEqual({
      value: fit.parameters[0].after,
      source: 'fitted: to nearer, further (streetlevel calibrate, 6 replicates)',
      range: [-2, 2],
    });
    // The file's own number of replicates, not that of the search.
    expect(JSON.stringify(scenario.replicates)).toContain('10');
    expect(scenario.measures.published.nearer.source).toEqual({
      value: 'a twin',
      source: 'the targets of the calibration',
    });
    const again = ['run', fitted, '--replicates', '6', '--out', 'again'];
    expect((await streetlevel(again, { cwd: scratch() })).code).toBe(0);
    const rerun = json('again/summary.json').designs.feePerJob.measures;
    for (const { measure, after } of fit.targets) expect(rerun[measure].mean).toBeCloseTo(after!, 12);
    const page = readFileSync(folder('again/report.html'), 'utf8');
    expect(page).toContain('Figures to which parameters were fitted, so that agreement is no evidence');
    expect(readdirSync(folder('results/mine.calibrate/charts'))).toEqual([
      'fit.png',
      'fit.svg',
      'fit.vl.json',
    ]);
  }, 120_000);

  it('stopped it says how far it came and writes no scenario; resumed it gives the same bytes', async () => {
    write(rates(0.2, 0.1, 0.02));
    const words = ['--to', 'targets.yaml', '--rounds', '2'];
    expect((await calibrate([...words, '--quiet', '--out', 'whole'])).code).toBe(0);
    const stopped = await calibrate([...words, '--threads', '1', '--out', 'stopped'], {
      async onStart(child) {
        const points = folder('.stopped.partial/points');
        await until(() => existsSync(points) && readdirSync(points).includes('000003.json'));
        child.kill('SIGINT');
      },
    });
    expect(stopped.code).toBe(130);
    expect(readFileSync(folder('stopped/report.html'), 'utf8')).toContain(
      'The search was interrupted: the values are the best so far, and no scenario is written.',
    );
    expect(existsSync(folder('stopped/fitted.yaml'))).toBe(false);
    // What would have come after the interrupt nobody knows, so nothing of it is listed.
    const points = readFileSync(folder('stopped/points.csv'), 'utf8');
    expect(points.split('\n').filter((line) => line.includes(',missing,')).length).toBeLessThanOrEqual(4);
    const { code, err } = await calibrate([...words, '--out', 'stopped', '--resume']);
    expect(err).toMatch(/Going on after \d+ points/);
    expect(code).toBe(0);
    expect(bytesOf(folder('stopped'), exceptManifest)).toEqual(bytesOf(folder('whole'), exceptManifest));
    const once = await calibrate([...words, '--out', 'stopped', '--resume', '--json']);
    expect(JSON.parse(once.out)).toMatchObject({ state: 'complete', points: { failed: 0 } });
    expect(JSON.parse(once.out).points.done).toBeGreaterThan(4);
  }, 120_000);

  it('says what cannot be done, all at once, before anything runs', async () => {
    write(`format: 1
targets:
  starts: { measure: outcome.rat, value: 0.2, tolerance: 0.01, source: a check }
  lonely: {}
  other: { measure: outcome.rate, value: 0.2, tolerance: 0.01, source: a check, design: grnt }
parameters:
  clients.groups.nearer.barriers.helth: { from: -2, to: 2 }
  caseworkers.roles.adviser.posts: { from: 5, to: 20 }
  ${nearer}: {}
  ${further}: { from: 2, to: 3 }
`);
    const { code, err } = await calibrate(['--to', 'targets.yaml']);
    expect(code).toBe(2);
    for (const told of [
      /targets\.yaml:3:22 {2}targets\.starts\.measure\n.*\n.*\n.*\n {2}did you mean: outcome\.rate\n/,
      /targets\.yaml:4:11 {2}targets\.lonely\n {2}measure, value, tolerance, source are missing, and lonely is none of the scenario's published figures/,
      /targets\.yaml:5:\d+ {2}targets\.other\.design\n {2}there is no design grnt[\s\S]*?allowed: feePerJob, grant\n {2}did you mean: grant\n/,
      /targets\.yaml:7:\d+ [\s\S]*clients\.groups\.nearer\.barriers\.helth is not a number of the scenario[\s\S]*did you mean: clients\.groups\.nearer\.barriers\.health\n/,
      /caseworkers\.roles\.adviser\.posts\n {2}there are only 16 whole numbers from 5 to 20/,
      /clients\.groups\.nearer\.barriers\.health\n {2}the scenario gives it no range/,
      /clients\.groups\.further\.barriers\.health\n {2}the scenario's value 1 lies outside 2 to 3/,
    ])
      expect(err).toMatch(told);
    write('format: 1\ntargets: { one: { mesure: outcome.rate } }\nparameter: {}\n');
    const form = await calibrate(['--to', 'targets.yaml']);
    expect(form.code).toBe(2);
    expect(form.err).toMatch(/targets\.yaml:2:\d+ {2}targets\.one[\s\S]*did you mean: measure/);
    expect(form.err).toMatch(/targets\.yaml:3:\d+ {2}parameter[\s\S]*did you mean: parameters/);
    write(`format: 1
targets: { all: { measure: outcome.rate, value: 0.2, tolerance: 0.01, source: a check } }
parameters:
  ${nearer}: { from: -2, to: 2, with: [${further}] }
  ${further}: { from: -2, to: 2 }
  clients.groups.nearer.share: { from: 0.1, to: 0.9 }
  clients.groups.further.share: { from: 0.1, to: 0.9 }
  replicates: { from: 1, to: 100 }
  measures.horizon: { from: 10, to: 50 }
`);
    const senseless = await calibrate(['--to', 'targets.yaml']);
    expect(senseless.code).toBe(2);
    for (const told of [
      /targets\.yaml:4:\d+ [\s\S]*clients\.groups\.further\.barriers\.health is fitted already/,
      /all shares of a sum of 1 would be fitted \(clients\.groups\.nearer\.share, clients\.groups\.further\.share\)/,
      /replicates says how the scenario is run/,
      /measures\.horizon says what is measured/,
    ])
      expect(senseless.err).toMatch(told);
    write(`format: 1
targets: { all: { measure: outcome.rate, value: 0.2, tolerance: 0.01, source: a check } }
parameters: { clients.trust.start: { from: -1, to: 0.9 } }
`);
    const beyond = await calibrate(['--to', 'targets.yaml']);
    expect(beyond.code).toBe(2);
    expect(beyond.err).toMatch(/at its end -1, clients\.trust\.start: the value is too small/);
    expect((await calibrate(['--to', 'targets.yaml', '--starts', '1000000000'])).err).toContain(
      '--starts takes at most 1000',
    );
    expect((await calibrate(['--to', 'activation-pilo'])).err).toContain('Did you mean activation-pilot?');
    const mistaken = await streetlevel(['validate', 'targets.yaml'], { cwd: scratch() });
    expect(mistaken).toMatchObject({
      code: 2,
      err: expect.stringMatching(
        /targets\.yaml is a file of targets and no scenario.*calibrate SCENARIO --to/,
      ),
    });
    expect((await calibrate([])).err).toContain('calibrate needs --to FILE');
    expect(existsSync(folder('results'))).toBe(false);
  });
});
