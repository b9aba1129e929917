import {
  cpSync,
  existsSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isEmptyFolder, isResultsFolder, makeFolder, readJsonIfAny } from './files.ts';
import { releaseLock, takeLock } from './lock.ts';
import { ResultsFolderError } from './resultsError.ts';
import { identityDifference, type RunIdentity } from './runIdentity.ts';
import { readState, stateFile, type UnfinishedState } from './runState.ts';

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

const lockFile = '.lock';

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

  private constructor(
    request: FolderRequest,
    target: string,
    work: string,
    resumed: S | undefined,
    abandoned: number,
  ) {
    this.request = request;
    this.abandoned = abandoned;
    this.target = target;
    this.work = work;
    this.resumed = resumed;
  }

  /**
   * Takes the folder, or returns `'complete'` where a resumed run is already done. Throws
   * {@link ResultsFolderError} where the folder must not or cannot be used; then nothing has been changed.
   */
  static open<S extends UnfinishedState>(request: FolderRequest): ResultsFolder<S> | 'complete' {
    const target = finalPlace(request.target);
    const work = partialOf(target);
    if (request.resume) {
      if (isComplete(target, request) && !readState(work)) return 'complete';
    } else checkMayReplace(target, request);
    makeFolder(work);
    takeLock(join(work, lockFile));
    try {
      const resumed = request.resume ? takeUp<S>(target, work, request) : undefined;
      const abandoned = resumed ? 0 : (readState(work)?.done ?? 0);
      if (!resumed) emptyExceptLock(work);
      return new ResultsFolder(request, target, work, resumed, abandoned);
    } catch (error) {
      releaseLock(join(work, lockFile));
      if (readdirSync(work).length === 0) rmdirSync(work);
      throw error;
    }
  }

  /** Moves the finished folder to its place. An earlier default folder becomes `<name>.previous`. */
  commit(): void {
    const { target, work, request } = this;
    let toRemove: string | undefined;
    if (existsSync(target)) {
      const isStopped = manifestOf(target)?.partial === true;
      if (isEmptyFolder(target)) rmdirSync(target);
      else if ((request.resume && isStopped) || request.explicit) {
        if (!request.resume) checkMayReplace(target, request);
        toRemove = join(dirname(target), `.${basename(target)}.replaced`);
        rmSync(toRemove, { recursive: true, force: true });
        renameSync(target, toRemove);
      } else {
        rmSync(previousOf(target), { recursive: true, force: true });
        renameSync(target, previousOf(target));
      }
    }
    renameSync(work, target);
    releaseLock(join(target, lockFile));
    if (toRemove) rmSync(toRemove, { recursive: true, force: true });
  }

  /** Leaves nothing behind. */
  discard(): void {
    rmSync(this.work, { recursive: true, force: true });
  }

  /** Lets go after a failure; what is done stays in the hidden folder, for `--resume`. */
  leave(): void {
    releaseLock(join(this.work, lockFile));
  }
}

/** Where a folder is written before it stands in its place. */
export const workingFolder = (target: string): string => partialOf(finalPlace(target));

const partialOf = (target: string) => join(dirname(target), `.${basename(target)}.partial`);
const previousOf = (target: string) => `${target}.previous`;

const manifestOf = (folder: string) =>
  readJsonIfAny<{ partial?: boolean; replicates?: number; identity?: RunIdentity }>(
    join(folder, 'manifest.json'),
  );

/** Links are followed, so that the folder behind a link is replaced and not the link. */
function finalPlace(target: string): string {
  const path = resolve(target);
  if (!existsSync(path)) return path;
  const real = realpathSync(path);
  if (!statSync(real).isDirectory()) throw new ResultsFolderError(`${target} is a file, not a folder`);
  return real;
}

function checkMayReplace(target: string, { explicit, force }: FolderRequest): void {
  const previous = previousOf(target);
  if (!existsSync(target) || isEmptyFolder(target)) return;
  if (!explicit) {
    if (!existsSync(previous) || isEmptyFolder(previous) || isResultsFolder(previous)) return;
    throw new ResultsFolderError(
      `${target} would move to ${previous}, which stands there already and is no results folder. Move it away, or name another folder with --out`,
    );
  }
  if (!force) {
    throw new ResultsFolderError(
      `${target} is not empty. Name another folder, replace this one with --force, or go on with a stopped run with --resume`,
    );
  }
  if (!isResultsFolder(target)) {
    throw new ResultsFolderError(
      `${target} holds something else than results, so it is not replaced, even with --force. Name another folder with --out`,
    );
  }
}

function isComplete(target: string, { identity, replicates }: FolderRequest): boolean {
  const manifest = existsSync(target) ? manifestOf(target) : undefined;
  if (!manifest?.identity || manifest.partial || identityDifference(identity, manifest.identity))
    return false;
  return manifest.replicates === replicates;
}

/** Finds the unfinished work, checks that it is the same one, and puts its files into the working folder. */
function takeUp<S extends UnfinishedState>(
  target: string,
  work: string,
  { identity, replicates, counts }: FolderRequest,
): S | undefined {
  const crashed = readState<S>(work);
  const stopped = readState<S>(target);
  const [state, folder] =
    crashed && !identityDifference(identity, crashed.identity)
      ? [crashed, work]
      : [stopped ?? crashed, stopped ? target : work];
  if (!state) {
    if (!existsSync(target) || isEmptyFolder(target)) return undefined;
    const done = manifestOf(target);
    const why = done?.identity
      ? (identityDifference(identity, done.identity) ?? `it is complete with ${done.replicates} replicates`)
      : 'it holds no run that was stopped';
    throw new ResultsFolderError(
      `${target} cannot be resumed: ${why}. Leave out --resume, or name another folder with --out`,
    );
  }
  const difference = identityDifference(identity, state.identity);
  if (difference) {
    throw new ResultsFolderError(
      `the stopped run in ${folder} cannot be resumed: ${difference}. Leave out --resume to start anew, or name another folder with --out`,
    );
  }
  if (counts === 'replicate' && state.done > replicates) {
    throw new ResultsFolderError(
      `the stopped run in ${folder} has ${state.done} replicates already, and ${replicates} are asked for`,
    );
  }
  if (folder !== work) {
    emptyExceptLock(work);
    for (const file of [stateFile, ...state.files]) {
      cpSync(join(folder, file), join(work, file), { recursive: true });
    }
  }
  return state;
}

function emptyExceptLock(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name !== lockFile) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
