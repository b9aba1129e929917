/** Mean of a sample. */
export const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** Standard error of that mean. */
export function standardError(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

/** The numbers 0 … n − 1 of replicates. */
export const replicates = (n: number): number[] => Array.from({ length: n }, (_, replicate) => replicate);
