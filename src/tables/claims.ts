/** What a run has to say of a claim: it holds, it does not, or these runs cannot tell. */
export type ClaimVerdict = 'holds' | 'fails' | 'untold';

/** One condition of a claim beside what the runs gave. */
export interface CheckedCondition {
  /** Empty for the claim's own condition, else the name of the further one. */
  name: string;
  measure: string;
  /** The measure that is added, if any. */
  plus?: string;
  /** The measure that is taken off, if any, and how many times where that is not once. */
  minus?: string;
  times?: number;
  design: string;
  /** The design whose value is taken off, if any. */
  against?: string;
  is: 'above' | 'below' | 'between';
  /** Ends of what is claimed, in the unit of the measure; null where they hang on a spread that is not known. */
  from: number | null;
  to?: number | null;
  /** Standard deviations between runs in which the ends were stated, if they were. */
  inLuck?: { value: number; to?: number };
  mean: number | null;
  /** 95% t interval of the mean. */
  lo: number | null;
  hi: number | null;
  /** Replicates in which it was defined. */
  n: number;
  verdict: ClaimVerdict;
  why?: string;
}

/** A claim of the scenario beside what the runs gave, as `checks.json` holds it. */
export interface CheckedClaim {
  id: string;
  title: string;
  verdict: ClaimVerdict;
  /**
   * In how many replicates all conditions held together, of those in which all were defined; with the share where one
   * is claimed. Absent where a condition counts in luck, which a single run has not.
   */
  runs?: { holding: number; defined: number; claimed?: number };
  conditions: CheckedCondition[];
  why?: string;
  source?: string;
  note?: string;
}
