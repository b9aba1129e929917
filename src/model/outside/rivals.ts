import type { DrawStream } from '../../random/index.ts';

/** Entities of a pool's stream that are no seekers: how many come, and how a broken number is rounded. */
const COMING = 0xffffffff;
const ROUNDING = 0xfffffffe;

/** Seekers from outside, summed over the run: [pool]. */
export interface RivalCounts {
  /** How many were ready for an opening. */
  readonly ready: Float64Array;
  /** How many got one. */
  readonly placed: Float64Array;
  /** How many would have got one if nobody of this programme had competed, or looked for more openings. */
  readonly alone: Float64Array;
}

export function createRivalCounts(pools: number): RivalCounts {
  const column = () => new Float64Array(pools);
  return { ready: column(), placed: column(), alone: column() };
}

/**
 * Adds the clocks of a pool's rivals of this step to `clocks`, and returns how many they are. A seeker who is ready
 * has, for any small hazard, a clock that is uniform in (0, 1]; each is keyed by the n-th rival and the step.
 */
export function addRivals(
  draws: DrawStream,
  step: number,
  quantile: (u: number) => number,
  scale: number,
  clocks: number[],
): number {
  const drawn = Math.max(0, quantile(draws.uniform(COMING, step))) * scale;
  const rivals = Math.floor(drawn + draws.uniform(ROUNDING, step));
  for (let nth = 0; nth < rivals; nth++) clocks.push(draws.uniform(nth, step));
  return rivals;
}
