/**
 * The motives for which a caseworker gives time, in the order of the weight columns.
 * What each looks at stands in `week/allocate/briefs.ts`; the literature behind each in docs/model.md.
 */
export const motiveNames = [
  'payoff',
  'mandate',
  'gain',
  'need',
  'deserving',
  'ease',
  'turn',
  'voice',
] as const;

export type MotiveName = (typeof motiveNames)[number];

/** Index of each motive in columns of weights. */
export const MOTIVE: Record<MotiveName, number> = {
  payoff: 0,
  mandate: 1,
  gain: 2,
  need: 3,
  deserving: 4,
  ease: 5,
  turn: 6,
  voice: 7,
};
