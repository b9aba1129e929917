/** A measured figure with its standard error. */
export interface Estimate {
  value: number;
  error: number;
}

/** Standard errors that a figure may be away from what theory says: about one false alarm in 15,000 for a seed if queues are many. */
export const SURE = 4;

/** A ratio of sums over independent queues, with its standard error. */
export function ratio(top: readonly number[], bottom: readonly number[]): Estimate {
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const value = sum(top) / sum(bottom);
  const squares = sum(top.map((each, at) => (each - value * bottom[at]) ** 2));
  return { value, error: Math.sqrt(squares) / sum(bottom) };
}
