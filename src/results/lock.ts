import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { naming } from '../backends/wholeFile.ts';
import { makeFolder, readTextIfAny } from './files.ts';
import { ResultsFolderError } from './resultsError.ts';

interface Holder {
  pid: number;
  host: string;
  /** When the process began, where the system says it: a later process of the same number began at another time. */
  began?: string;
  /** Tells one taking of the lock from every other. */
  token: string;
}

/** A lock that was taken. */
export interface Lock {
  /** Whether the file at `path` is still this lock: its folder may have moved, or been removed and made anew by another run. */
  isAt(path: string): boolean;
  /** Removes the file at `path` if it is this lock. */
  release(path: string): void;
}

/** A lock appears with its text in it or not at all, so that nobody finds one that does not say whose it is. */
const mostAttempts = 10;

/**
 * Takes the lock file `path`, so that two runs never write to one folder; the folder is made where it is missing. A lock
 * whose process no longer lives on this machine was left by a crash and is taken over, also where another process has
 * its number by now. Throws {@link ResultsFolderError} where another run holds it, or where it cannot be told because it
 * was taken on another machine.
 */
export function takeLock(path: string): Lock {
  const token = randomBytes(8).toString('hex');
  const own: Holder = { pid: process.pid, host: hostname(), began: processFacts('self')?.began, token };
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    makeFolder(dirname(path));
    if (appears(path, JSON.stringify(own))) return lockOf(token);
    const found = readTextIfAny(path);
    if (found === undefined) continue;
    const holder = holderIn(found);
    if (holder && mayLive(holder)) {
      throw new ResultsFolderError(
        `another run (process ${holder.pid} on ${holder.host}) is writing there. Wait for it, or choose another folder with --out.\n` +
          `If that run is dead, remove ${path}`,
      );
    }
    takeAway(path, found);
  }
  throw new ResultsFolderError(`the lock ${path} cannot be taken: several runs want it at once. Try again`);
}

function lockOf(token: string): Lock {
  const isAt = (path: string) => holderIn(readTextIfAny(path) ?? '')?.token === token;
  return {
    isAt,
    release(path) {
      if (isAt(path)) rmSync(path, { force: true });
    },
  };
}

/** Writes the whole text under a name of its own and gives it the name wanted; false where that is taken. */
function appears(path: string, text: string): boolean {
  const apart = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    writeFileSync(apart, text);
    linkSync(apart, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // The folder may have gone meanwhile, finished by the run that holds it.
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    if (code && withoutLinks.has(code)) return appearsWithoutLinks(path, text);
    throw naming(path, error);
  } finally {
    rmSync(apart, { force: true });
  }
}

/** What file systems say that know no second name for a file, such as those of memory cards. */
const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

function appearsWithoutLinks(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    rmSync(path, { force: true });
    throw error;
  }
}

/**
 * Removes the lock that a dead run left, and only that: another run may have done so and taken its own meanwhile, which
 * is then given back.
 */
function takeAway(path: string, found: string): void {
  const apart = `${path}.${randomBytes(4).toString('hex')}.old`;
  try {
    renameSync(path, apart);
    if (readFileSync(apart, 'utf8') !== found) linkSync(apart, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  } finally {
    rmSync(apart, { force: true });
  }
}

function holderIn(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text);
    return typeof holder.pid === 'number' && typeof holder.host === 'string' ? holder : undefined;
  } catch {
    return undefined;
  }
}

function mayLive({ pid, host, began }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Without permission to signal it there is a process all the same.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const known = processFacts(pid);
  if (known === undefined) return true;
  // Dead, and kept in the table only until its parent asks what became of it.
  if (known.state === 'Z') return false;
  return began === undefined || began === known.began;
}

/**
 * State of a process, and when it began: in ticks since the machine started, which no change of the clock moves. Undefined
 * where the system does not say: only Linux does. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html, fields 3 and 22.
 */
function processFacts(pid: number | 'self'): { state: string; began: string } | undefined {
  const stat = readTextIfAny(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The second field is the name in parentheses, which may hold spaces and parentheses itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0], began: fields[19] };
}
