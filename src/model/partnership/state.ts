/** How partners keep their budgets, from loose to tight. */
export const budgetStates = ['separate', 'aligned', 'pooled'] as const;
export type BudgetState = (typeof budgetStates)[number];

/** What partners of all areas do together, as columns; absent where a scenario has no partners. */
export interface PartnershipState {
  /** Agencies that serve the same people; every area has all of them. */
  readonly names: readonly string[];
  /** [partner] share of what is earned together; shares sum to 1. */
  readonly share: Float64Array;
  /** [partner] share of what joint work can do that hangs on this partner; shares sum to 1. */
  readonly influence: Float64Array;
  /** [area × partners + partner] effort on joint work that was promised, and that was delivered, in [0, 1]. */
  readonly promised: Float64Array;
  readonly delivered: Float64Array;
  /** [area][i × partners + j] trust of partner i in partner j, in [0, 1]. */
  readonly trust: readonly Float64Array[];
  /** [area] place in `budgetStates`. */
  readonly budgets: Uint8Array;
  /** [area] weight of the other partners' gain in what a partner decides, in [0, 1]; 1 where they decide as one. */
  readonly coordination: Float64Array;
}
