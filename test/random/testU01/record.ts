import { type Origin, readTrialFile, writeTrialFile } from '../../support/trialFile.ts';
import { nameOf, type Stream } from './streams.ts';

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
  /** Some streams each: Crush over all of them is hours. */
  crush?: Trial[];
}

const FILE = 'test/random/testU01/results.json';

/** The committed trials; none before the first is written. */
export const readTrials = (root: string): Trials => readTrialFile(root, FILE) ?? {};

/** Puts a trial of SmallCrush in the place of the last one. */
export const writeSmallCrush = (root: string, trial: Trial): string =>
  writeTrialFile(root, FILE, { ...readTrials(root), smallCrush: trial });

/** Adds a trial of Crush; what older ones said of the same streams goes. */
export function writeCrush(root: string, trial: Trial): string {
  const trials = readTrials(root);
  return writeTrialFile(root, FILE, { ...trials, crush: withTrial(trials.crush ?? [], trial) });
}

/** Trials with one more, so that each stream, and its time, stands in the newest that has it. */
export function withTrial(trials: readonly Trial[], trial: Trial): Trial[] {
  const own = new Set(trial.streams.map(nameOf));
  const older = trials.map((one) => {
    const streams = one.streams.filter((stream) => !own.has(nameOf(stream)));
    const gone = one.streams.filter((stream) => own.has(nameOf(stream)));
    const seconds = one.seconds - gone.reduce((sum, stream) => sum + stream.seconds, 0) / one.jobs;
    return { ...one, seconds: Math.round(seconds), streams };
  });
  return [...older.filter(({ streams }) => streams.length > 0), trial];
}
