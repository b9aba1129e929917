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
import { beforeEach, expect, it } from 'vitest';
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

it('a run writes its folder and nothing else', async () => {
  const before = listing();
  const run = ['run', 'home/plain.yaml', '--replicates', '1', '--quiet', '--out', 'new/deep'];
  expect(await streetlevel(run, { cwd: scratch() })).toMatchObject({ code: 0, err: '' });
  expect(listing().filter((one) => !one.startsWith('new/'))).toEqual(before);
  expect(readdirSync(inside('new'))).toEqual(['deep']);
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
