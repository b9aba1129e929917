import { hoursNow } from '../formulas/gather.ts';
import { Contact, Status } from '../service.ts';
import type { World } from '../world.ts';

/**
 * Trust grows for a week from each real contact, and by its hours where the scenario says so, and falls without it while a client is attached. After that it fades to
 * what it was at referral, as fast as recent contact is forgotten.
 */
export function moveTrust(world: World): void {
  const { service, people, phase, step } = world;
  const { stepsPerWeek } = world.clock;
  const { growth, perHour, decay } = phase.scenario.clients.trust;
  const { contactMemory } = phase.scenario.clients.change;
  const { trust, status, lastReal, attachedAt } = service;
  // Where nothing is forgotten, trust of who has left stands still.
  const { rows, from, to } =
    contactMemory > 0 ? world.clientRows : { rows: service.attached, from: 0, to: service.attachedCount };
  for (let at = from; at < to; at++) {
    const row = rows[at];
    if (status[row] !== Status.attached) trust[row] += contactMemory * (people.trustStart[row] - trust[row]);
    else if (step - lastReal[row] < stepsPerWeek && lastReal[row] >= attachedAt[row])
      trust[row] += growth * (1 - trust[row]);
    else trust[row] -= decay * trust[row];
    if (perHour > 0 && lastReal[row] === step && status[row] === Status.attached)
      trust[row] += Math.min(1, perHour * hoursNow(world, row)) * (1 - trust[row]);
  }
}

/** R ← R + memory × (h − R), h in hours a week: hazards read recent contact, since appointments are lumps. */
export function rememberContact(world: World): void {
  const { service, phase } = world;
  const memory = phase.scenario.clients.change.contactMemory;
  if (memory === 0) return;
  for (let role = 0; role < service.recent.length; role++)
    rememberRole(world, service.recent[role], service.hours[role], memory);
  if (service.unmatched.length > 0) rememberMismatch(world, memory);
}

/** Hours are 0 for who is not attached: the division clears them every week. */
function rememberRole(
  { clock, clientRows: { rows, from, to } }: World,
  recent: Float64Array,
  hours: Float32Array,
  memory: number,
): void {
  const { stepsPerWeek } = clock;
  for (let at = from; at < to; at++) {
    const row = rows[at];
    recent[row] += memory * (hours[row] * stepsPerWeek - recent[row]);
  }
}

/** The same for hours that touched no barrier that needs help. */
function rememberMismatch({ service, phase, clock, clientRows }: World, memory: number): void {
  const { unmatched } = service;
  const { rows, from, to } = clientRows;
  for (let at = from; at < to; at++) {
    const row = rows[at];
    let hours = 0;
    for (let role = 0; role < service.hours.length; role++)
      if (phase.contactRole[role] === 1 && service.contact[role][row] === Contact.holding)
        hours += service.hours[role][row];
    unmatched[row] += memory * (hours * clock.stepsPerWeek - unmatched[row]);
  }
}
