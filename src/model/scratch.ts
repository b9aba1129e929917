/** Rows that one kernel call handles: small enough for the cache, large enough to pay for the call. */
export const BLOCK = 1024;

/** Buffers that the steps of the week share, so that a week allocates nothing. */
export interface Scratch {
  /** Rows selected from the window, at most everybody. */
  readonly rows: Int32Array;
  /** Draws beside `rows`. */
  readonly uniforms: Float64Array;
  /** Clocks of the rows that are ready to move, beside `readyRows` and `readyTransition`. */
  readonly clocks: Float64Array;
  readonly readyRows: Int32Array;
  readonly readyTransition: Uint8Array;
  /** Two columns over rows of one block. */
  readonly block: Float64Array;
  readonly blockB: Float64Array;
  /** Inputs of kernels, one buffer a variable. */
  readonly inputs: Float64Array[];
  /** [role] members ordered by caseworker or, of teams, by office, and where those of each begin. */
  readonly members: Int32Array[];
  readonly memberStart: Int32Array[];
  /** Beside the attached, for the role under way: the place in `members`, −1 for none. */
  readonly memberPlaces: Int32Array;
  /** [row] 1 where the client passes the screening of the role under way. */
  readonly ready: Uint8Array;
  /** Columns over the claimants of one caseworker; `places` are theirs in `members`. */
  readonly appeal: Float64Array;
  readonly ownAppeal: Float64Array;
  readonly noise: Float64Array;
  readonly ties: Uint32Array;
  readonly hours: Float64Array;
  readonly ownHours: Float64Array;
  readonly needed: Float64Array;
  readonly order: Int32Array;
  readonly claimants: Int32Array;
  readonly places: Int32Array;
  /** Caseworkers of a team in the order in which they divide their hours, with their draws. */
  readonly team: Int32Array;
  readonly teamDraws: Float64Array;
  /** Contacts of this week by caseworker × activity. */
  readonly used: Float64Array;
  /** Odds of activities by caseworker × activity. */
  readonly activityOdds: Float64Array;
  /** [activity] 1 where policy limits the choice of this contact. */
  readonly limited: Uint8Array;
  /** Wear of this week by row of people. */
  readonly wear: Float64Array;
}

/** Buffers for `count` people; a caseworker can at most have all of them. */
export function createScratch(
  count: number,
  workersByRole: readonly number[],
  offices: number,
  activities: number,
  inputs: number,
): Scratch {
  const rows = Math.max(1, count);
  return {
    rows: new Int32Array(rows),
    uniforms: new Float64Array(rows),
    clocks: new Float64Array(rows),
    readyRows: new Int32Array(rows),
    readyTransition: new Uint8Array(rows),
    block: new Float64Array(BLOCK),
    blockB: new Float64Array(BLOCK),
    inputs: Array.from({ length: inputs }, () => new Float64Array(BLOCK)),
    members: workersByRole.map(() => new Int32Array(rows)),
    memberStart: workersByRole.map((workers) => new Int32Array(Math.max(workers, offices) + 2)),
    memberPlaces: new Int32Array(rows),
    ready: new Uint8Array(rows),
    appeal: new Float64Array(rows),
    ownAppeal: new Float64Array(rows),
    noise: new Float64Array(rows),
    ties: new Uint32Array(rows),
    hours: new Float64Array(rows),
    ownHours: new Float64Array(rows),
    needed: new Float64Array(rows),
    order: new Int32Array(rows),
    claimants: new Int32Array(rows),
    places: new Int32Array(rows),
    team: new Int32Array(workersByRole.reduce((a, b) => a + b, 0)),
    teamDraws: new Float64Array(workersByRole.reduce((a, b) => a + b, 0)),
    used: new Float64Array(workersByRole.reduce((a, b) => a + b, 0) * activities),
    activityOdds: new Float64Array(workersByRole.reduce((a, b) => a + b, 0) * activities),
    limited: new Uint8Array(activities),
    wear: new Float64Array(rows),
  };
}
