import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { aptGet, installNonFree } from './privateApt.ts';

/** What words can be tested with on this machine. */
export type Tools = { testU01: string } | { dieharder: string; why: string } | { none: string };

/**
 * The driver of TestU01, compiled; its library is installed where it is missing. Where that cannot be, dieharder, which lies in
 * Debian's main; where neither can be had, why not.
 */
export function findTools(root: string): Tools {
  const driver = join(root, 'node_modules/.cache/streetlevel/battery');
  mkdirSync(dirname(driver), { recursive: true });
  if (compile(root, driver)) return { testU01: driver };
  const why = installNonFree(['libtestu01-0-dev', 'gcc', 'libc6-dev']) ?? 'its driver cannot be compiled';
  if (compile(root, driver)) return { testU01: driver };
  if (!runs('dieharder')) {
    const wrong = aptGet(['dieharder']);
    if (wrong) return { none: `TestU01: ${why}; dieharder: ${wrong}` };
  }
  return { dieharder: 'dieharder', why };
}

function compile(root: string, driver: string): boolean {
  const source = join(root, 'test/random/testU01/battery.c');
  const libraries = ['-ltestu01', '-ltestu01probdist', '-ltestu01mylib', '-lm'];
  const options = ['-std=c11', '-D_GNU_SOURCE', '-O2', '-o', driver, source, ...libraries];
  return spawnSync('cc', options, { stdio: 'ignore' }).status === 0;
}

const runs = (program: string): boolean =>
  spawnSync(program, ['-h'], { stdio: 'ignore' }).error === undefined;
