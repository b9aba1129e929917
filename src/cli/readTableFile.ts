import { existsSync, readFileSync, statSync } from 'node:fs';
import { UsageError } from './usageError.ts';

const mostBytes = 64 * 1_048_576;

/** The text of a file that the command line names. Throws UsageError where it is no ordinary file or too large. */
export function readTableFile(path: string): string {
  if (!existsSync(path)) throw new UsageError(`there is no file ${path}`);
  const facts = statSync(path);
  if (facts.isDirectory()) throw new UsageError(`${path} is a folder, not a file`);
  if (!facts.isFile() && !facts.isFIFO()) throw new UsageError(`${path} is no ordinary file`);
  if (facts.size > mostBytes) throw new UsageError(`${path} is larger than 64 MB`);
  return readFileSync(path, 'utf8');
}
