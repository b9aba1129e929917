/** A distribution by name with its numbers, as a scenario file writes it: `{ dist: 'beta', a: 2, b: 5 }`. */
export type DistributionSpec = { dist: string } & Record<string, number | string>;

/** A distribution that knows its moments and is sampled by the quantile of one uniform number. */
export interface Distribution {
  readonly name: string;
  readonly mean: number;
  readonly variance: number;
  /** Ends of the support; may be infinite. */
  readonly min: number;
  readonly max: number;
  /** The value below which a share u lies, for u in (0, 1); never falls as u grows, so that luck is shared. */
  quantile(u: number): number;
}

/** One number of a distribution, with what it means and what it may be. */
export interface DistributionParameter {
  readonly name: string;
  readonly doc: string;
  /** Smallest value allowed. */
  readonly min?: number;
  /** Value that has to be exceeded. */
  readonly exclusiveMin?: number;
  /** Largest value allowed. */
  readonly max?: number;
  /** Whether it has to be a whole number. */
  readonly integer?: boolean;
}

/** A kind of distribution: an entry of the registry. */
export interface DistributionKind {
  readonly name: string;
  readonly doc: string;
  /** In the order of the short form, such as `beta(a, b)`. */
  readonly parameters: readonly DistributionParameter[];
  /** What is wrong with the numbers taken together, in one sentence; undefined if nothing is. */
  check?(spec: DistributionSpec): string | undefined;
  /** The numbers of `factor` > 0 times what is drawn; absent where that is no distribution of this kind. */
  times?(spec: DistributionSpec, factor: number): DistributionSpec;
  /**
   * Of an amount that comes over a time: the numbers for `part` of that time, in (0, 1]. Where the kind can be divided
   * without end, independent parts add up to the whole; absent where `times` has to do.
   */
  over?(spec: DistributionSpec, part: number): DistributionSpec;
  /** Builds the distribution; the spec has passed the bounds of each parameter and `check`. */
  build(spec: DistributionSpec): Distribution;
}

/** A parameter of a spec as a number. */
export function numberOf(spec: DistributionSpec, parameter: string): number {
  return Number(spec[parameter]);
}

/** The distribution that is always `value`, under the name of the kind that shrank to it. */
export function degenerate(name: string, value: number): Distribution {
  return { name, mean: value, variance: 0, min: value, max: value, quantile: () => value };
}
