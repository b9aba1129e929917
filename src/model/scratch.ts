import { ReadyList } from './readyList.ts';

/** Rows that one kernel call handles: small enough for the cache, large enough to pay for the call. */
export const BLOCK = 1024;

/** Buffers that the steps of the week share, so that a week allocates nothing. */
export interface Scratch {
  /** Rows of people selected for one block, and draws beside them. */
  readonly rows: Int32Array;
  readonly uniforms: Float64Array;
  /** Who is ready to move along the pathway. */
  readonly readyList: ReadyList;
  /** A column over rows of one block. */
  readonly block: Float64Array;
  /** Inputs of kernels, one buffer a variable. */
  readonly inputs: Float64Array[];
  /** [role] members ordered by caseworker or, of teams, by office, and where those of each begin. */
  readonly members: Int32Array[];
  readonly memberStart: Int32Array[];
  /** Beside the attached, for the role under way: the place in `members`, −1 for none. */
  readonly memberPlaces: Int32Array;
  /** [row] 1 where the client passes the screening of the role under way. */
  readonly ready: Uint8Array;
  /** Columns over the claimants of one caseworker, as long as `fitClaimants` made them; `places` are theirs in `members`. */
  appeal: Float64Array;
  ownAppeal: Float64Array;
  noise: Float64Array;
  ties: Uint32Array;
  hours: Float64Array;
  ownHours: Float64Array;
  needed: Float64Array;
  order: Int32Array;
  claimants: Int32Array;
  places: Int32Array;
  /** [role × offices + office] no caseworker has fewer clients than this: for whoever joins now. */
  readonly fewest: Float64Array;
  /** Caseworkers of a team in the order in which they divide their hours, with their draws. */
  readonly team: Int32Array;
  readonly teamDraws: Float64Array;
  /** Contacts of this week by caseworker × activity. */
  readonly used: Float64Array;
  /** Odds of activities by caseworker × activity. */
  readonly activityOdds: Float64Array;
  /** [activity] 1 where policy limits the choice of this contact. */
  readonly limited: Uint8Array;
}

/** Claimants that one caseworker has room for at first. */
const CLAIMANTS = 256;

/** Buffers for `count` people. */
export function createScratch(
  count: number,
  workersByRole: readonly number[],
  offices: number,
  activities: number,
  inputs: number,
): Scratch {
  const rows = Math.max(1, count);
  return {
    rows: new Int32Array(BLOCK),
    uniforms: new Float64Array(BLOCK),
    readyList: new ReadyList(),
    block: new Float64Array(BLOCK),
    inputs: Array.from({ length: inputs }, () => new Float64Array(BLOCK)),
    members: workersByRole.map(() => new Int32Array(rows)),
    memberStart: workersByRole.map((workers) => new Int32Array(Math.max(workers, offices) + 2)),
    memberPlaces: new Int32Array(rows),
    ready: new Uint8Array(rows),
    ...claimantColumns(CLAIMANTS),
    fewest: new Float64Array(workersByRole.length * offices),
    team: new Int32Array(workersByRole.reduce((a, b) => a + b, 0)),
    teamDraws: new Float64Array(workersByRole.reduce((a, b) => a + b, 0)),
    used: new Float64Array(workersByRole.reduce((a, b) => a + b, 0) * activities),
    activityOdds: new Float64Array(workersByRole.reduce((a, b) => a + b, 0) * activities),
    limited: new Uint8Array(activities),
  };
}

/** Makes room for `n` claimants of one caseworker, before any of them is looked at. */
export function fitClaimants(scratch: Scratch, n: number): void {
  if (n > scratch.appeal.length)
    Object.assign(scratch, claimantColumns(Math.max(n, 2 * scratch.appeal.length)));
}

const claimantColumns = (n: number) => ({
  appeal: new Float64Array(n),
  ownAppeal: new Float64Array(n),
  noise: new Float64Array(n),
  ties: new Uint32Array(n),
  hours: new Float64Array(n),
  ownHours: new Float64Array(n),
  needed: new Float64Array(n),
  order: new Int32Array(n),
  claimants: new Int32Array(n),
  places: new Int32Array(n),
});
