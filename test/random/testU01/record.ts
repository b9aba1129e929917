import { type Origin, readTrialFile, writeTrialFile } from '../../support/trialFile.ts';
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

const FILE = 'test/random/testU01/results.json';

/** The committed trials; none before the first is written. */
export const readTrials = (root: string): Trials => readTrialFile(root, FILE) ?? {};

/** Puts a trial in the place of the last one of its kind. */
export const writeTrial = (root: string, kind: keyof Trials, trial: Trial): string =>
  writeTrialFile(root, FILE, { ...readTrials(root), [kind]: trial });
