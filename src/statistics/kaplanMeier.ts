import { ascendingOrder } from './order.ts';

/** A survival curve as steps: after `times[i]` a share `survival[i]` is still without the event. */
export interface SurvivalCurve {
  /** Times at which events happened, ascending. */
  readonly times: Float64Array;
  /** Weight of those still followed just before each time. */
  readonly atRisk: Float64Array;
  /** Weight of the events at each time. */
  readonly events: Float64Array;
  readonly survival: Float64Array;
  /** Greenwood's standard error of `survival` (meaningful for weights that are counts). */
  readonly standardError: Float64Array;
  /** The last time at which anybody was still followed; −Infinity if nobody ever was. */
  readonly followedTo: number;
}

/**
 * Kaplan and Meier's estimate (1958) under right censoring. `events[i]` is 1 if the event happened at
 * `times[i]` and 0 if following ended there without it; someone censored at the very time of an event was still at
 * risk of it. Weights default to 1; people of weight 0 do not count.
 */
export function kaplanMeier(
  times: ArrayLike<number>,
  events: ArrayLike<number>,
  weights?: ArrayLike<number>,
): SurvivalCurve {
  const order = ascendingOrder(times);
  let followed = 0;
  for (let i = 0; i < times.length; i++) followed += weights ? weights[i] : 1;
  const rows: { time: number; atRisk: number; events: number; survival: number; error: number }[] = [];
  let survival = 1;
  let greenwood = 0;
  let followedTo = -Infinity;
  for (let start = 0; start < order.length; ) {
    const time = times[order[start]];
    let leaving = 0;
    let happened = 0;
    let end = start;
    for (; end < order.length && times[order[end]] === time; end++) {
      const weight = weights ? weights[order[end]] : 1;
      leaving += weight;
      if (events[order[end]] !== 0) happened += weight;
    }
    if (end === start) break;
    if (leaving > 0) followedTo = time;
    if (happened > 0) {
      // Rounding of weights must not leave anybody alive where all who were left had the event.
      const remaining = end === order.length && happened === leaving ? 0 : Math.max(0, followed - happened);
      survival *= remaining / followed;
      greenwood += remaining > 0 ? happened / (followed * remaining) : 0;
      const error = survival * Math.sqrt(greenwood);
      rows.push({ time, atRisk: followed, events: happened, survival, error });
    }
    followed -= leaving;
    start = end;
  }
  return {
    times: Float64Array.from(rows, (row) => row.time),
    atRisk: Float64Array.from(rows, (row) => row.atRisk),
    events: Float64Array.from(rows, (row) => row.events),
    survival: Float64Array.from(rows, (row) => row.survival),
    standardError: Float64Array.from(rows, (row) => row.error),
    followedTo,
  };
}

/** Share without the event just after `time`; null beyond what was followed, unless the curve is at 0 by then. */
export function survivalAt(curve: SurvivalCurve, time: number): number | null {
  let survival = 1;
  for (let i = 0; i < curve.times.length && curve.times[i] <= time; i++) survival = curve.survival[i];
  return time > curve.followedTo && survival > 0 ? null : survival;
}

/**
 * The first time by which at least a share p had the event (p = ½ is the median); null where following
 * ended before that.
 */
export function survivalQuantile(curve: SurvivalCurve, p: number): number | null {
  for (let i = 0; i < curve.times.length; i++) {
    // The margin keeps a product that is 1 − p but for rounding from missing its own time.
    if (curve.survival[i] <= 1 - p + 1e-12) return curve.times[i];
  }
  return null;
}
