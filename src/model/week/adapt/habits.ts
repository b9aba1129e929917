import { workingHoursAt } from '../../clock.ts';
import { Contact } from '../../service.ts';
import type { World } from '../../world.ts';

/** Habit moves towards what was done this week. */
export function formHabits(world: World): void {
  const { caseworkers, service, phase } = world;
  // Habits form at work: all of a week's move falls on working days.
  const memory = Math.min(
    1,
    phase.scenario.caseworkers.habit.memory * workingHoursAt(world.clock, world.step),
  );
  if (memory <= 0 || phase.activities.length < 2) return;
  const used = world.scratch.used;
  const menu = phase.activities.length;
  used.fill(0);
  for (let role = 0; role < service.worker.length; role++) {
    if (phase.contactRole[role] === 0) continue;
    for (let at = 0; at < service.attachedCount; at++) {
      const row = service.attached[at];
      const contact = service.contact[role][row];
      if (contact !== Contact.matched && contact !== Contact.holding) continue;
      if (service.activity[role][row] < 0) continue;
      used[service.worker[role][row] * menu + service.activity[role][row]]++;
    }
  }
  for (let worker = 0; worker < caseworkers.count; worker++) {
    let contacts = 0;
    for (let a = 0; a < menu; a++) contacts += used[worker * menu + a];
    if (contacts === 0) continue;
    for (let a = 0; a < menu; a++) {
      const habit = caseworkers.habit[a];
      habit[worker] += memory * (used[worker * menu + a] / contacts - habit[worker]);
    }
  }
}
