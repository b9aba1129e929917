import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type CommandOptions, streetlevel, until } from '../cli/command.ts';
import { finalProblems } from './inspect.ts';
import { reference, scene, smallRun } from './small.ts';

const place = scene();

/** A folder of its own, and the run that writes to `out` in it. */
function apart(name: string) {
  const under = join(place.cwd, name);
  mkdirSync(under);
  const work = join(under, '.out.partial');
  const words = [...smallRun.words, '--threads', '1', '--out', join(under, 'out')];
  const go = (more: readonly string[] = [], options: CommandOptions = {}) =>
    streetlevel([...words, ...more], { cwd: place.cwd, ...options });
  const replicates = () => {
    const path = join(work, '.state.json');
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')).done as number) : 0;
  };
  return { under, work, go, replicates };
}

/** What `node` loads before the program, by its name here. */
const loading = (name: string, more = '') => ({
  ...process.env,
  NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, name))} ${more}`,
});

describe('two runs into one folder', () => {
  it('are one: the second is told who writes there, also with a clock of another year, and the first is whole', async () => {
    const expected = await reference(smallRun, place);
    const { under, work, go } = apart('contest');
    let pid: number | undefined;
    let second: Awaited<ReturnType<typeof go>> | undefined;
    const first = await go([], {
      async onStart(child) {
        pid = child.pid;
        await until(() => existsSync(join(work, '.lock')));
        child.kill('SIGSTOP');
        second = await go([], { env: loading('clock.mjs') });
        child.kill('SIGCONT');
      },
    });
    expect(second).toMatchObject({ code: 2, out: '' });
    expect(second!.err).toContain(`another run (process ${pid} on `);
    expect(second!.err).toContain('choose another folder with --out');
    expect(first.code).toBe(0);
    expect(finalProblems(under, expected)).toEqual([]);
  });
});

describe('a clock that is set back and on', () => {
  it('changes no byte, and no time in the manifest is absurd', async () => {
    const expected = await reference(smallRun, place);
    const { under, go } = apart('clock');
    const began = performance.now();
    const { code, err } = await go([], { env: loading('clock.mjs') });
    expect([code, err.includes('NaN')]).toEqual([0, false]);
    expect(finalProblems(under, expected)).toEqual([]);
    const { seconds } = JSON.parse(readFileSync(join(under, 'out/manifest.json'), 'utf8'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThan((performance.now() - began) / 1000);
  });
});

describe('a folder that is removed while a run writes to it', () => {
  it('is told as what it is, and nothing comes in its place', async () => {
    const { under, work, go, replicates } = apart('removed');
    const { code, out, err } = await go([], {
      env: loading('slowThread.mjs'),
      onStart: () =>
        void until(() => replicates() > 0).then(() => rmSync(work, { recursive: true, force: true })),
    });
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`${work} was removed or replaced`);
    expect(err).not.toContain('--resume goes on');
    expect(err).not.toMatch(/^\s+at /m);
    expect(readdirSync(under)).toEqual([]);
  });
});

describe('threads that run out of memory', () => {
  it('cost what they had, and the message says what to do', async () => {
    const expected = await reference(smallRun, place);
    const { under, work, go, replicates } = apart('hunger');
    const hunger = join(place.cwd, 'hunger.flag');
    const { code, out, err } = await go([], {
      env: { ...loading('slowThread.mjs', '--max-old-space-size=150'), FAULT_HUNGER: hunger },
      onStart: () => void until(() => replicates() > 1).then(() => writeFileSync(hunger, '')),
    });
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/\d replicates? kept: once the cause is mended, --resume goes on from there/);
    expect(err).toMatch(/replicate \d failed: .*memory/);
    expect(err).toContain('--max-old-space-size');
    expect(err).not.toMatch(/^\s+at /m);
    expect(readdirSync(under)).toEqual(['.out.partial']);
    expect(existsSync(join(work, '.lock'))).toBe(false);
    expect(await go(['--resume'])).toMatchObject({ code: 0, err: expect.stringContaining('Going on after') });
    expect(finalProblems(under, expected)).toEqual([]);
  });
});

describe('a terminal that is closed', () => {
  it('stops a run in good order, however often it is told, and it goes on to the same bytes', async () => {
    const expected = await reference(smallRun, place);
    const { under, go, replicates } = apart('hangup');
    const stopped = await go([], {
      onStart: (child) =>
        void until(() => replicates() > 0).then(() => {
          child.kill('SIGHUP');
          child.kill('SIGHUP');
        }),
    });
    expect(stopped.code).toBe(129);
    expect(stopped.err).toContain('Go on with: streetlevel run');
    expect(JSON.parse(readFileSync(join(under, 'out/manifest.json'), 'utf8')).partial).toBe(true);
    expect((await go(['--resume'])).code).toBe(0);
    expect(finalProblems(under, expected)).toEqual([]);
  });
});
