/** Shares who left by each cause, week by week, as if nobody's following had ended early. */
export interface Incidence {
  /** Last week of the curves; index t of a curve is the share by the end of week t, t = 0 … horizon. */
  readonly horizon: number;
  /** `byCause[c − 1][t]`: share who left by cause c. */
  readonly byCause: readonly Float64Array[];
  /** Share who had not left by any cause. */
  readonly remaining: Float64Array;
  /** Weight of those followed into each week. */
  readonly atRisk: Float64Array;
  /** The last week, up to the horizon, that somebody was followed into; −1 if nobody was. */
  readonly followedTo: number;
}

/**
 * Aalen and Johansen's estimate (1978) in whole weeks, with competing causes and administrative
 * censoring. `weeks[i]` ≥ 0 is when person i left or following ended; `causes[i]` is 0 if following ended,
 * else the number 1 … causeCount of the cause. Who is censored in a week was still at risk in it.
 * Weights default to 1. After the last week followed the curves stay flat: ask `incidenceAt`, which knows.
 */
export function cumulativeIncidence(
  weeks: ArrayLike<number>,
  causes: ArrayLike<number>,
  causeCount: number,
  horizon: number,
  weights?: ArrayLike<number>,
): Incidence {
  const leaving = new Float64Array(horizon + 2);
  const events = Array.from({ length: causeCount }, () => new Float64Array(horizon + 1));
  for (let i = 0; i < weeks.length; i++) {
    const weight = weights ? weights[i] : 1;
    // Who is followed beyond the horizon is at risk in all of it.
    if (weeks[i] > horizon) leaving[horizon + 1] += weight;
    else {
      leaving[weeks[i]] += weight;
      if (causes[i] !== 0) events[causes[i] - 1][weeks[i]] += weight;
    }
  }
  return incidenceOfCounts(leaving, events, horizon);
}

/**
 * The same from counts: `leaving[t]` is the weight of those who left or were followed no longer in week t = 0 … horizon,
 * at horizon + 1 of all who were followed beyond it; `events[c − 1][t]` that of those who left by cause c.
 */
export function incidenceOfCounts(
  leaving: ArrayLike<number>,
  events: readonly ArrayLike<number>[],
  horizon: number,
): Incidence {
  const causeCount = events.length;
  // From the end back, so that nobody at risk is a sum of nothing and not a difference that rounding spoils.
  const atRisk = new Float64Array(horizon + 1);
  let followed = leaving[horizon + 1];
  for (let week = horizon; week >= 0; week--) atRisk[week] = followed += leaving[week];

  const byCause = events.map(() => new Float64Array(horizon + 1));
  const remaining = new Float64Array(horizon + 1);
  let staying = 1;
  let followedTo = -1;
  for (let week = 0; week <= horizon; week++) {
    let left = 0;
    for (let c = 0; c < causeCount; c++) {
      const happened = atRisk[week] > 0 ? (staying * events[c][week]) / atRisk[week] : 0;
      byCause[c][week] = (week > 0 ? byCause[c][week - 1] : 0) + happened;
      left += happened;
    }
    if (atRisk[week] > 0) followedTo = week;
    staying = Math.max(0, staying - left);
    remaining[week] = staying;
  }
  return { horizon, byCause, remaining, atRisk, followedTo };
}

/**
 * Share who left by cause c (1 … causeCount) by the end of a week ≤ horizon; null where nobody was followed
 * that long although some had not left (a share below 1e-12 counts as nobody).
 */
export function incidenceAt(incidence: Incidence, cause: number, week: number): number | null {
  if (week > incidence.horizon || incidence.followedTo < 0) return null;
  if (week > incidence.followedTo && incidence.remaining[incidence.followedTo] > 1e-12) return null;
  return incidence.byCause[cause - 1][week];
}
