import { type StepColumn, stepColumn } from '../stepColumn.ts';

/**
 * Lives on the pathway, as columns over `People`: one set for the clients as served, one for their twins.
 * The twin is the same person with the same luck and no service.
 */
export interface Lives {
  /** [barrier][row] now, in [0, 1]. */
  readonly barriers: Float64Array[];
  readonly stage: Uint8Array;
  /** Step at which the stage was entered. */
  readonly stageSince: StepColumn;
  /** [event][row]: first step at which the event happened in this life, −1 if it has not. */
  readonly firstEvent: StepColumn[];
  /** [event][row]: how often it happened in this life (at most 255). */
  readonly eventCount: Uint8Array[];
  /** [milestone][row]: weeks counted so far. */
  readonly milestoneWeeks: Uint16Array[];
  /** [milestone][row]: the last 64 weeks as two words of bits, for the rule `ofLast`; empty for other rules. */
  readonly milestoneRecent: Uint32Array[];
  /** [milestone][row]: how often the milestone was reached. */
  readonly milestoneCount: Uint8Array[];
  /** Quality of the first main event: −1 no event yet, 0 not good, 1 good. */
  readonly goodQuality: Int8Array;
  /** 1 where the latest main event was of good quality. */
  readonly quality: Uint8Array;
}

/** Rows of people in order, of which those from `from` (included) to `to` (excluded) are lived at this step. */
export interface LivedRows {
  /** Whether the list holds everybody; otherwise who comes to be lived joins it. */
  readonly everybody: boolean;
  readonly rows: Int32Array;
  from: number;
  to: number;
}

/** Everybody, or nobody yet. */
export function livedRows(count: number, everybody: boolean): LivedRows {
  const rows = new Int32Array(count);
  if (everybody) for (let row = 0; row < count; row++) rows[row] = row;
  return { everybody, rows, from: 0, to: 0 };
}

/**
 * Copies one person's life from one set of columns to another. Events that the copied life did not have are left
 * as they stand: a twin never meets the programme, whose own events (declined, refused) the client may have had.
 */
export function copyLife(from: Lives, to: Lives, row: number): void {
  const each = <T extends { [row: number]: number }>(a: T[], b: T[]): void => {
    for (let column = 0; column < a.length; column++) b[column][row] = a[column][row];
  };
  each(from.barriers, to.barriers);
  for (let event = 0; event < from.firstEvent.length; event++) {
    if (from.eventCount[event][row] === 0) continue;
    to.firstEvent[event][row] = from.firstEvent[event][row];
    to.eventCount[event][row] = from.eventCount[event][row];
  }
  each(from.milestoneWeeks, to.milestoneWeeks);
  each(from.milestoneCount, to.milestoneCount);
  to.stage[row] = from.stage[row];
  to.stageSince[row] = from.stageSince[row];
  to.goodQuality[row] = from.goodQuality[row];
  to.quality[row] = from.quality[row];
}

/** Columns for `count` people, everybody at the start stage; `recent` says by milestone whether its last weeks are kept. */
export function createLives(
  count: number,
  startBarriers: readonly Float64Array[],
  startStage: number,
  events: number,
  recent: readonly boolean[],
): Lives {
  const milestones = recent.length;
  const columns = <T>(n: number, make: () => T): T[] => Array.from({ length: n }, make);
  return {
    barriers: startBarriers.map((column) => column.slice()),
    stage: new Uint8Array(count).fill(startStage),
    stageSince: new Int16Array(count),
    firstEvent: columns(events, () => stepColumn(count)),
    eventCount: columns(events, () => new Uint8Array(count)),
    milestoneWeeks: columns(milestones, () => new Uint16Array(count)),
    milestoneRecent: recent.map((kept) => new Uint32Array(kept ? 2 * count : 0)),
    milestoneCount: columns(milestones, () => new Uint8Array(count)),
    goodQuality: new Int8Array(count).fill(-1),
    quality: new Uint8Array(count),
  };
}
