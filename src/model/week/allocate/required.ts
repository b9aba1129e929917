import { Contact } from '../../service.ts';
import type { World } from '../../world.ts';
import { lengthOf } from './shortest.ts';

/**
 * Rules come before appeal: clients whose required contact is due are seen first, the most overdue ones
 * before the others (equal ones in order of a keyed draw), as far as the caseworker complies. A contact in
 * form only costs little, counts in the records and does nothing; where integrity is not full, pressure makes it more
 * likely. Returns the hours left.
 *
 * The rule looks at the recorded clock, which a token contact resets.
 */
export function meetRequiredContacts(
  world: World,
  role: number,
  worker: number,
  from: number,
  to: number,
  hours: number,
): number {
  const { service, scratch, luck, people, step } = world;
  const model = world.phase.roles[role];
  const { token: tokenHours } = world.dutyHours;
  if (model.requiredEvery <= 0) return hours;
  const members = scratch.members[role];
  const due = scratch.claimants;
  const recorded = service.lastRecorded[role];
  let count = 0;
  for (let at = from; at < to; at++) {
    const row = members[at];
    // A colleague of the team may have seen the client.
    if (service.contact[role][row] !== Contact.none) continue;
    const stage = world.clients.stage[row];
    if (world.phase.stageCounts[stage] === 0 || model.notServed[stage] === 1) continue;
    if (step - recorded[row] < model.requiredEvery) continue;
    const draw = luck.compliance[role].uniform(people.id[row], step);
    world.witness?.drew(row, 'compliance', draw, model.compliance);
    if (draw < model.compliance) due[count++] = row;
  }
  if (count === 0) return hours;
  const list = due.subarray(0, count);
  const ties = luck.noise[role];
  const tie = (row: number): number => {
    ties.words(people.id[row], step);
    return ties.w1;
  };
  list.sort((a, b) => recorded[a] - recorded[b] || tie(a) - tie(b) || a - b);
  const pressed = Math.min(1, world.offices.felt[world.caseworkers.office[worker]]);
  const formOnly = Math.min(1, model.formOnly + (1 - model.integrity) * model.tokenPressure * pressed);
  for (const row of list) {
    const draw = luck.formOnly[role].uniform(people.id[row], step);
    world.witness?.drew(row, 'formOnly', draw, formOnly);
    const token = draw < formOnly;
    const takes = token ? model.tokenHours : model.shortest * lengthOf(world, role, row);
    if (takes > hours) continue;
    hours -= takes;
    if (token) tokenHours[worker] += takes;
    service.contact[role][row] = token ? Contact.token : Contact.matched;
    service.hours[role][row] = token ? 0 : takes;
    if (!token) service.worker[role][row] = worker;
  }
  return hours;
}
