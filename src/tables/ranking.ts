/** Which way a measure is better; null where that is a matter of judgement: then designs are ordered by value alone. */
export type Direction = 'higher' | 'lower' | null;

/** One design in the ranking by one measure. */
export interface RankedDesign {
  design: string;
  /** Over the replicates in which all ranked designs have the measure, with its 95% t interval. */
  mean: number;
  lo: number | null;
  hi: number | null;
  /** Place by the mean, 1 the best (without a direction: the highest); equal means share the middle of their places. */
  rank: number;
  /** Share of replicates in which it is first and last; designs that tie there share the replicate evenly. */
  best: number;
  worst: number;
  /** [place − 1] share of replicates in which it has the place; ties share their places evenly. */
  ranks: number[];
  /** Share of resampled sets of replicates in which its mean is the best; null with one replicate. */
  bestMean: number | null;
  /** Whether the 95% interval of its difference from the first, and from the last, leaves out 0; null with one replicate. */
  toldFromFirst: boolean | null;
  toldFromLast: boolean | null;
}

/** Two designs that follow each other in the ranking by the means. */
export interface Neighbours {
  upper: string;
  lower: string;
  /** Upper minus lower, with its 95% interval. */
  mean: number;
  sd: number | null;
  lo: number | null;
  hi: number | null;
  /** The two have other people, so that the interval is Welch's and nothing is paired. */
  unpaired?: true;
  /** How many more replicates would halve the interval; null where there is none, or no width to halve. */
  moreToHalve: number | null;
}

/** The designs in order by one measure, and how far that order can be relied on. */
export interface MeasureRanking {
  /** Key of the measure, such as `outcome.rate[fifth=5]`. */
  measure: string;
  better: Direction;
  /** Replicates in which all ranked designs have the measure. */
  replicates: number;
  /** In order by the means, the best (or highest) first. */
  designs: RankedDesign[];
  /** Designs without a number, with the reason. */
  unranked: { design: string; why: string }[];
  /** Share of replicates in which all designs stand in the order of the means. */
  sameOrder: number;
  /** Share of resampled sets of replicates whose means stand in that order; null with one replicate. */
  orderHolds: number | null;
  /** Share of replicates in which several designs tie for the first place. */
  tiedFirst: number;
  neighbours: Neighbours[];
}

/** `ranking.json`: designs ranked by each chosen measure. */
export interface Ranking {
  format: 1;
  /** Resampled sets of replicates behind every probability. */
  resamples: number;
  measures: MeasureRanking[];
}
