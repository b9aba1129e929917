import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/backends/packageFiles.ts';
import { mathTables } from './mathTables.ts';

/** Where the C sources lie. */
const sources = join(packageRoot, 'test', 'bench', 'c');

/**
 * How C programs are compiled: as fast as the plain compiler makes them without changing what is computed, so that the
 * last digits agree with the engine's. No -march: neither is the engine compiled for this machine beforehand.
 */
export const FLAGS = ['-O3', '-std=c17', '-D_POSIX_C_SOURCE=200809L', '-ffp-contract=off', '-fno-math-errno'];

/** The C compiler's own words on its version; undefined where there is none. */
export function findCompiler(): string | undefined {
  try {
    return execFileSync('cc', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split(
      '\n',
    )[0];
  } catch {
    return undefined;
  }
}

/** Compiles one program with the engine's tables and further headers in a folder of its own; returns its path. */
export function compile(
  folder: string,
  name: string,
  headers: Readonly<Record<string, string>> = {},
): string {
  for (const [file, text] of Object.entries({ 'tables.h': mathTables(), ...headers }))
    writeFileSync(join(folder, file), text);
  const program = join(folder, name);
  execFileSync('cc', [...FLAGS, '-I', folder, '-I', sources, '-o', program, join(sources, `${name}.c`)]);
  return program;
}
