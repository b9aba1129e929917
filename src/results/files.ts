import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ResultsFolderError } from './resultsError.ts';

/** Writes a file under another name and renames it: a reader finds the old text or the new, never half of one. */
export function writeWhole(path: string, contents: string | Uint8Array): void {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    writeFileSync(temporary, contents);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * Makes a folder and those above it that are missing; nothing where it is there. One folder at a time, since the
 * built-in way never ends where a folder above says that it is not there, as those of /proc do.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new ResultsFolderError(`${dirname(path)} takes no new folders. Choose another place with --out`);
  }
}

/** JSON with two spaces and a line end at the end. */
export function writeJson(path: string, value: unknown): void {
  writeWhole(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** A file's text; undefined where it cannot be read. */
export function readTextIfAny(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** The value in a JSON file; undefined where there is no file or no JSON in it. */
export function readJsonIfAny<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    return undefined;
  }
}

export function isEmptyFolder(path: string): boolean {
  return statSync(path).isDirectory() && readdirSync(path).length === 0;
}

/** Whether a folder was written by this program, so that it may be replaced when the user asks. */
export function isResultsFolder(path: string): boolean {
  if (!existsSync(path) || !statSync(path).isDirectory()) return false;
  const manifest = readJsonIfAny<{ format?: unknown; scenario?: unknown }>(join(path, 'manifest.json'));
  return typeof manifest?.format === 'number' && typeof manifest.scenario === 'string';
}
