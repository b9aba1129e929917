import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from './usageError.ts';

/**
 * Checks that a file can be written where it is named, before any work is done for it. `usual` is what such a file is usually called.
 *
 * @throws UsageError where it would lie in a folder that is not there, is no file, or is there and may not be replaced
 */
export function checkFree(file: string, force: boolean, usual: string): void {
  if (file === '-')
    throw new UsageError(`a file is written, not standard output. Name one, such as ${usual}`);
  if (file === '') throw new UsageError(`the name of the file is empty. Name one, such as ${usual}`);
  const folder = dirname(file);
  if (!existsSync(folder)) throw new UsageError(`there is no folder ${folder}`);
  if (!statSync(folder).isDirectory()) throw new UsageError(`${folder} is a file, not a folder`);
  if (!existsSync(file)) return;
  if (statSync(file).isDirectory())
    throw new UsageError(`${file} is a folder. Name a file, such as ${join(file, usual)}`);
  if (!statSync(file).isFile()) throw new UsageError(`${file} is no ordinary file`);
  if (!force) throw new UsageError(`${file} exists. Name another file, or replace it with --force`);
}
