import type { MeaningProblem } from '../meaningProblem.ts';

/** The role in whose chairs students sit: the main one, which measures are about. */
export const CHAIR_ROLE = 0;

/** The chair cannot be had, or a division cannot be made, like this; all problems at once. */
export class ChairError extends Error {
  constructor(readonly problems: readonly MeaningProblem[]) {
    super(problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
    this.name = 'ChairError';
  }
}
