/** Offices as columns: who employs caseworkers and is paid. */
export interface OfficeTable {
  readonly count: number;
  /** Share of referrals and posts that the scenario states. */
  readonly share: Float64Array;
  /** Share of referrals now: reviews and league tables may have shifted it. */
  readonly referralShare: Float64Array;
  /** Pressure π on the office now. */
  readonly pressure: Float64Array;
  /** Pressure as its caseworkers feel it: what the manager passes on. */
  readonly felt: Float64Array;
  /** Exponential average of max(0, planned − actual income) / cost. */
  readonly shortfall: Float64Array;
  /** Income planned for this step at the clients' cohort ages. */
  readonly planned: Float64Array;
  /** Costs of this step. */
  readonly cost: Float64Array;
  /** Attached clients at the end of the step. */
  readonly attached: Float64Array;
  /** [office][step]: clients attached in the step, for the plan at cohort age. */
  readonly attachedAt: Float64Array[];
  /** Money from planned kinds of event in the step before. */
  readonly earned: Float64Array;
}

export function createOffices(shares: readonly number[], steps: number): OfficeTable {
  const count = shares.length;
  return {
    count,
    share: Float64Array.from(shares),
    referralShare: Float64Array.from(shares),
    pressure: new Float64Array(count),
    felt: new Float64Array(count),
    shortfall: new Float64Array(count),
    planned: new Float64Array(count),
    cost: new Float64Array(count),
    attached: new Float64Array(count),
    attachedAt: shares.map(() => new Float64Array(steps)),
    earned: new Float64Array(count),
  };
}
