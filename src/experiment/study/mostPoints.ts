/** A study is kept in memory and in one table with a line a point. */
export const MOST_POINTS = 100_000;

/**
 * Refuses a study before its points are made, which would take all memory by itself.
 *
 * @throws RangeError in words; `how` says where so many come from
 */
export function checkPoints(points: number, how: string): void {
  if (points <= MOST_POINTS) return;
  throw new RangeError(
    `${how} asks for ${points < 1e15 ? points.toLocaleString('en') : points.toPrecision(2)} points, and a study has at most ${MOST_POINTS.toLocaleString('en')}`,
  );
}
