import { Contact } from '../service.ts';
import type { World } from '../world.ts';

/** [group × caseworkers + caseworker] hours of real contact of this step, whatever the role. */
export function hoursByGroup({ caseworkers, names, people, service }: World): Float64Array {
  const hours = new Float64Array(names.groups.length * caseworkers.count);
  for (let role = 0; role < service.worker.length; role++) {
    for (let at = 0; at < service.attachedCount; at++) {
      const row = service.attached[at];
      const contact = service.contact[role][row];
      if (contact !== Contact.matched && contact !== Contact.holding) continue;
      hours[people.group[row] * caseworkers.count + service.worker[role][row]] += service.hours[role][row];
    }
  }
  return hours;
}

/** What practice leaves of the skill of a caseworker with a client of a group. */
export function practised({ caseworkers, phase }: World, worker: number, group: number): number {
  const { weight } = phase.scenario.caseworkers.practice;
  return weight > 0 ? 1 - weight * (1 - caseworkers.practice[group][worker]) : 1;
}
