import { exitCode } from './exitCodes.ts';

/** Errors that the user can mend, by their names: so that start-up does not load the code that throws them. */
const mendable = new Set([
  'UsageError',
  'ResultsFolderError',
  'ExperimentError',
  'ClusterRequestError',
  'UnrunnableError',
]);

/** System errors that speak of the user's disk and not of this program. */
const ofTheDisk: Record<string, string> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk cannot be written',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of the path is no folder',
  ENAMETOOLONG: 'the name is too long',
};

/** What to tell the user of an error, and the exit code. A stack is shown only for a fault of this program. */
export function explainFailure(error: unknown): { message: string; code: number } {
  if (!(error instanceof Error)) return { message: `failed: ${String(error)}`, code: exitCode.failed };
  if (mendable.has(error.name)) return { message: error.message, code: exitCode.badInput };
  if (error.name === 'ScenarioError') return { message: error.message, code: exitCode.badInput };
  if (error.name === 'ClusterError') return { message: error.message, code: exitCode.failed };
  const { code, path } = error as NodeJS.ErrnoException;
  if (code && ofTheDisk[code]) {
    return { message: `${path ?? 'a file'} cannot be used: ${ofTheDisk[code]}`, code: exitCode.failed };
  }
  const cause = error.cause instanceof Error ? error.cause : error;
  return {
    message: `${error.message}\n\nThis is a fault of the program. Please report it with these lines:\n${cause.stack}`,
    code: exitCode.failed,
  };
}
