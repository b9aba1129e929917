import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeLock } from '../../src/results/lock.ts';
import { scratchFolder } from './scratch.ts';

const scratch = scratchFolder();
const path = () => join(scratch(), 'work', '.lock');

/** A lock as another process would have left it. */
function left(change: object): void {
  mkdirSync(join(scratch(), 'work'), { recursive: true });
  writeFileSync(path(), JSON.stringify({ pid: process.pid, host: hostname(), token: 'theirs', ...change }));
}

const holder = () => JSON.parse(readFileSync(path(), 'utf8'));

describe('lock', () => {
  it('makes its folder, says whose it is, and is gone when released, with nothing beside it', () => {
    const lock = takeLock(path());
    expect(holder()).toMatchObject({ pid: process.pid, host: hostname() });
    expect(lock.isAt(path())).toBe(true);
    expect(readdirSync(join(scratch(), 'work'))).toEqual(['.lock']);
    lock.release(path());
    expect(readdirSync(join(scratch(), 'work'))).toEqual([]);
  });

  it('is refused while a living process holds it, and the message says what to do', () => {
    takeLock(path());
    expect(() => takeLock(path())).toThrow(`process ${process.pid} on ${hostname()}`);
    expect(() => takeLock(path())).toThrow(`remove ${path()}`);
  });

  it('is refused where it was taken on another machine, whose processes nobody here knows', () => {
    left({ pid: 4_194_305, host: 'elsewhere' });
    expect(() => takeLock(path())).toThrow('process 4194305 on elsewhere');
    expect(holder().host).toBe('elsewhere');
  });

  it('of a process that is dead is taken over', () => {
    // No process has this number: it is above the largest that Linux gives.
    left({ pid: 4_194_305 });
    expect(takeLock(path()).isAt(path())).toBe(true);
  });

  it.runIf(existsSync('/proc/self/stat'))(
    'of a process whose number another one has by now is taken over',
    () => {
      left({ began: '1' });
      expect(takeLock(path()).isAt(path())).toBe(true);
    },
  );

  it('of a process that says not when it began is not taken over while one of its number lives', () => {
    left({});
    expect(() => takeLock(path())).toThrow('another run');
  });

  it.runIf(existsSync('/proc/self/stat'))(
    'of a process that is dead and not yet buried is taken over',
    async () => {
      // The shell becomes a sleep, which never asks what became of its child.
      const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const pid = await new Promise<number>((resolve) =>
        parent.stdout.once('data', (line) => resolve(Number(line))),
      );
      try {
        while (!/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')))
          await new Promise((go) => setTimeout(go, 10));
        left({ pid });
        expect(takeLock(path()).isAt(path())).toBe(true);
      } finally {
        parent.kill();
      }
    },
  );

  it.each(['', '{"pid":', 'null', '[]'])('that says nothing (%j) is taken over', (text) => {
    takeLock(path()).release(path());
    writeFileSync(path(), text);
    expect(takeLock(path()).isAt(path())).toBe(true);
  });

  it('is not released by whoever lost it to another run', () => {
    const lost = takeLock(path());
    left({ token: 'theirs' });
    expect(lost.isAt(path())).toBe(false);
    lost.release(path());
    expect(holder().token).toBe('theirs');
  });
});
