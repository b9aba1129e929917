import type { StepColumn } from '../stepColumn.ts';

/**
 * Everybody who will ever be referred, as columns: fixed before the first step and the same in every
 * design that does not patch `clients` or `clock`. Rows are ordered by step of referral.
 */
export interface People {
  readonly count: number;
  /** Unsigned 32-bit entity id: (referral stream, step, n-th of that step); keys every draw of the client. */
  readonly id: Uint32Array;
  readonly referredAt: StepColumn;
  /** First row referred at a step; length steps + 1. */
  readonly firstOfStep: Int32Array;
  /**
   * Only where arrivals replace who has left: places to be filled by the end of each step of the first week, the last
   * one also later. `referredAt` and `firstOfStep` are then a world's own and written week by week; who has not come
   * yet has `referredAt` = steps.
   */
  readonly places?: Int32Array;
  readonly group: Uint8Array;
  /** Office by the shares of the scenario’s start: where the client lives. `service.office` is where the client in fact was referred to. */
  readonly office: Uint8Array;
  /** [barrier][row] at referral, in [0, 1]. */
  readonly barriers: Float64Array[];
  /** 1 where the latent barrier is hidden. */
  readonly latent: Uint8Array;
  /** True need D at referral. */
  readonly need: Float64Array;
  /** Fifth of true need over all who are referred: 0 easiest, 4 hardest. */
  readonly fifth: Uint8Array;
  /** Mid-rank of true need over all who are referred, in (0, 1). */
  readonly needRank: Float64Array;
  readonly motivation: Float64Array;
  readonly motivationError: Float64Array;
  readonly appearanceError: Float64Array;
  readonly awkwardness: Float64Array;
  readonly trustStart: Float64Array;
  /** Need as a stated model predicts it, with error: what price formulas may see. */
  readonly predictedNeed: Float64Array;
}
