/**
 * What can walk in a walk over draws: one number of a draw's key while the others stand still, or all of them, `mixed`.
 * Apart from the walks, so that the command line knows the names without loading the generator.
 */
export const walkNames = ['entity', 'step', 'decision', 'replicate', 'index', 'mixed'] as const;
export type WalkName = (typeof walkNames)[number];
