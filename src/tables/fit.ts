/** What a calibration found: how near the model comes to the targets, and what they say of the parameters. */
export interface FitFindings {
  /** How the search ended at the best place. */
  end: 'met' | 'stuck' | 'rounds' | 'cannotRun' | 'interrupted';
  targets: FittedTarget[];
  parameters: FittedParameter[];
  /** Every start of the search with where it came to rest. */
  starts: FitStart[];
  /** Replicates with other luck in which the fit was checked. */
  checkReplicates: number;
}

/** A figure that is to be met. */
export interface Target {
  id: string;
  title: string;
  measure: string;
  design: string;
  /** The published figure, how far from it counts as met, and where it comes from. */
  value: number;
  tolerance: number;
  source: string;
}

/** A figure, and how near the model comes to it. */
export interface FittedTarget extends Target {
  /** The model with the file's values, and with the fitted ones, in the luck of the search. */
  before: number | null;
  after: number | null;
  /** The same with other luck: the mean and its 95% interval. */
  checked: number | null;
  lo: number | null;
  hi: number | null;
  /**
   * `met`: the mean with other luck lies within the tolerance. `missed`: its whole interval lies outside. `untold`: the
   * mean lies outside, its interval reaches in or there is none. `unchecked`: there was no check.
   */
  verdict: 'met' | 'untold' | 'missed' | 'unchecked';
  /** Standard error of the mean over the replicates of the search. */
  luck: number | null;
}

export interface FittedParameter {
  path: string;
  /** Paths of further parameters that take the same value. */
  along?: string[];
  before: number;
  after: number;
  from: number;
  to: number;
  /** What the targets say of it; absent where the search was not finished. */
  identified?: IdentifiedParameter;
  /** Whether it stands at an end of its range: the fit might go on beyond. */
  atEnd: boolean;
}

export interface IdentifiedParameter {
  /** Share of the doubt about it that the targets take away, and what is left as a standard deviation, in its unit. */
  learnt: number;
  deviation: number;
  /**
   * How far luck in the runs of the search moves the fitted value: a standard error, in its unit; null where fewer than
   * two replicates of the check have values of all targets.
   */
  luck: number | null;
  /** Paths of other parameters that can make up for it. */
  tradedWith: string[];
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
