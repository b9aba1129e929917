/** What a calibration found: how near the model comes to the targets, and what they say of the parameters. */
export interface FitFindings {
  /** How the search ended at the best place. */
  end: 'met' | 'stuck' | 'rounds' | 'cannotRun';
  targets: FittedTarget[];
  parameters: FittedParameter[];
  /** Every start of the search with where it came to rest. */
  starts: FitStart[];
  /** Replicates with other luck in which the fit was checked. */
  checkReplicates: number;
}

export interface FittedTarget {
  id: string;
  title: string;
  measure: string;
  design: string;
  /** The published figure, how far from it counts as met, and where it comes from. */
  value: number;
  tolerance: number;
  source: string;
  /** The model with the file's values, and with the fitted ones, in the luck of the search. */
  before: number | null;
  after: number | null;
  /** The same with other luck: the mean and its 95% interval. */
  checked: number | null;
  lo: number | null;
  hi: number | null;
  /** Whether the mean with other luck lies within the tolerance. */
  met: boolean;
}

export interface FittedParameter {
  path: string;
  before: number;
  after: number;
  from: number;
  to: number;
  /** Share of the doubt about it that the targets take away, and what is left as a standard deviation, in its unit. */
  learnt: number;
  deviation: number;
  /** Other parameters that can make up for it. */
  tradedWith: string[];
  /** Whether it stands at an end of its range: the fit might go on beyond. */
  atEnd: boolean;
}

export interface FitStart {
  /** Values of the parameters in their order, where it began and where it ended. */
  start: number[];
  values: number[];
  /** Sum of squared distances from the targets, in tolerances; null where it could not be run. */
  misfit: number | null;
  end: FitFindings['end'];
  rounds: number;
}
