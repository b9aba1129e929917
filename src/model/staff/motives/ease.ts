import type { Motive } from './motive.ts';

/** Who is easy to deal with: low need as it appears, and no awkwardness, mixed by `beliefs.easeFromNeed`. */
export const ease: Motive<'ease'> = {
  name: 'ease',
  says: 'who is easy to deal with',
  sampled: ({ apparent, awkwardness, easeFromNeed: rho }) => 1 - (rho * apparent + (1 - rho) * awkwardness),
  add({ n, world, rows, workers, apparent, appeal }, pull) {
    const { easeFromNeed: rho } = world.phase.scenario.caseworkers.beliefs;
    const { awkwardness } = world.people;
    for (let i = 0; i < n; i++)
      appeal[i] += pull[workers[i]] * (1 - (rho * apparent[i] + (1 - rho) * awkwardness[rows[i]]));
  },
  ofItem: (weight, { duty, means }) => (weight * duty.pull.ease) / means.ease,
};
