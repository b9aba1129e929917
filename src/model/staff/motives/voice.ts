import { inCrisis } from '../../people/crisis.ts';
import { Contact } from '../../service.ts';
import type { Motive } from './motive.ts';

/** Who calls loudest: clients in a crisis, and who was passed back and complains. */
export const voice: Motive<'voice'> = {
  name: 'voice',
  says: 'who calls loudest',
  add({ n, world, role, rows, workers, screened, appeal }, pull) {
    const { phase, step, service, scratch } = world;
    const { crisisVoice, passedBackVoice } = phase.scenario.caseworkers.shapes;
    const { passedBackUntil } = service;
    const contact = service.contact[role];
    for (let i = 0; i < n; i++) {
      const weight = pull[workers[i]];
      if (weight === 0) continue;
      const row = rows[i];
      // Who is passed back in this very step is heard in it, where anybody looks at whom the screening leaves out.
      const passedBack =
        passedBackUntil[row] > step ||
        (screened && scratch.ready[row] === 0 && contact[row] === Contact.none);
      appeal[i] += weight * (inCrisis(world, row) ? crisisVoice : 0);
      appeal[i] += weight * (passedBack ? passedBackVoice : 0);
    }
  },
  ofItem: (weight, { duty }) => weight * duty.pull.voice,
};
