import { decisions, drawStream, normalCdf, type SeedKey } from '../../random/index.ts';
import { tQuantile, weightedQuantile } from '../../statistics/index.ts';
import type { Estimate } from '../../tables/sensitivity.ts';

/** How a bootstrap draws. */
export interface Bootstrap {
  key: SeedKey;
  /** Resamples; 1,000 unless stated. */
  times?: number;
}

const RESAMPLES = 1000;

/** `times` draws of n rows with replacement, each as the numbers of the rows; the same for the same n. */
export function resamples(n: number, { key, times = RESAMPLES }: Bootstrap): Uint32Array[] {
  const stream = drawStream(key, 0, decisions.resample, n);
  return Array.from({ length: times }, (_, time) =>
    Uint32Array.from({ length: n }, (_, row) => Math.floor(stream.uniform(row, time) * n)),
  );
}

/**
 * An estimate with the 95% interval that its resampled values span: percentiles, drawn outwards so that few rows do not
 * make the interval too narrow (the expanded percentiles of Hesterberg 2015, The American Statistician 69(4), 371–386:
 * exact for a mean of normal numbers). No interval for fewer than two rows or without resamples.
 */
export function withBootstrap(value: number, resampled: readonly number[], rows: number): Estimate {
  if (rows < 2 || resampled.length === 0) return { value, lo: null, hi: null };
  const tail = normalCdf(Math.sqrt(rows / (rows - 1)) * tQuantile(0.025, rows - 1));
  return {
    value,
    lo: weightedQuantile(resampled, undefined, tail),
    hi: weightedQuantile(resampled, undefined, 1 - tail),
  };
}

/** What is not defined, with the reason. */
export const undefinedFor = (why: string): Estimate => ({ value: null, lo: null, hi: null, why });
