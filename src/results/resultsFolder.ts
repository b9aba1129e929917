import {
  existsSync,
  lstatSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isEmptyFolder, isResultsFolder } from './files.ts';
import { type Lock, takeLock } from './lock.ts';
import { FolderGoneError, ResultsFolderError } from './resultsError.ts';
import type { RunIdentity } from './runIdentity.ts';
import { readState, type UnfinishedState } from './runState.ts';
import {
  clearUnfinished,
  emptyExcept,
  isComplete,
  isWhole,
  lockFile,
  manifestOf,
  takeUp,
} from './unfinishedWork.ts';

export interface FolderRequest {
  /** The results folder itself. */
  target: string;
  /** Whether the user named the folder: then nothing in it is moved without being asked. */
  explicit: boolean;
  force: boolean;
  resume: boolean;
  identity: RunIdentity;
  /** Replicates asked for: of a run in all, of a study at every point. */
  replicates: number;
  /** What its work counts. */
  counts: 'replicate' | 'point';
}

/**
 * A results folder on its way: written as `.<name>.partial` beside its final place, under a lock, and renamed when
 * it is whole. Nothing ever stands half-written under the final name, and an earlier folder of the same name
 * stays until the new one is there.
 */
export class ResultsFolder<S extends UnfinishedState> {
  /** Where it will stand. */
  readonly target: string;
  /** Where it is written now. */
  readonly work: string;
  /** The state from which resumed work goes on. */
  readonly resumed: S | undefined;
  /** How much of unfinished work this one, not asked to resume, began by throwing away. */
  readonly abandoned: number;
  private request: FolderRequest;
  private lock: Lock;

  private constructor(
    request: FolderRequest,
    { target, work, lock }: Place,
    resumed: S | undefined,
    abandoned: number,
  ) {
    this.request = request;
    this.abandoned = abandoned;
    this.target = target;
    this.work = work;
    this.lock = lock;
    this.resumed = resumed;
  }

  /**
   * Takes the folder, or returns `'complete'` where a resumed run is already done. Throws
   * {@link ResultsFolderError} where the folder must not or cannot be used; then nothing has been changed.
   */
  static open<S extends UnfinishedState>(request: FolderRequest): ResultsFolder<S> | 'complete' {
    const target = finalPlace(request.target);
    const work = partialOf(target);
    if (request.resume && isComplete(target, request) && !readState(work)) {
      tidy(target);
      return 'complete';
    }
    checkMayReplace(target, request);
    const lock = takeLock(join(work, lockFile));
    const place = { target, work, lock };
    try {
      putBack(target);
      checkMayReplace(target, request);
      if (isWhole(work) && !(request.explicit && request.force)) {
        // Killed in its last moment: it lacks nothing but its name.
        clearUnfinished(work);
        moveToPlace(place, request);
        return ResultsFolder.open<S>(request);
      }
      const resumed = request.resume ? takeUp<S>(target, work, request) : undefined;
      const abandoned = resumed ? 0 : (readState(work)?.done ?? 0);
      if (!resumed) emptyExcept(work, []);
      return new ResultsFolder(request, place, resumed, abandoned);
    } catch (error) {
      lock.release(join(work, lockFile));
      if (existsSync(work) && readdirSync(work).length === 0) rmdirSync(work);
      throw error;
    }
  }

  /**
   * Throws {@link FolderGoneError} where the working folder was removed meanwhile, or is another run's by now: whoever goes
   * on would write into that.
   */
  checkThere(): void {
    if (!this.isThere) throw new FolderGoneError(this.work);
  }

  /** Moves the finished folder to its place. An earlier default folder becomes `<name>.previous`. */
  commit(): void {
    this.checkThere();
    const { target, work, lock, request } = this;
    moveToPlace({ target, work, lock }, request);
  }

  /** Leaves nothing behind. */
  discard(): void {
    if (!this.isThere) return;
    emptyExcept(this.work, []);
    rmSync(this.work, { recursive: true, force: true });
  }

  /** Lets go; what is done stays in the hidden folder, for `--resume`. */
  leave(): void {
    this.lock.release(join(this.work, lockFile));
  }

  /**
   * Lets go after `error`, with what is done in place or with nothing left behind, as far as the disk allows. Returns what
   * to tell the user: where the folder itself is gone, that.
   */
  leaveAfter(error: unknown, isKept: boolean): unknown {
    if (!this.isThere) return new FolderGoneError(this.work);
    try {
      if (isKept) this.leave();
      else this.discard();
    } catch {
      // The error is of the disk then, most likely. The lock of a process that is dead holds nobody up.
    }
    return error;
  }

  private get isThere(): boolean {
    return this.lock.isAt(join(this.work, lockFile));
  }
}

interface Place {
  target: string;
  work: string;
  lock: Lock;
}

/** Where a folder is written before it stands in its place. */
export const workingFolder = (target: string): string => partialOf(finalPlace(target));

const beside = (target: string, ending: string) => join(dirname(target), `.${basename(target)}.${ending}`);
const partialOf = (target: string) => beside(target, 'partial');
const previousOf = (target: string) => `${target}.previous`;
/** An earlier folder until the new one stands in its place. */
const replacedOf = (target: string) => beside(target, 'replaced');
/** An earlier folder that nobody wants any more, until it is removed. */
const discardedOf = (target: string) => beside(target, 'discarded');

function moveToPlace({ target, work, lock }: Place, request: FolderRequest): void {
  const aside = moveAside(target, request);
  try {
    renameSync(work, target);
  } catch (error) {
    if (aside !== undefined) renameSync(aside, target);
    throw error;
  }
  lock.release(join(target, lockFile));
  tidy(target);
}

/** Makes room for a finished folder. Returns where the earlier one is now, if there was one. */
function moveAside(target: string, request: FolderRequest): string | undefined {
  if (!existsSync(target)) return undefined;
  if (isEmptyFolder(target)) {
    rmdirSync(target);
    return undefined;
  }
  const isStopped = manifestOf(target)?.partial === true;
  checkMayReplace(target, request);
  const aside = request.explicit || (request.resume && isStopped) ? replacedOf(target) : previousOf(target);
  if (existsSync(aside)) {
    // Whole until it is gone: removing takes a while, in which the process may be killed.
    rmSync(discardedOf(target), { recursive: true, force: true });
    renameSync(aside, discardedOf(target));
  }
  renameSync(target, aside);
  return aside;
}

/** Gives an earlier folder its name again, whose successor was killed before it had it. */
function putBack(target: string): void {
  if (existsSync(replacedOf(target)) && !existsSync(target)) renameSync(replacedOf(target), target);
}

/** Removes what stands about a folder that is in its place, if a process was killed before it could. */
function tidy(target: string): void {
  for (const path of [replacedOf(target), discardedOf(target), join(target, lockFile)]) {
    try {
      rmSync(path, { recursive: true, force: true });
    } catch {
      // The folder may be on a disk that cannot be written any more, where it does no harm.
    }
  }
}

/** Links are followed, so that the folder behind a link is replaced and not the link. */
function finalPlace(target: string): string {
  const path = resolve(target);
  if (!existsSync(path)) {
    if (lstatSync(path, { throwIfNoEntry: false }))
      throw new ResultsFolderError(`${target} is a link that leads nowhere. Name a folder with --out`);
    return path;
  }
  const real = realpathSync(path);
  if (!statSync(real).isDirectory()) throw new ResultsFolderError(`${target} is a file, not a folder`);
  return real;
}

function checkMayReplace(target: string, { explicit, force, resume }: FolderRequest): void {
  const previous = previousOf(target);
  if (!existsSync(target) || isEmptyFolder(target)) return;
  if (resume && manifestOf(target)?.partial === true) return;
  if (!explicit) {
    if (!existsSync(previous) || isEmptyFolder(previous) || isResultsFolder(previous)) return;
    throw new ResultsFolderError(
      `${target} would move to ${previous}, which stands there already and is no results folder. Move it away, or name another folder with --out`,
    );
  }
  if (!force && !resume) {
    throw new ResultsFolderError(
      `${target} is not empty. Name another folder, replace this one with --force, or go on with a stopped run with --resume`,
    );
  }
  if (!isResultsFolder(target)) {
    throw new ResultsFolderError(
      `${target} holds something else than results, so it is not replaced${force ? ', even with --force' : ''}. Name another folder with --out`,
    );
  }
}
