import { type Origin, origin, readTrialFile, writeTrialFile } from '../support/trialFile.ts';
import type { DiskOutcome } from './diskTrial.ts';
import type { Outcome } from './trial.ts';

/** A trial as it is recorded. */
export interface RecordedTrial extends Outcome {
  command: string;
  /** Replicates or points of the whole. */
  total: number;
}

/** A full disk as it is recorded. */
export interface RecordedDisk extends DiskOutcome {
  command: string;
  total: number;
}

/** What was tried, when, and with what. */
export interface TrialRecord extends Origin {
  /** The command that repeats it. */
  command: string;
  platform: string;
  seed: string;
  trials: RecordedTrial[];
  disks: RecordedDisk[];
}

const FILE = 'test/faults/trials.json';

/** The committed trials, from which the page on reliability is made. */
export const readRecord = (root: string): TrialRecord => readTrialFile(root, FILE)!;

export function writeRecord(
  root: string,
  tried: Pick<TrialRecord, 'command' | 'seed' | 'trials' | 'disks'>,
): void {
  const { command, seed, trials, disks } = tried;
  const from = origin(root, ['src', 'test/faults']);
  const platform = `${process.platform} ${process.arch}`;
  writeTrialFile(root, FILE, { command, seed, ...from, platform, trials, disks });
}
