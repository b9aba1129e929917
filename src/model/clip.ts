/** The nearest value in [0, 1]. */
export function clip(value: number): number {
  return Math.min(1, Math.max(0, value));
}
