import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
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

/** Starts the command by a line of the shell, in which `$command` stands for it and "$@" for its words. */
function byShell(
  line: string,
  words: readonly string[],
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const command = `'${process.execPath}' '${join(place.root, 'dist/streetlevel.js')}'`;
    const child = spawn('sh', ['-c', line.replace('$command', command), 'sh', ...words], { cwd: place.cwd });
    let [out, err] = ['', ''];
    child.stdout.on('data', (bytes) => (out += bytes));
    child.stderr.on('data', (bytes) => (err += bytes));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

describe.skipIf(whyNot !== undefined)('a folder', () => {
  it('of somebody else is refused at once, and nothing is left in it', async () => {
    const under = join(place.cwd, 'theirs');
    mkdirSync(under);
    const nobody = 65_534;
    chownSync(under, nobody, nobody);
    // Root as everybody else is: without the right to pass over the rights of files.
    const line = 'exec setpriv --bounding-set=-dac_override,-dac_read_search $command "$@"';
    const { code, out, err } = await byShell(line, [...smallRun.words, '--out', join(under, 'out')]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('.out.partial cannot be used: permission is denied');
    expect(err).not.toMatch(/^\s+at /m);
    expect(readdirSync(under)).toEqual([]);
  });
});

describe.runIf(existsSync('/dev/full'))('a full disk elsewhere', () => {
  it('costs the log, and not the results', async () => {
    const out = join(place.cwd, 'unheard');
    const { code } = await byShell('exec $command "$@" 2>/dev/full', [...smallRun.words, '--out', out]);
    expect(code).toBe(0);
    expect(existsSync(join(out, 'report.html'))).toBe(true);
  });

  it('is told where the answer should go', async () => {
    const { code, err } = await byShell('exec $command "$@" >/dev/full', ['validate', 'mine.yaml']);
    expect([code, err]).toEqual([
      1,
      'standard output cannot be used: the disk is full. Free some space and try again\n',
    ]);
  });
});
