import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { ResultsFolderError } from './resultsError.ts';

interface Holder {
  pid: number;
  host: string;
}

/**
 * Takes the lock file `path`, so that two runs never write to one folder. A lock whose process no longer lives
 * on this machine was left by a crash and is taken over. Throws {@link ResultsFolderError} where another run
 * holds it, or where it cannot be told because it was taken on another machine.
 */
export function takeLock(path: string): void {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder));
      closeSync(file);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readHolder(path);
    if (holder && (holder.host !== hostname() || isAlive(holder.pid))) {
      throw new ResultsFolderError(
        `another run (process ${holder.pid} on ${holder.host}) is writing there. Wait for it, or choose another folder with --out.\n` +
          `If that run is dead, remove ${path}`,
      );
    }
    rmSync(path, { force: true });
  }
  throw new ResultsFolderError(`the lock ${path} cannot be taken: several runs want it at once`);
}

export function releaseLock(path: string): void {
  rmSync(path, { force: true });
}

function readHolder(path: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8'));
    return typeof holder.pid === 'number' && typeof holder.host === 'string' ? holder : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Without permission to signal it there is a process all the same.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
