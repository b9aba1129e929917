import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/* Trials that are run by hand: what came of them is committed, and pages are made from it. */

/** Of what a trial was made, and when. */
export interface Origin {
  date: string;
  version: string;
  commit: string;
  node: string;
}

/**
 * Where a trial comes from: version, the last commit that changed what it tries (and whether that was changed since), and Node. `tried`
 * are paths from the root.
 */
export function origin(root: string, tried: readonly string[]): Origin {
  const git = (...words: string[]): string =>
    execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', ...tried) !== '';
  return {
    date: new Date().toISOString().slice(0, 10),
    version: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
    commit: git('log', '-1', '--format=%h', '--abbrev=9', '--', ...tried) + (changed ? ' and changes' : ''),
    node: process.version.slice(1),
  };
}

/** The command that a trial was made with. */
export const commandOf = (script: string, words: readonly string[]): string =>
  [`npm run ${script}`, ...(words.length > 0 ? ['--', ...words] : [])].join(' ');

/** A committed trial, by its path from the root; undefined before the first is written. */
export function readTrialFile<T>(root: string, path: string): T | undefined {
  const file = join(root, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Writes a trial; gives the file. */
export function writeTrialFile(root: string, path: string, trial: unknown): string {
  const file = join(root, path);
  writeFileSync(file, `${JSON.stringify(trial, null, 2)}\n`);
  return file;
}
