/** The kinds of outcome between which a strategy board sets priorities (Dickinson 2008, in document 002). */
export const outcomeKinds = ['service', 'change', 'maintenance'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** A review that was held: what measures look at. Columns are by place in `offices`. */
export interface HeldReview {
  step: number;
  name: string;
  kind: string;
  /** Offices that were looked at. */
  offices: readonly number[];
  /** Evidence in standard deviations; not a number where there was none. */
  evidence: readonly number[];
  /** True value added in the steps looked at, which the commissioner does not see. */
  value: readonly number[];
  /** Whether stories made the decision another one than it would have been. */
  changedByStories: boolean;
  /** Whether politics or the voice of in-house providers did. */
  changedByFavour: boolean;
  /** The contract that was ended, if any: the office and who got it. */
  ended?: { office: number; successor: number };
}

/** What the commissioner and its board keep in mind between reviews. */
export interface CommissionerState {
  /** Priorities by `outcomeKinds`, which sum to 1. */
  readonly priority: Float64Array;
  /** Priorities as they would be if nobody had told a story. */
  readonly priorityUnheard: Float64Array;
  /** [review] aims by office that a ratchet has raised. */
  readonly aims: Map<string, Float64Array>;
  readonly held: HeldReview[];
  /** [office] trust of the commissioner now, in [0, 1]. */
  readonly trust: Float64Array;
  /** [office] false records that audits found in the step under way. */
  readonly found: Float64Array;
  /** [office] service that its users have got used to; absent before anybody did. */
  readonly usualService: (number | undefined)[];
  /** [review.domain] shares of the money, where a review divides it by indicators. */
  readonly domainShares: Map<string, number>;
  /** Commissioners who have left. */
  turnovers: number;
}

export function createCommissioner(
  priority: Record<OutcomeKind, number>,
  trust: readonly number[],
): CommissionerState {
  const weights = outcomeKinds.map((kind) => priority[kind]);
  const sum = weights.reduce((a, b) => a + b, 0);
  const shares = Float64Array.from(weights, (weight) => (sum > 0 ? weight / sum : 1 / weights.length));
  return {
    priority: shares,
    priorityUnheard: shares.slice(),
    aims: new Map(),
    held: [],
    trust: Float64Array.from(trust),
    found: new Float64Array(trust.length),
    usualService: trust.map(() => undefined),
    domainShares: new Map(),
    turnovers: 0,
  };
}
