import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readTrialFile } from '../support/trialFile.ts';

/** Of the mutants of one folder: all that there are, how many were drawn, and how many of those came to each state. */
export interface FolderCount {
  mutants: number;
  drawn: number;
  [state: string]: number;
}

/** A mutant that no test found. */
export interface Survivor {
  key: string;
  mutator: string;
  original: string;
  state: string;
}

/** What a survivor says of the tests. */
export const verdicts = {
  equivalent: 'no input tells it from the original',
  work: 'the results are the same, and only work is done that need not be, or in another order',
  rounding: 'the results are the same but for the last digits',
  types: 'the type check refuses it, which mutants were not held against',
  guard: 'it takes away a guard against what a scenario that was loaded cannot hold',
  words: 'only words for a reader differ: messages, descriptions, catalogue texts',
  elsewhere: 'a test finds it that it was not held against',
  mended: 'a test was missing, and has been added since',
  missing: 'a test is missing',
} as const;

export interface Judgement {
  verdict: keyof typeof verdicts;
  why: string;
}

/** A recorded trial of mutants, drawn from the folders that are counted. */
export interface MutationTrial {
  date: string;
  commit: string;
  node: string;
  command: string;
  seed: string;
  minutes: number;
  counts: Record<string, FolderCount>;
  survivors: Survivor[];
}

/** The committed trials, with what was judged of their survivors by key. */
export interface MutationRecord {
  trials: MutationTrial[];
  judged: Record<string, Judgement>;
}

/** Oldest first. */
export function readMutation(root: string): MutationRecord {
  const trials = readTrialFile<MutationTrial[]>(root, 'test/mutation/results.json') ?? [];
  return { trials, judged: parse(readFileSync(join(root, 'test/mutation/judged.yaml'), 'utf8')) ?? {} };
}
