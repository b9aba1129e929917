/** Caseworkers as columns, ordered by role, then office, then post. */
export interface CaseworkerTable {
  readonly count: number;
  /** Unsigned 32-bit entity id: (role, office, post, n-th holder). */
  readonly id: Uint32Array;
  readonly role: Uint8Array;
  readonly office: Uint8Array;
  /** Index into `names.dispositions`. */
  readonly disposition: Uint8Array;
  /** [motive][row]: the caseworker's own weights, in the order of `motiveNames`. */
  readonly weights: Float64Array[];
  readonly skill: Float64Array;
  /** Fixed standard normal of the caseworker as a person. */
  readonly chemistry: Float64Array;
  readonly burnout: Float64Array;
  /** [activity][row]: habit, the share of recent contacts spent on the activity. */
  readonly habit: Float64Array[];
  /** First caseworker row of each role; length roles + 1. */
  readonly firstOfRole: Int32Array;
  /** Clients attached to the caseworker now. */
  readonly caseload: Int32Array;
  /** Contact hours at hand in this step, and how many of them were given. */
  readonly hoursAvailable: Float64Array;
  readonly hoursGiven: Float64Array;
  /** Sums over the run for goal strain: half the summed difference to the own division, and the hours compared. */
  readonly strain: Float64Array;
  readonly strainHours: Float64Array;
}
