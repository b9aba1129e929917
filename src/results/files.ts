import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeWhole } from '../backends/wholeFile.ts';
import { ResultsFolderError } from './resultsError.ts';

export { writeWhole };

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
