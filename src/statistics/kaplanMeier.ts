import { ascendingOrder } from './order.ts';
import { sum } from './sum.ts';

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
  const at: number[] = [];
  const leaving: number[] = [];
  const happened: number[] = [];
  let followed = 0;
  for (let i = 0; i < times.length; i++) followed += weights ? weights[i] : 1;
  for (let start = 0; start < order.length; ) {
    const time = times[order[start]];
    let left = 0;
    let had = 0;
    let end = start;
    for (; end < order.length && times[order[end]] === time; end++) {
      const weight = weights ? weights[order[end]] : 1;
      left += weight;
      if (events[order[end]] !== 0) had += weight;
    }
    if (end === start) break;
    at.push(time);
    leaving.push(left);
    happened.push(had);
    start = end;
  }
  return survivalOfCounts(at, leaving, happened, followed);
}

/**
 * The same from counts: at `times[k]`, ascending, a weight of `leaving[k]` left, of which `happened[k]` by the event
 * and the rest because following ended; `followed` is the weight of all.
 */
export function survivalOfCounts(
  times: ArrayLike<number>,
  leaving: ArrayLike<number>,
  happened: ArrayLike<number>,
  followed = sum(leaving),
): SurvivalCurve {
  const rows: { time: number; atRisk: number; events: number; survival: number; error: number }[] = [];
  let atRisk = followed;
  let survival = 1;
  let greenwood = 0;
  let followedTo = -Infinity;
  for (let k = 0; k < times.length; k++) {
    if (leaving[k] > 0) followedTo = times[k];
    if (happened[k] > 0) {
      // Rounding of weights must not leave anybody alive where all who were left had the event.
      const last = k === times.length - 1 && happened[k] === leaving[k];
      const remaining = last ? 0 : Math.max(0, atRisk - happened[k]);
      survival *= remaining / atRisk;
      greenwood += remaining > 0 ? happened[k] / (atRisk * remaining) : 0;
      const error = survival * Math.sqrt(greenwood);
      rows.push({ time: times[k], atRisk, events: happened[k], survival, error });
    }
    atRisk -= leaving[k];
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
