import { exitCode } from './exitCodes.ts';

/** Errors that the user can mend, by their names: so that start-up does not load the code that throws them. */
const mendable = new Set([
  'UsageError',
  'ResultsFolderError',
  'ExperimentError',
  'ClusterRequestError',
  'UnrunnableError',
]);

/** Errors of what is around this program, not of what was asked. */
const ofTheSurroundings = new Set(['ClusterError', 'FolderGoneError']);

/** System errors that speak of the user's disk and not of this program. */
const ofTheDisk: Record<string, string> = {
  EACCES: 'permission is denied',
  ENOENT: 'there is no such place, or nothing can be made in it',
  EPERM: 'permission is denied',
  ENOSPC: 'the disk is full. Free some space and try again',
  EROFS: 'it is on a disk that cannot be written',
  EDQUOT: 'the disk quota is used up. Free some space and try again',
  EIO: 'the disk does not answer as it should',
  ENOTDIR: 'a part of the path is no folder',
  ENAMETOOLONG: 'the name is too long',
};

const moreMemory =
  'There was not enough memory for it. Take a smaller --scale, or allow each thread more: NODE_OPTIONS=--max-old-space-size=8192 is 8 GB. Fewer --threads need less in all.';

/** What to tell the user of an error, and the exit code. A stack is shown only for a fault of this program. */
export function explainFailure(error: unknown): { message: string; code: number } {
  if (!(error instanceof Error)) return { message: `failed: ${String(error)}`, code: exitCode.failed };
  if (mendable.has(error.name)) return { message: error.message, code: exitCode.badInput };
  if (error.name === 'ScenarioError') return { message: error.message, code: exitCode.badInput };
  if (ofTheSurroundings.has(error.name)) return { message: error.message, code: exitCode.failed };
  const cause = error.cause instanceof Error ? error.cause : error;
  // Of a replicate that failed the cause says more.
  const { code, path } = cause as NodeJS.ErrnoException;
  if (code && ofTheDisk[code]) {
    return { message: `${path ?? 'a file'} cannot be used: ${ofTheDisk[code]}`, code: exitCode.failed };
  }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return { message: `${error.message}\n${moreMemory}`, code: exitCode.failed };
  }
  return {
    message: `${error.message}\n\nThis is a fault of the program. Please report it with these lines:\n${cause.stack}`,
    code: exitCode.failed,
  };
}
