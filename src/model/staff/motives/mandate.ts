import type { Motive } from './motive.ts';

/** What rules ask for: how long a required contact is overdue, 1 at once as long as its interval, up to a cap. */
export const mandate: Motive<'mandate'> = {
  name: 'mandate',
  says: 'what rules ask for',
  concerns: ({ phase }, role) => phase.roles[role].requiredEvery > 0,
  add({ n, world, role, rows, workers, appeal }, pull) {
    const { phase, step, service } = world;
    const { cap } = phase.scenario.caseworkers.shapes;
    const { requiredEvery } = phase.roles[role];
    const lastRecorded = service.lastRecorded[role];
    for (let i = 0; i < n; i++) {
      const overdue = (step - lastRecorded[rows[i]] - requiredEvery) / requiredEvery;
      appeal[i] += pull[workers[i]] * Math.min(cap, Math.max(0, overdue));
    }
  },
  ofItem: (weight, { duty, age, shapes: { cap } }) =>
    duty.due > 0 ? weight * Math.min(cap, age / duty.due) : 0,
};
