/**
 * Lives on the pathway, as columns over `People`: one set for the clients as served, one for their twins.
 * The twin is the same person with the same luck and no service.
 */
export interface Lives {
  /** [barrier][row] now, in [0, 1]. */
  readonly barriers: Float64Array[];
  readonly stage: Uint8Array;
  /** Step at which the stage was entered. */
  readonly stageSince: Int32Array;
  /** [event][row]: first step at which the event happened in this life, −1 if it has not. */
  readonly firstEvent: Int32Array[];
  /** [event][row]: how often it happened in this life (at most 255). */
  readonly eventCount: Uint8Array[];
  /** [milestone][row]: weeks counted so far. */
  readonly milestoneWeeks: Uint16Array[];
  /** [milestone][row]: the last 64 weeks as two words of bits, for the rule `ofLast`. */
  readonly milestoneRecent: Uint32Array[];
  /** [milestone][row]: how often the milestone was reached. */
  readonly milestoneCount: Uint8Array[];
  /** Quality of the first main event: −1 no event yet, 0 not good, 1 good. */
  readonly goodQuality: Int8Array;
}

/** Columns for `count` people, everybody at the start stage. */
export function createLives(
  count: number,
  startBarriers: readonly Float64Array[],
  startStage: number,
  events: number,
  milestones: number,
): Lives {
  const columns = <T>(n: number, make: () => T): T[] => Array.from({ length: n }, make);
  return {
    barriers: startBarriers.map((column) => column.slice()),
    stage: new Uint8Array(count).fill(startStage),
    stageSince: new Int32Array(count),
    firstEvent: columns(events, () => new Int32Array(count).fill(-1)),
    eventCount: columns(events, () => new Uint8Array(count)),
    milestoneWeeks: columns(milestones, () => new Uint16Array(count)),
    milestoneRecent: columns(milestones, () => new Uint32Array(2 * count)),
    milestoneCount: columns(milestones, () => new Uint8Array(count)),
    goodQuality: new Int8Array(count).fill(-1),
  };
}
