import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { decisions, drawStream, seedKey } from '../../src/random/index.ts';
import { commandPath, streetlevel } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'streetlevel-draws-'));
afterAll(() => rmSync(folder, { recursive: true }));

const draws = (...words: string[]) =>
  spawnSync(process.execPath, [commandPath, 'draws', ...words], { maxBuffer: 1e8 });
const inShell = (line: string) =>
  spawnSync('bash', ['-c', `set -o pipefail; ${line}`, 'bash', process.execPath, commandPath], {
    maxBuffer: 1e8,
  });

/** The words of entities from `first` on, as a simulation draws them. */
function transitionWords(seed: string, first: number, n: number): number[] {
  const stream = drawStream(seedKey(seed), 0, decisions.transition);
  return Array.from({ length: n }, (_, i) => {
    stream.words(first + i, 0);
    return [stream.w0, stream.w1];
  }).flat();
}
const littleEndian = (bytes: Buffer): number[] =>
  Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readUInt32LE(4 * i));

describe('draws', () => {
  it('writes the words of the draws that a simulation makes, lowest byte first', () => {
    const asked = '--along entity --seed small --start 9 --count 2001'.split(' ');
    const { stdout, stderr, status } = draws(...asked);
    expect([stderr.toString(), status, stdout.length]).toEqual(['', 0, 4 * 2001]);
    expect(littleEndian(stdout)).toEqual(transitionWords('small', 9, 1001).slice(0, 2001));
  });

  it('writes one word of each draw where that is asked', () => {
    const both = littleEndian(draws('--count', '2000').stdout);
    for (const word of [0, 1])
      expect(littleEndian(draws('--word', String(word), '--count', '1000').stdout)).toEqual(
        both.filter((_, i) => i % 2 === word),
      );
  });

  it('writes as many words as are asked for, more than it writes at once', () => {
    expect(draws('--count', '1000001').stdout.length).toBe(4000004);
  });

  it('has no end until the reader goes away, and then ends quietly', () => {
    const { stdout, stderr, status } = inShell(
      '"$1" "$2" draws --along entity --seed small | head -c 3000000',
    );
    expect([stderr.toString(), status]).toEqual(['', 0]);
    expect(stdout.length).toBe(3000000);
    expect(littleEndian(stdout.subarray(2999200))).toEqual(transitionWords('small', 374900, 100));
  });

  it('waits for a slow reader in place of filling memory', async () => {
    const child = spawn(process.execPath, [commandPath, 'draws'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    // Two seconds without waiting would be hundreds of megabytes; Node alone has about fifty.
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))!;
    child.stdout.destroy();
    expect(await ended).toBe(0);
    expect(Number(kilobytes)).toBeGreaterThan(20_000);
    expect(Number(kilobytes)).toBeLessThan(150_000);
  });

  it('refuses a terminal, and a file that it would fill', async () => {
    const terminal = spawnSync(
      'script',
      ['--quiet', '--return', '--command', `${process.execPath} ${commandPath} draws`, join(folder, 'log')],
      { stdio: 'pipe' },
    );
    expect(terminal.stdout.toString()).toMatch(
      /^draws writes raw bytes, and standard output is a terminal\./,
    );
    expect(terminal.status).toBe(2);
    const file = openSync(join(folder, 'words'), 'w');
    const filled = spawnSync(process.execPath, [commandPath, 'draws'], { stdio: ['ignore', file, 'pipe'] });
    const kept = spawnSync(process.execPath, [commandPath, 'draws', '--count', '5'], {
      stdio: ['ignore', file, 'pipe'],
    });
    closeSync(file);
    expect(filled.stderr.toString()).toContain('Say with --count how many words it shall hold.');
    expect([filled.status, kept.status]).toEqual([2, 0]);
    expect(readFileSync(join(folder, 'words')).length).toBe(20);
  });

  it.each([
    [['--along', 'steps'], 'Did you mean step?'],
    [['--word', '2'], '--word takes 0 or 1 or both, not "2".'],
    [['--start', '9007199254740992'], '--start takes at most 2^53 − 1.'],
    [['--start', '-1'], '--start'],
    [['--count', '0'], '--count takes a whole number from 1, not "0".'],
  ])('refuses %j in one sentence', async (words, message) => {
    const { code, out, err } = await streetlevel(['draws', ...words]);
    expect(err).toContain(message);
    expect([code, out, err.trim().split('\n').length]).toEqual([2, '', 1]);
  });
});
