import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
export interface TrialRecord {
  /** The command that repeats it. */
  command: string;
  /** Day of the trials, by UTC. */
  date: string;
  version: string;
  commit: string;
  node: string;
  platform: string;
  seed: string;
  trials: RecordedTrial[];
  disks: RecordedDisk[];
}

const pathIn = (root: string) => join(root, 'test/faults/trials.json');

export const readRecord = (root: string): TrialRecord => JSON.parse(readFileSync(pathIn(root), 'utf8'));

/** Writes the record with a line a trial, so that two of them can be compared. */
export function writeRecord(
  root: string,
  asked: Pick<TrialRecord, 'command' | 'seed'>,
  { trials, disks }: Pick<TrialRecord, 'trials' | 'disks'>,
): void {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const describe = ['describe', '--always', '--dirty', '--exclude=*'];
  const head = {
    ...asked,
    date: new Date().toISOString().slice(0, 10),
    version,
    commit: execFileSync('git', describe, { cwd: root, encoding: 'utf8' }).trim(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  };
  const facts = Object.entries(head).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`,
  );
  const list = (all: readonly object[]) =>
    `[\n${all.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`;
  writeFileSync(
    pathIn(root),
    `{\n${facts.join('')}  "trials": ${list(trials)},\n  "disks": ${list(disks)}\n}\n`,
  );
}
