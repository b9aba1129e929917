/** One interval of an actuarial life table: from `from` up to, not including, `to`. */
export interface LifeTableRow {
  readonly from: number;
  readonly to: number;
  /** Weight of those followed at the start of the interval. */
  readonly entering: number;
  /** Weight of those whose following ended in it, without the event. */
  readonly withdrawn: number;
  readonly events: number;
  /** entering − withdrawn/2: who withdraws is taken to do so half-way. */
  readonly exposed: number;
  /** events/exposed; null where nobody was exposed. */
  readonly chance: number | null;
  /** Share without the event at the end of the interval; null from where nobody was exposed. */
  readonly survival: number | null;
}

/**
 * The actuarial life table over `intervals` intervals of `width` weeks. `events[i]` is 1 if the event happened at
 * `times[i]` ≥ 0, 0 if following ended there. Weights default to 1.
 */
export function lifeTable(
  times: ArrayLike<number>,
  events: ArrayLike<number>,
  width: number,
  intervals: number,
  weights?: ArrayLike<number>,
): LifeTableRow[] {
  const happened = new Float64Array(intervals);
  const withdrawn = new Float64Array(intervals);
  let beyond = 0;
  for (let i = 0; i < times.length; i++) {
    const weight = weights ? weights[i] : 1;
    const row = Math.floor(times[i] / width);
    if (row >= intervals) beyond += weight;
    else if (events[i] !== 0) happened[row] += weight;
    else withdrawn[row] += weight;
  }
  const entering = new Float64Array(intervals + 1);
  entering[intervals] = beyond;
  for (let row = intervals - 1; row >= 0; row--) {
    entering[row] = entering[row + 1] + happened[row] + withdrawn[row];
  }
  const table: LifeTableRow[] = [];
  let survival: number | null = 1;
  for (let row = 0; row < intervals; row++) {
    const exposed = entering[row] - withdrawn[row] / 2;
    const chance = exposed > 0 ? happened[row] / exposed : null;
    // Once nobody is left without the event, nobody is left to have it: the share stays 0.
    if (survival !== 0) survival = survival === null || chance === null ? null : survival * (1 - chance);
    table.push({
      from: row * width,
      to: (row + 1) * width,
      entering: entering[row],
      withdrawn: withdrawn[row],
      events: happened[row],
      exposed,
      chance,
      survival,
    });
  }
  return table;
}
