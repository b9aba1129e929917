import { execFileSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import { scratchFolder } from '../results/scratch.ts';
import { streetlevel } from './command.ts';

const scratch = scratchFolder();
const inside = (...names: string[]) => join(scratch(), ...names);

/** A home with a scenario, and what must not be reached from it or written to. */
beforeEach(() => {
  for (const folder of ['home', 'outside', 'full']) mkdirSync(inside(folder));
  writeFileSync(inside('home/plain.yaml'), firstScenario);
  writeFileSync(inside('outside/base.yaml'), firstScenario);
  writeFileSync(inside('home/bytes.yaml'), Buffer.from([0xff, 0xfe, 0x00, 0x78]));
  writeFileSync(inside('full/keep.txt'), 'keep');
  writeFileSync(inside('file.txt'), 'text');
  execFileSync('mkfifo', [inside('home/pipe')]);
  for (const [to, from] of [
    ['../outside', 'home/way'],
    ['../outside/base.yaml', 'home/link.yaml'],
    ['/dev/zero', 'home/zero.yaml'],
    ['loop2', 'home/loop1'],
    ['loop1', 'home/loop2'],
    ['full', 'lnk'],
    ['nowhere', 'dangling'],
  ])
    symlinkSync(to, inside(from));
});

/** Everything in the sandbox: names, what they are, and what is in them. */
function listing(folder = scratch(), at = ''): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      const facts = lstatSync(path);
      const shown = `${at}${name}`;
      if (facts.isDirectory()) return [`${shown}/`, ...listing(path, `${shown}/`)];
      if (facts.isSymbolicLink()) return [`${shown} -> ${readlinkSync(path)}`];
      return [
        facts.isFile() ? `${shown}: ${readFileSync(path, 'base64').slice(0, 4000)}` : `${shown} (no file)`,
      ];
    });
}

/** Runs a command that has to be refused as bad input, in few words, with nothing changed anywhere. */
async function refused(words: readonly string[], message: RegExp): Promise<void> {
  const before = listing();
  const { code, out, err } = await streetlevel(words, { cwd: scratch() });
  expect(err).toMatch(message);
  expect([words, code, out]).toEqual([words, 2, '']);
  expect(err).not.toMatch(/^\s+at |fault of the program/m);
  expect(listing()).toEqual(before);
}

const climbs = /lies outside the folder of the scenario/;
const absent = /there is no file/;
const address = /only a path or bundled:<name> can be extended/;

it.each<[reference: string, message: RegExp]>([
  ['../outside/base.yaml', climbs],
  ['/etc/passwd', climbs],
  ['way/base.yaml', climbs],
  ['link.yaml', climbs],
  ['zero.yaml', climbs],
  ['/dev/stdin', climbs],
  ['/proc/self/environ', climbs],
  ['/', climbs],
  ['.', climbs],
  ['pipe', /pipe is no ordinary file/],
  ['loop1', absent],
  ['a\u0000b.yaml', absent],
  ['plain.yaml\n', absent],
  ['%2e%2e/outside/base.yaml', absent],
  ['..%2foutside/base.yaml', absent],
  ['//server/share/x.yaml', absent],
  ['\\\\server\\share\\x', absent],
  ['~/x.yaml', absent],
  [`${'a'.repeat(5000)}.yaml`, absent],
  ['http://example.org/x.yaml', address],
  ['file:///etc/passwd', address],
  ['data:text/yaml,title', address],
  ['C:\\x.yaml', address],
  ['bundled:../outside/base', /no bundled scenario/],
  ['bundled:__proto__', /no bundled scenario/],
  ['bytes.yaml', /bytes\.yaml:1:1\n {2}this is no text file/],
  ['child.yaml', /extend one another in a circle/],
  ['', /"extends" names one file/],
])('extends %j is refused where it stands', async (reference, message) => {
  writeFileSync(
    inside('home/child.yaml'),
    `format: 1\nextends: ${JSON.stringify(reference)}\ntitle: Child\n`,
  );
  await refused(['run', 'home/child.yaml', '--replicates', '1'], message);
});

it('files may extend one another only so many times', async () => {
  for (let i = 0; i < 40; i++)
    writeFileSync(inside(`home/f${i}.yaml`), `format: 1\nextends: f${i + 1}.yaml\n`);
  writeFileSync(inside('home/f40.yaml'), firstScenario);
  await refused(['validate', 'home/f0.yaml'], /too many files extend one another/);
});

it.each<[out: string, message: RegExp]>([
  ['file.txt', /is a file, not a folder/],
  ['/', /not empty|holds something else/],
  ['home', /holds something else than results/],
  ['full', /holds something else than results/],
  ['lnk', /holds something else than results/],
  ['.', /holds something else than results/],
  ['', /holds something else than results/],
  ['dangling', /is a link that leads nowhere/],
])('results do not replace what is no results folder, --out %j, even with --force', async (out, message) => {
  await refused(['run', 'home/plain.yaml', '--replicates', '1', '--force', '--out', out], message);
});

const fee = 'incentives.startFee.amount';
const twoPoints = ['sweep', 'home/short.yaml', '--vary', `${fee}=1000,2000`];

/** Every way to write results, as small as it gets; what stands in `home` is named from the sandbox. */
const writers: string[][] = [
  ['run', 'home/short.yaml', '--client-table'],
  ['compare', 'home/short.yaml'],
  ['score', 'home/entry.yaml', '--scale', '0.05'],
  twoPoints,
  ['sensitivity', 'home/short.yaml', '--parameters', 'clients.trust.start', '--trajectories', '2'],
  ['calibrate', 'home/short.yaml', '--to', 'home/targets.yaml', '--rounds', '1'],
  [
    ...['optimise', 'home/short.yaml', '--goal', 'outcome.rate', '--vary', `${fee}=1000,2000`],
    ...['--budget', '2', '--check-replicates', '2'],
  ],
];

describe('no file outside what is named', () => {
  /** Where programs like to leave something without being asked: each its own folder, and empty. */
  const places = ['HOME', 'TMPDIR', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME'];
  const env = () => ({
    PATH: process.env.PATH,
    ...Object.fromEntries(places.map((name) => [name, inside('places', name)])),
  });

  beforeEach(() => {
    for (const name of places) mkdirSync(inside('places', name), { recursive: true });
    const short = 'clock: { referralWeeks: 4, followUp: 12 }\nmeasures: { horizon: 8, window: 12 }\n';
    writeFileSync(inside('home/short.yaml'), `${firstScenario}${short}`);
    writeFileSync(
      inside('home/entry.yaml'),
      'format: 1\nextends: bundled:least-bad-contract\ntitle: Ours\n' +
        'designs: { ours: { title: Ours, set: { incentives: { jobFee: { amount: 2500 } } } } }\n',
    );
    writeFileSync(
      inside('home/targets.yaml'),
      'format: 1\ntargets: { all: { measure: outcome.rate, value: 0.2, tolerance: 0.5, source: a check } }\n' +
        'parameters: { clients.groups.nearer.barriers.health: { from: -2, to: 2 } }\n',
    );
  });

  /** Runs a command that has to succeed; gives what is in the sandbox then and was not before. */
  async function written(words: readonly string[]): Promise<string[]> {
    const before = listing();
    const { code, err } = await streetlevel(words, { cwd: scratch(), env: env() });
    expect([code, err]).toEqual([0, '']);
    const after = listing();
    // What was there is there still, as it was.
    expect(after).toEqual(expect.arrayContaining(before));
    return after.filter((one) => !before.includes(one));
  }
  const names = (all: readonly string[]) => all.map((one) => one.split(': ')[0]);
  const beside = (folder: string, all: readonly string[]) =>
    names(all).filter((name) => !name.startsWith(folder));
  const small = ['--replicates', '2', '--quiet', '--out'];

  it.each(writers.map((words) => [words[0], words] as const))('%s --out', async (_name, words) => {
    const all = await written([...words, ...small, 'deep/place']);
    expect(names(all)).toContain('deep/place/report.html');
    expect(beside('deep/place/', all)).toEqual(['deep/']);
    // Locks, states and halves of files have names that begin with a dot.
    expect(all.filter((one) => /\/\./.test(one))).toEqual([]);
  });

  it('sweep --shard, gather and report', async () => {
    for (const part of ['1', '2']) {
      const all = await written([...twoPoints, '--shard', `${part}/2`, ...small, `parts/${part}`]);
      expect(beside(`parts/${part}/`, all)).toEqual(part === '1' ? ['parts/'] : []);
    }
    const gathered = await written(['gather', 'parts', '--out', 'deep/place', '--quiet']);
    expect(names(gathered)).toContain('deep/place/report.html');
    expect(beside('deep/place/', gathered)).toEqual(['deep/']);
    expect(await written(['report', 'deep/place', '--quiet'])).toEqual([]);
  });

  it.each([
    ['trace', 'home/short.yaml', '--client', '1'],
    ['explain', 'home/short.yaml'],
    ['validate', 'home/short.yaml'],
    ['plan', 'home/short.yaml'],
    ['list'],
    ['schema'],
  ])('%s writes nothing', async (...words) => expect(await written(words)).toEqual([]));

  it.each([
    ['cards', 'page.html'],
    ['init', 'page.html'],
    ['workshop', 'home/short.yaml', '--export', 'page.html'],
  ])('%s writes one file', async (...words) => {
    expect(names(await written([...words, '--quiet']))).toEqual(['page.html']);
  });
});

it.each<[words: string[], message: RegExp]>([
  [['workshop', 'first', '--export', ''], /the name of the file is empty/],
  [['workshop', 'first', '--export', 'file.txt'], /exists/],
  [['workshop', 'first', '--export', 'home/link.yaml'], /exists/],
  [['workshop', 'first', '--export', 'lnk', '--force'], /is a folder/],
  [['workshop', 'first', '--export', '/dev/full', '--force'], /no ordinary file/],
  [['init', ''], /the name of the file is empty|needs a/],
  [['init', 'file.txt'], /exists/],
  [['run', '/dev/zero'], /is no ordinary file/],
  [['run', 'home/zero.yaml'], /is no ordinary file/],
  [['run', 'home'], /is a folder, not a scenario file/],
  [['run', 'home/loop1'], /there is no file home\/loop1/],
  [['score', '/dev/zero'], /is no ordinary file/],
  [['calibrate', 'first', '--to', '/dev/zero'], /is no ordinary file/],
  [['sweep', 'first', '--points-file', '/dev/zero'], /is no ordinary file/],
  [['report', '/dev/zero'], /./],
  [['gather', 'full'], /./],
  [['run', 'first', '--set', 'extends=../outside/base.yaml'], /belongs to the file as a whole/],
  [['run', 'first', '--set', 'title=!!js/function x'], /no valid YAML|tags are not read/],
  [['run', 'first', '--set', '__proto__.x=1'], /no key is called "__proto__"/],
  [['run', 'first', '--set', 'clients.constructor.x=1'], /no key is called "constructor"/],
])('%j is refused', (words, message) => refused(words, message));
