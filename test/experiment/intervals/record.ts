import { type Origin, readTrialFile, writeTrialFile } from '../../support/trialFile.ts';
import type { Coverage } from './coverage.ts';

/** How often intervals of groups of so many runs held the mean of all, of the base and of the difference from it. */
export interface CoverageRecord {
  measure: string;
  /** Share of runs of the base, and of differences, that have the commonest value. */
  same: { base: number; difference: number };
  groupsOf: Record<string, { base: Coverage; difference: Coverage }>;
}

/** A recorded trial of intervals. */
export interface CoverageTrial extends Origin {
  command: string;
  scale: number;
  replicates: number;
  seconds: number;
  scenarios: { scenario: string; base: string; design: string; measures: CoverageRecord[] }[];
}

const FILE = 'test/experiment/intervals/results.json';

/** The committed trial, from which the page on checks is made; undefined before the first is written. */
export const readCoverage = (root: string): CoverageTrial | undefined => readTrialFile(root, FILE);

export const writeCoverage = (root: string, trial: CoverageTrial): string =>
  writeTrialFile(root, FILE, trial);
