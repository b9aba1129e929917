import type { Motive } from './motive.ts';

/** Need, as it appears: nobody in the model sees the true one. */
export const need: Motive<'need'> = {
  name: 'need',
  says: 'need',
  sampled: ({ apparent }) => apparent,
  add({ n, workers, apparent, appeal }, pull) {
    for (let i = 0; i < n; i++) appeal[i] += pull[workers[i]] * apparent[i];
  },
  ofItem: (weight, { duty }) => weight * duty.pull.need,
};
