import type { Band, Verdict } from './band.ts';
import type { Found, Runs } from './runs.ts';

/** One statistic of a fact: all parts of a fact must hold for the fact to show. */
export interface Part {
  /** The statistic in words, such that "<words> is 0.12" is a sentence. */
  says: string;
  /** The statistic in every replicate, from what the runs of the fact found: runs under their names, in the order of replicates. */
  values: (found: Readonly<Record<string, Found>>) => number[];
  /** The mean and its interval are taken on the logarithm: for ratios. */
  ratio?: true;
  /** How the number is written: a share as percent, a ratio as "times", a difference of shares as points; else plain. */
  unit?: 'percent' | 'points' | 'times';
  /** Where the fact says that the statistic lies. Stated by the fact, never fitted to what the model gives. */
  band: Band;
  /** Where the band comes from, if it is more than a direction. */
  bandFrom?: string;
  /** The verdict that is expected: a test fails when it changes. `shown` unless stated. */
  expects?: Verdict;
}

/** A stylised fact of the literature, with how the model is asked whether it shows it. */
export interface Fact {
  /** Number in the list of facts, such as `F3`. */
  id: string;
  /** The fact in one sentence, as the literature has it. */
  claim: string;
  /** Where it comes from. */
  source: string;
  /** `hard`: a model without it is wrong. `soft`: it is told with less evidence, or of some places only. */
  kind: 'hard' | 'soft';
  /**
   * Whether the fact could have failed: it `emerges` from what caseworkers want and see; it is `set` where a parameter of
   * the scenario says nearly as much; or `partly`, where one part is set and another emerges.
   */
  how: 'emerges' | 'partly' | 'set';
  /** What is set and what emerges, in a sentence. */
  howSo: string;
  /** The runs that it looks at, by name. Facts share runs of the same settings. */
  runs: Readonly<Record<string, Runs>>;
  parts: readonly Part[];
  /** Why the fact does not show, or not all of it: needed where a part expects anything but `shown`. */
  reason?: string;
}
