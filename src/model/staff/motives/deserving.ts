import type { Motive } from './motive.ts';

/** Who seems to try: motivation as it is perceived, which under load is read out of need. */
export const deserving: Motive<'deserving'> = {
  name: 'deserving',
  says: 'who seems to deserve it',
  sampled: ({ perceivedMotivation }) => perceivedMotivation,
  add({ n, rows, workers, seen: { perceivedMotivation }, appeal }, pull) {
    for (let i = 0; i < n; i++) appeal[i] += pull[workers[i]] * perceivedMotivation[rows[i]];
  },
  ofItem: (weight, { duty }) => weight * duty.pull.deserving,
};
