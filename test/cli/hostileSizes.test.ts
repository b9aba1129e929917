import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import { scratchFolder } from '../results/scratch.ts';
import { streetlevel } from './command.ts';

const scratch = scratchFolder();

/**
 * Has a process tell at its end the most memory that it ever held. What the system counts of children goes on from the
 * peak of whoever starts them, and that is a test runner: `VmHWM` begins with the program itself.
 */
const tellPeak = `--import=data:text/javascript,${encodeURIComponent(`
  import { readFileSync } from 'node:fs';
  process.on('exit', () =>
    process.stderr.write(/VmHWM.*\\n/.exec(readFileSync('/proc/self/status', 'utf8'))[0]));
`)}`;

/**
 * Kilobytes. To validate a sound file takes 70,000, and the refusals here 75,000 to 120,000; a byte for each of what is asked
 * for would be a million.
 */
const mostMemory = 250_000;

/** Refused as bad input in a few words, before anything is allocated, run or written. */
async function refused(words: readonly string[], message: RegExp, text = firstScenario): Promise<void> {
  writeFileSync(join(scratch(), 'mine.yaml'), text);
  const env = { ...process.env, NODE_OPTIONS: tellPeak };
  const { code, out, err: all } = await streetlevel(words, { cwd: scratch(), env });
  const [, err, peak] = /^([\s\S]*)VmHWM:\s+(\d+) kB\n$/.exec(all) ?? [];
  expect(Number(peak)).toBeGreaterThan(20_000);
  expect(Number(peak)).toBeLessThan(mostMemory);
  expect(err).toMatch(message);
  expect([code, out]).toEqual([2, '']);
  expect(err).not.toMatch(/^\s+at |Running|fault of the program/m);
  expect(readdirSync(scratch())).toEqual(['mine.yaml']);
}

const large = firstScenario.replace('poisson(10)', '19230769');
const people =
  /mine\.yaml:7:\d+ {2}clients\.referrals\n {2}about 1,000,000,000 people would be referred: .* GB of memory .* days/;

it.each([
  ['run', 'mine.yaml'],
  ['compare', 'mine.yaml'],
  ['sweep', 'mine.yaml', '--vary', 'incentives.startFee.amount=0:1:2'],
  ['sensitivity', 'mine.yaml'],
  ['optimise', 'mine.yaml', '--goal', 'outcome.rate', '--vary', 'incentives.startFee.amount=0:9'],
  ['calibrate', 'mine.yaml', '--to', 'activation-pilot'],
  ['trace', 'mine.yaml'],
  ['validate', 'mine.yaml'],
  ['plan', 'mine.yaml'],
  ['explain', 'mine.yaml'],
  ['workshop', 'mine.yaml', '--export', 'page.html'],
])('%s of a thousand million people is refused with place, memory and time', (...words) =>
  refused(words, people, large),
);

it.each<[message: RegExp, ...words: string[]]>([
  [/replicates\n.*too large\n.*1000000000\n.*at most 100000/, 'run', 'mine.yaml', '--replicates', '1e9'],
  [/too large\n.*\n.*at most 2000 \(weeks\)/, 'run', 'mine.yaml', '--set', 'clock.referralWeeks=1e9'],
  [/asks for 1,000,000,000,000 points/, 'sweep', 'first', '--vary', 'incentives.startFee.amount=0:1:1e12'],
  [
    /every combination of these values asks for 2,500,000,000 points, and a study has at most 100,000/,
    ...['sweep', 'first', '--vary', 'incentives.startFee.amount=0:1:50000'],
    ...['--vary', 'clients.barrierSpread=0:1:50000'],
  ],
  ...['sobol', 'latin-hypercube'].map((way): [RegExp, ...string[]] => [
    /a sample of 1000000000 asks for 1,000,000,000 points/,
    ...['sweep', 'first', '--vary', 'incentives.startFee.amount=0:1', '--sampling', way, '--samples', '1e9'],
  ]),
  [/--trajectories 1000000000 of .* parameters asks for/, 'sensitivity', 'first', '--trajectories', '1e9'],
  [/--samples 1000000000 of/, 'sensitivity', 'first', '--method', 'sobol', '--samples', '1e9'],
  [
    /--budget 1000000000 asks for/,
    ...['optimise', 'first', '--goal', 'outcome.rate', '--vary', 'incentives.startFee.amount=0:9'],
    ...['--budget', '1e9'],
  ],
  [
    /--starts 1000 with --rounds 1000000 asks for/,
    ...['calibrate', 'work-programme', '--to', 'work-programme', '--starts', '1000', '--rounds', '1e6'],
  ],
  [/--replicate takes a whole number below 100000/, 'trace', 'first', '--replicate', '4294967296'],
])('%s is how that is refused', (message, ...words) => refused(words, message));

it('what shows only while it runs is said in one line too, and nothing is left', async () => {
  for (const [set, message] of [
    ['incentives.startFee.amount=5-10*predictedNeed', /incentives\.startFee\.amount gives -\d/],
    ['clients.referrals=lognormal(300000,3)', /clients\.referrals has drawn \d+ people for one step/],
  ] as const) {
    const { code, out, err } = await streetlevel(
      [
        'run',
        'first',
        '--set',
        set,
        '--replicates',
        '40',
        '--seed',
        'tail',
        '--quiet',
        '--only',
        'feePerJob',
      ],
      { cwd: scratch() },
    );
    expect(err).toMatch(message);
    expect([code, out, readdirSync(join(scratch(), 'results'))]).toEqual([2, '', []]);
    expect(err).not.toMatch(/^\s+at |fault of the program/m);
  }
});

it('plan tells how large a run is', async () => {
  const { code, out } = await streetlevel(['plan', 'activation-pilot', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(out).size).toMatchObject({ people: expect.any(Number), caseworkers: 156 });
  const { out: words } = await streetlevel(['plan', 'activation-pilot']);
  expect(words.replaceAll(/\s+/g, ' ')).toMatch(
    /About 20,000 people are referred to 156 caseworkers\. A replicate of 6 designs needs \d+ MB of memory/,
  );
});
