import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { streetlevel } from '../cli/command.ts';
import { diskTrial } from './diskTrial.ts';
import { disturbed } from './disturbed.ts';
import { finalProblems } from './inspect.ts';
import { SmallDisk, whyNoDisks } from './mount.ts';
import { reference, scene, smallRun } from './small.ts';

const place = scene();
const whyNot = whyNoDisks(join(mkdtempSync(join(tmpdir(), 'streetlevel-disk-')), 'probe'));

let disk: SmallDisk | undefined;
afterEach(() => {
  disk?.remove();
  disk = undefined;
});

describe.skipIf(whyNot !== undefined)('a disk', () => {
  it.each([
    ['in the middle of the rows', 0.15, 'work'],
    ['at the charts', 0.8, 'writing'],
  ])(
    'that is full %s: says so, keeps what is done, and goes on when there is room',
    async (_, share, phase) => {
      const expected = await reference(smallRun, place);
      const outcome = await diskTrial(smallRun, Math.round(share * expected.kilobytes), expected, place);
      expect(outcome.problems).toEqual([]);
      expect(outcome.phase).toBe(phase);
      expect(outcome.kept).toBeGreaterThan(0);
    },
  );

  it('that cannot be written is refused at once, and a finished folder on it is known as complete', async () => {
    const expected = await reference(smallRun, place);
    const under = join(place.cwd, 'readOnly');
    disk = new SmallDisk(under, 20_000);
    const words = [...smallRun.words, '--out', join(under, 'out')];
    expect((await disturbed({ ...place, under, words })).code).toBe(0);
    disk.change('ro');
    const other = await disturbed({ ...place, under, words: [...words.slice(0, -1), join(under, 'other')] });
    expect([other.code, other.out]).toEqual([1, '']);
    expect(other.err).toContain('other.partial cannot be used: it is on a disk that cannot be written');
    expect(other.err).not.toMatch(/^\s+at /m);
    const again = await disturbed({ ...place, under, words: [...words, '--resume'] });
    expect(again).toMatchObject({ code: 0, err: expect.stringContaining('complete already') });
    expect(finalProblems(under, expected)).toEqual([]);
  });
});

describe.skipIf(whyNot !== undefined)('a folder', () => {
  it('of somebody else is refused at once, and nothing is left in it', async () => {
    const under = join(place.cwd, 'theirs');
    mkdirSync(under);
    // The scenario must be read by whoever runs it.
    chmodSync(place.cwd, 0o755);
    const words = [...smallRun.words, '--out', join(under, 'out')];
    const nobody = 65_534;
    const { code, out, err } = await streetlevel(words, { cwd: place.cwd, uid: nobody });
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('.out.partial cannot be used: permission is denied');
    expect(err).not.toMatch(/^\s+at /m);
    expect(readdirSync(under)).toEqual([]);
  });
});

describe.runIf(existsSync('/dev/full'))('a full disk elsewhere', () => {
  it('costs the log, and not the results', async () => {
    const out = join(place.cwd, 'unheard');
    const line = `exec '${process.execPath}' '${join(place.root, 'dist/streetlevel.js')}' "$@" 2>/dev/full`;
    const ended = await new Promise((resolve) => {
      const words = ['-c', line, 'sh', ...smallRun.words, '--out', out];
      spawn('sh', words, { cwd: place.cwd, stdio: 'ignore' }).on('close', resolve);
    });
    expect(ended).toBe(0);
    expect(existsSync(join(out, 'report.html'))).toBe(true);
  });
});
