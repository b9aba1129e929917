import type { readings } from './readings/index.ts';

/** Runs of a bundled scenario with settings that a user could type, on common random numbers. */
export interface Runs {
  /** Name of a bundled scenario. */
  scenario: string;
  /** Designs to run, of those in the file. */
  only: readonly string[];
  /** What follows `--set`, in order. */
  set?: readonly string[];
  scale: number;
  replicates: number;
  /** Companion worlds whose measures are read as designs of their own, such as `asBuilt@equalTime`. */
  reference?: 'equalTime';
  /** What is read from the worlds: all measures, unless a reading of its own is named. */
  reading?: keyof typeof readings;
}

/** Numbers of one design in one replicate, by key, such as `outcome.rate[fifth=5]`. */
export type Numbers = Readonly<Record<string, number>>;

/** All that one replicate gave, by design. */
export type Replicate = Readonly<Record<string, Numbers>>;

/** What runs found: values of a design's number, one a replicate in their order. Throws RangeError for unknown names. */
export type Found = (design: string, key: string) => number[];

/** Reads replicates design by design. */
export const foundIn =
  (replicates: readonly Replicate[]): Found =>
  (design, key) =>
    replicates.map((each) => {
      const value = each[design]?.[key];
      if (value === undefined) throw new RangeError(`${design} has no number ${key}`);
      return value;
    });

/** What a user types to see these runs. */
export function commandOf({ scenario, only, set = [], scale, replicates, reference }: Runs): string {
  const command = reference === undefined ? 'run' : 'compare';
  return [
    `streetlevel ${command} ${scenario}`,
    `--only ${only.join(',')}`,
    ...set.map((each) => `--set ${/[^\w.=-]/.test(each) ? `'${each}'` : each}`),
    ...(reference === undefined ? [] : ['--reference equal-time']),
    ...(scale === 1 ? [] : [`--scale ${scale}`]),
    `--replicates ${replicates}`,
  ].join(' ');
}
