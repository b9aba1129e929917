import type { EvidenceLine } from './kind.ts';

/** Mean of lines by their weights, by place; not a number where no line with a weight says anything of the office. */
export function combine(lines: readonly EvidenceLine[], offices: number): number[] {
  const sums = new Array<number>(offices).fill(0);
  const weights = new Array<number>(offices).fill(0);
  for (const line of lines) {
    if (line.weight === 0) continue;
    const standard = standardised(line);
    for (let place = 0; place < offices; place++) {
      if (Number.isNaN(standard[place])) continue;
      const weight = line.reaches === undefined ? line.weight : line.weight * line.reaches[place];
      sums[place] += weight * standard[place];
      weights[place] += Math.abs(weight);
    }
  }
  return sums.map((sum, place) => (weights[place] > 0 ? sum / weights[place] : Number.NaN));
}

/**
 * The values of a line in standard deviations. Where all are equal it says 0; of an office that is known alone, without
 * a usual value, nothing.
 */
export function standardised({ values, usual, spread, standard }: EvidenceLine): number[] {
  if (standard) return [...values];
  if (usual !== undefined && spread !== undefined) return values.map((value) => (value - usual) / spread);
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length < 2) return values.map(() => Number.NaN);
  const mean = known.reduce((a, b) => a + b, 0) / known.length;
  const variance = known.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / known.length;
  const deviation = Math.sqrt(variance);
  return values.map((value) => {
    if (Number.isNaN(value)) return Number.NaN;
    return deviation > 1e-12 ? (value - mean) / deviation : 0;
  });
}
