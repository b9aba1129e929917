import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stream } from './streams.ts';

/** A statistic outside the bounds of suspicion, with what the same test gave with another seed. */
export interface Suspicion {
  test: string;
  p: number;
  again: number;
}

/** What a battery said of one stream. */
export interface StreamRecord extends Stream {
  seed: string;
  statistics: number;
  /** Words read, in millions. */
  millionWords: number;
  lowest: { test: string; p: number };
  highest: { test: string; p: number };
  suspicious: Suspicion[];
  passed: boolean;
  seconds: number;
}

/** Of what a trial was made, and when. */
export interface Origin {
  date: string;
  version: string;
  commit: string;
  node: string;
}

/** A recorded trial: what ran, where it came from, and how long it took. */
export interface Trial extends Origin {
  battery: string;
  command: string;
  /** Whole time, with so many streams or tests at once. */
  seconds: number;
  jobs: number;
  streams: StreamRecord[];
}

/** The committed trials, by battery: the page on reproducibility is made from them. */
export interface Trials {
  smallCrush?: Trial;
  crush?: Trial;
}

const fileIn = (root: string): string => join(root, 'test/random/testU01/results.json');

/** The committed trials; none before the first is written. */
export function readTrials(root: string): Trials {
  return existsSync(fileIn(root)) ? JSON.parse(readFileSync(fileIn(root), 'utf8')) : {};
}

/** Puts a trial in the place of the last one of its kind. */
export function writeTrial(root: string, kind: keyof Trials, trial: Trial): string {
  writeFileSync(fileIn(root), `${JSON.stringify({ ...readTrials(root), [kind]: trial }, null, 2)}\n`);
  return fileIn(root);
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
