import type { Runs } from '../runs.ts';

/** Designs of the Work Programme as it is bundled, at a quarter of its size: facts that look at them share these runs. */
export const workProgramme = (...only: string[]): Runs => ({
  scenario: 'work-programme',
  only,
  scale: 0.25,
  replicates: 6,
});

/** Designs of the activation pilot as it is bundled, at a fifth of its size. */
export const pilot = (...only: string[]): Runs => ({
  scenario: 'activation-pilot',
  only,
  scale: 0.2,
  replicates: 6,
});
