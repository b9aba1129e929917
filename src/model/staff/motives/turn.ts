import type { Motive } from './motive.ts';

/** Whose turn it is: time since real contact, 1 at `shapes.turnWeeks`, up to a cap. */
export const turn: Motive<'turn'> = {
  name: 'turn',
  says: 'whose turn it is',
  unit: ({ phase }) => phase.scenario.caseworkers.shapes.turnWeeks,
  add({ n, workers, turn, appeal }, pull) {
    for (let i = 0; i < n; i++) appeal[i] += pull[workers[i]] * turn[i];
  },
  ofItem: (weight, { age, shapes: { turnWeeks, cap } }) => weight * Math.min(cap, age / turnWeeks),
};
