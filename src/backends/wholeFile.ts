import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file under another name and renames it: a reader finds the old text or the new, never half of one. */
export function writeWhole(path: string, contents: string | Uint8Array): void {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    writeFileSync(temporary, contents);
    renameSync(temporary, path);
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary);
    // Whoever reads the message knows the file by the name that it was to have.
    throw naming(path, error);
  }
}

/** Does something with the file `path`; an error of the system, which knows an open file by its number alone, names it then. */
export function withFile<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw naming(path, error);
  }
}

/** An error of the system under the name of a file that the reader of its message knows. */
export function naming(path: string, error: unknown): unknown {
  return error instanceof Error && 'syscall' in error ? Object.assign(error, { path }) : error;
}
