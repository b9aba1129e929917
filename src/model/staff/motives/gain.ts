import type { Motive } from './motive.ts';

/** What an hour is believed to change: Σ over barriers of weight in need × believed effect × the barrier as it is seen. */
export const gain: Motive<'gain'> = {
  name: 'gain',
  says: 'what an hour changes',
  sampled: ({ gain }) => gain,
  add({ n, workers, gain, appeal }, pull) {
    for (let i = 0; i < n; i++) appeal[i] += pull[workers[i]] * gain[i];
  },
  ofItem: (weight, { duty }) => weight * duty.pull.gain,
};
