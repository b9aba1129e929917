import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { clusterFolder } from '../backends/slurm/plan.ts';
import { isEmptyFolder, readJsonIfAny } from './files.ts';
import { ResultsFolderError } from './resultsError.ts';
import type { FolderRequest } from './resultsFolder.ts';
import { identityDifference, type RunIdentity } from './runIdentity.ts';
import { readState, stateFile, type UnfinishedState } from './runState.ts';

/** In the working folder: says which process writes there. */
export const lockFile = '.lock';

export const manifestOf = (folder: string) =>
  readJsonIfAny<{ format?: unknown; partial?: boolean; replicates?: number; identity?: RunIdentity }>(
    join(folder, 'manifest.json'),
  );

/** Whether a folder is finished: the manifest is written last. A run that is killed after that lacks its final name at most. */
export function isWhole(folder: string): boolean {
  const manifest = manifestOf(folder);
  return manifest?.format !== undefined && manifest.partial === false;
}

/** Whether a folder holds what is asked for, finished. */
export function isComplete(folder: string, { identity, replicates }: FolderRequest): boolean {
  const manifest = manifestOf(folder);
  if (!manifest?.identity || manifest.partial || identityDifference(identity, manifest.identity))
    return false;
  return manifest.replicates === replicates;
}

/**
 * Finds the unfinished work, checks that it is the same one, and leaves in the working folder what is needed to go on and
 * nothing else. At every moment one of the two folders can be resumed: a state stands only beside all its files.
 */
export function takeUp<S extends UnfinishedState>(
  target: string,
  work: string,
  request: FolderRequest,
): S | undefined {
  const { identity, replicates, counts } = request;
  const [state, folder] = furthest<S>(target, work, identity);
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
  const missing = state.files.find((file) => !existsSync(join(folder, file)));
  if (missing !== undefined) {
    throw new ResultsFolderError(
      `the stopped run in ${folder} cannot be resumed: ${missing} is missing. Leave out --resume to start anew, or name another folder with --out`,
    );
  }
  if (folder === work) emptyExcept(work, [stateFile, ...state.files, clusterFolder('')]);
  else {
    emptyExcept(work, []);
    for (const file of [...state.files, stateFile])
      cpSync(join(folder, file), join(work, file), { recursive: true });
  }
  return state;
}

/** Of work that was killed and work that was stopped the one that is further, if both are what is asked for. */
function furthest<S extends UnfinishedState>(
  target: string,
  work: string,
  identity: RunIdentity,
): [state: S | undefined, folder: string] {
  const crashed = readState<S>(work);
  const stopped = readState<S>(target);
  const isAsked = (state: S | undefined) => state && !identityDifference(identity, state.identity);
  if (isAsked(crashed) && !(isAsked(stopped) && stopped!.done > crashed!.done)) return [crashed, work];
  return stopped ? [stopped, target] : [crashed, work];
}

/**
 * Removes what is in a working folder but the lock and what is to be kept. The state goes first, since it must not stand
 * without its files if this is cut short.
 */
export function emptyExcept(folder: string, kept: readonly string[]): void {
  const names = readdirSync(folder).filter((name) => name !== lockFile && !kept.includes(name));
  for (const name of [stateFile, ...names])
    if (!kept.includes(name)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Removes from a finished folder what only unfinished work needs. */
export function clearUnfinished(folder: string): void {
  rmSync(join(folder, stateFile), { force: true });
  for (const path of [join(folder, pointsFolder), clusterFolder(folder)])
    rmSync(path, { recursive: true, force: true });
}

/** Where a study keeps its points until it is whole: one file each, so that nothing finished is lost. */
export const pointsFolder = 'points';
