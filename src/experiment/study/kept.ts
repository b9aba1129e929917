import type { ReplicateResult } from '../../simulation/contract.ts';
import { measureKey } from '../../tables/rows.ts';
import type { DesignValues } from './point.ts';

/**
 * Which measures a study keeps at every point: a thousand points with every slice would fill a disk. Whole measures, the
 * easiest and the hardest fifth, and whatever is asked for by key; or only the last.
 */
export function keeps(
  asked: ReadonlySet<string>,
  onlyAsked = false,
): (measure: string, slice: string) => boolean {
  const usual = (slice: string) => slice === '' || slice === 'fifth=1' || slice === 'fifth=5';
  return (measure, slice) => (!onlyAsked && usual(slice)) || asked.has(measureKey(measure, slice));
}

/** One replicate of a point, cut down to what is kept: design → measure key → value. */
export type KeptReplicate = Record<string, Record<string, number | null>>;

export function cutDown(
  { designs }: ReplicateResult,
  kept: (measure: string, slice: string) => boolean,
): KeptReplicate {
  const cut: KeptReplicate = {};
  for (const { design, rows } of designs) {
    const values: Record<string, number | null> = {};
    for (const { measure, slice, value } of rows)
      if (kept(measure, slice)) values[measureKey(measure, slice)] = value;
    cut[design] = values;
  }
  return cut;
}

/**
 * Replicates of a point side by side. A key that a replicate lacks (a group that drew nobody, say) is undefined there.
 */
export function sideBySide(replicates: readonly KeptReplicate[]): Record<string, DesignValues> {
  const designs: Record<string, DesignValues> = {};
  for (const [r, replicate] of replicates.entries()) {
    for (const [design, values] of Object.entries(replicate)) {
      designs[design] ??= {};
      for (const [key, value] of Object.entries(values)) {
        designs[design][key] ??= new Array<number | null>(replicates.length).fill(null);
        designs[design][key][r] = value;
      }
    }
  }
  return designs;
}
