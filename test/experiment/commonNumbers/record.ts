import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Origin } from '../../random/testU01/record.ts';
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

const fileIn = (root: string): string => join(root, 'test/experiment/commonNumbers/results.json');

/** The committed trial, from which the page on reproducibility is made; undefined before the first is written. */
export function readCommonNumbers(root: string): CommonNumbersTrial | undefined {
  return existsSync(fileIn(root)) ? JSON.parse(readFileSync(fileIn(root), 'utf8')) : undefined;
}

export function writeCommonNumbers(root: string, trial: CommonNumbersTrial): string {
  writeFileSync(fileIn(root), `${JSON.stringify(trial, null, 2)}\n`);
  return fileIn(root);
}
