import { type Origin, readTrialFile, writeTrialFile } from '../../support/trialFile.ts';
import type { Reduction } from './reduction.ts';

/** A headline measure of one design against the base of its scenario. */
export interface Contrast extends Reduction {
  measure: string;
  /** Mean difference, in the measure's unit. */
  difference: number;
}

export interface ScenarioRecord {
  scenario: string;
  base: string;
  designs: { design: string; contrasts: Contrast[] }[];
}

/** A recorded trial of common random numbers. */
export interface CommonNumbersTrial extends Origin {
  command: string;
  replicates: number;
  scale: number;
  seconds: number;
  scenarios: ScenarioRecord[];
}

const FILE = 'test/experiment/commonNumbers/results.json';

/** The committed trial, from which the page on reproducibility is made; undefined before the first is written. */
export const readCommonNumbers = (root: string): CommonNumbersTrial | undefined => readTrialFile(root, FILE);

export const writeCommonNumbers = (root: string, trial: CommonNumbersTrial): string =>
  writeTrialFile(root, FILE, trial);
