import { decisions, drawStream, seedKey } from '../../random/index.ts';

/** Resampled sets of replicates behind each probability: its own luck is at most about one point. */
export const RESAMPLES = 2000;

/**
 * How often each replicate stands in each of {@link RESAMPLES} sets of n drawn with replacement: `[set][replicate]`. The
 * draws hang on the seed, the set and the place in it, so that the same runs give the same probabilities.
 */
export function resampleCounts(seed: string, n: number): Uint32Array[] {
  const stream = drawStream(seedKey(seed), 0, decisions.resample);
  return Array.from({ length: RESAMPLES }, (_, set) => {
    const counts = new Uint32Array(n);
    for (let place = 0; place < n; place++) counts[Math.floor(stream.uniform(set, place) * n)]++;
    return counts;
  });
}
