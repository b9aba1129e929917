import type { PartnershipLuck } from './luck.ts';

/** How partners keep their budgets, from loose to tight. */
export const budgetStates = ['separate', 'aligned', 'pooled'] as const;
export type BudgetState = (typeof budgetStates)[number];
export const POOLED = budgetStates.indexOf('pooled');

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
  /** [area][i × partners + j] trust of partner i in partner j, in [0, 1]; a partner’s trust in itself is 1 and never read. */
  readonly trust: readonly Float64Array[];
  /** [area] place in `budgetStates`. */
  readonly budgets: Uint8Array;
  /** [area] weight of the other partners' gain in what a partner decides, in [0, 1]; 1 where they decide as one. */
  readonly coordination: Float64Array;
  /** [area] joint effort now: the delivered effort of all partners by their influence, in [0, 1]. */
  readonly jointEffort: Float64Array;
  /** [area] the same at the start with nothing at stake, no inspection and no targets: what twins live with. */
  readonly effortAtStart: Float64Array;
  /** [area] money believed at stake within the horizon at the last review. */
  readonly stake: Float64Array;
  /** [area][event × groups + group] weighted events so far; over `happenedWeight` they are events a step. */
  readonly happened: readonly Float64Array[];
  happenedWeight: number;
  /** [area × partners + partner] effort delivered since the last review, summed over `stepsSinceReview` steps. */
  readonly deliveredSince: Float64Array;
  stepsSinceReview: number;
  /** [area × partners + partner] promises that were judged and that were kept so far, and leaders who left. */
  readonly judged: Float64Array;
  readonly kept: Float64Array;
  readonly leadersLeft: Float64Array;
  /** [area × partners + partner] step from which a failed inspection presses no more; 0 before the first. */
  readonly inspectedUntil: Int32Array;
  /** [area] pools that fell so far, and the step of the last fall, −1 if none. */
  readonly collapses: Float64Array;
  readonly fellAt: Int32Array;
  /** Step at which a pool outside the scenario fell last, −1 if none. */
  elsewhereFellAt: number;
  readonly luck: PartnershipLuck;
}
