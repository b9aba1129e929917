import { worthOfContact, worthOfEvent } from '../money/prices.ts';
import { inCrisis } from '../people/crisis.ts';
import { Contact } from '../service.ts';
import { drawnCaseworker } from '../staff/roster.ts';
import { stepColumn } from '../stepColumn.ts';
import type { World } from '../world.ts';
import { auditFindsContact, auditFindsEvent, chargeFound, strikes } from './auditing.ts';
import { Entry } from './queue.ts';
import { cellOf, dispositionIn } from './record.ts';

/** Inventions, as `inventedNow` holds them. */
const Invented = { none: 0, onRecord: 1, waiting: 2 } as const;

/**
 * A contact of this step goes to the record: at once, or to the queue of the caseworker who must write it up. What an
 * audit finds to be in form only and strikes does not count.
 */
export function recordContact(world: World, role: number, row: number): void {
  const { record, service, caseworkers, step } = world;
  const token = service.contact[role][row] === Contact.token;
  record.counts.contactsMade[role]++;
  const hours = record.rules.perContact[role] + record.rules.perContactHour[role] * service.hours[role][row];
  const worker = service.worker[role][row];
  const office = service.office[row];
  const cell = cellOf(record, office, worker < 0 ? -1 : caseworkers.disposition[worker]);
  record.counts.contactsMadeBy[role][dispositionIn(record.counts, cell)]++;
  if (record.rules.waits[role] === 1 && hours > 0 && worker >= 0) {
    const kind = token ? Entry.token : Entry.contact;
    const worth = worthOfContact(world, role, row, office);
    const crisis = inCrisis(world, row);
    record.queue.push(worker, kind, role, row, office, cell, step, hours, worth, crisis);
    return;
  }
  if (!enterContact(world, role, row, step, token, cell) || record.rules.waits[role] === 0) return;
  record.claims.push(false, role, row, office, cellOf(record, office, -1), token, inCrisis(world, row));
}

/** Whether a contact comes on record now; false where an audit strikes it. */
function enterContact(
  world: World,
  role: number,
  row: number,
  madeAt: number,
  token: boolean,
  cell: number,
): boolean {
  const { record, service, step } = world;
  if (token && auditFindsContact(world, role, row, madeAt)) {
    record.counts.foundContacts[role]++;
    chargeFound(world, service.office[row], row);
    if (strikes(world)) {
      const struck = (record.struckAt[role] ??= stepColumn(world.people.count));
      struck[row] = madeAt;
      return false;
    }
  }
  record.counts.contactsRecorded[role]++;
  record.counts.contactsRecordedBy[role][dispositionIn(record.counts, cell)]++;
  record.counts.contactDelay[role] += step - madeAt;
  if (madeAt > service.lastRecorded[role][row]) service.lastRecorded[role][row] = madeAt;
  return true;
}

/**
 * An event of an attached client goes to the record. Returns the cell in which it can be claimed now; −1 where it waits to be
 * written up, is lost because nobody is there to do it, or has been on record since somebody invented it.
 */
export function recordEvent(world: World, row: number, event: number): number {
  const { record, service, caseworkers, step } = world;
  const { rules, counts, queue } = record;
  const office = service.office[row];
  const role = rules.eventRole[event];
  const worker = role < 0 ? (service.worker[0]?.[row] ?? -1) : recorderOf(world, role, row, office);
  const cell = cellOf(record, office, worker < 0 ? -1 : caseworkers.disposition[worker]);
  counts.happened[event][cell]++;
  if (role < 0 || rules.perEvent[event] <= 0) {
    if (takesPlaceOfInvented(world, row, event, cell)) return -1;
    counts.recorded[event][cell]++;
    return cell;
  }
  if (worker < 0) {
    counts.lost[event][cell]++;
    return -1;
  }
  const worth = worthOfEvent(world, event, row, office, service.claimedFirst[event][row] < 0);
  queue.push(worker, Entry.event, event, row, office, cell, step, rules.perEvent[event], worth);
  return -1;
}

/** Enters an event that did not happen for the caseworker to write up; at once where it leaves no hours of record. */
export function inventEvent(world: World, row: number, event: number, worker: number): void {
  const { record, service, caseworkers, step } = world;
  const now = (record.inventedNow[event] ??= new Uint8Array(world.people.count));
  record.inventedAt[event] ??= stepColumn(world.people.count);
  const office = service.office[row];
  const cell = cellOf(record, office, caseworkers.disposition[worker]);
  const hours = record.rules.perEvent[event];
  if (hours > 0) {
    now[row] = Invented.waiting;
    const worth = worthOfEvent(world, event, row, office, true);
    record.queue.push(worker, Entry.invented, event, row, office, cell, step, hours, worth);
    return;
  }
  enterInvented(world, row, event, office, cell, step);
}

/** A record of a caseworker's queue is finished: it comes on record in this step. */
export function finishRecord(world: World, entry: number): void {
  const { record, step } = world;
  const { queue, claims, counts } = record;
  const what = queue.what[entry];
  const row = queue.client[entry];
  const office = queue.office[entry];
  const cell = queue.cell[entry];
  const madeAt = queue.madeAt[entry];
  const kind = queue.kind[entry];
  if (kind === Entry.contact || kind === Entry.token) {
    const token = kind === Entry.token;
    if (enterContact(world, what, row, madeAt, token, cell))
      claims.push(false, what, row, office, cell, token, queue.inCrisis[entry] === 1);
    return;
  }
  if (kind === Entry.invented) {
    enterInvented(world, row, what, office, cell, madeAt);
    return;
  }
  if (takesPlaceOfInvented(world, row, what, cell)) return;
  counts.recorded[what][cell]++;
  counts.eventDelay[what] += step - madeAt;
  claim(world, row, what, office, cell);
}

/** A record of a caseworker's queue will never be written. */
export function loseRecord({ record }: World, entry: number): void {
  const { queue, counts } = record;
  const what = queue.what[entry];
  switch (queue.kind[entry]) {
    case Entry.event:
      counts.lost[what][queue.cell[entry]]++;
      return;
    case Entry.invented: {
      const now = record.inventedNow[what];
      if (now !== undefined) now[queue.client[entry]] = Invented.none;
      return;
    }
    default:
      counts.contactsLost[what]++;
  }
}

/** All records of a caseworker's queue will never be written. */
export function loseRecords(world: World, worker: number): void {
  world.record.queue.expire(worker, Number.POSITIVE_INFINITY, (entry) => loseRecord(world, entry));
}

/**
 * Records that wait at vacant posts go to who would write up an event of the client now, in the office of the record.
 * Where nobody of the role is present there they stay with the post, for its next holder or until they are too old.
 */
export function handOverRecords(world: World): void {
  const { caseworkers, record } = world;
  const { queue } = record;
  for (let worker = 0; worker < caseworkers.count; worker++) {
    if (caseworkers.present[worker] === 1 || queue.oldest(worker) < 0) continue;
    const role = caseworkers.role[worker];
    queue.handOver(worker, (entry) => recorderOf(world, role, queue.client[entry], queue.office[entry]));
  }
}

function enterInvented(
  world: World,
  row: number,
  event: number,
  office: number,
  cell: number,
  madeAt: number,
): void {
  const { record, service, step } = world;
  const now = record.inventedNow[event];
  const at = record.inventedAt[event];
  if (now === undefined || at === undefined) return;
  now[row] = Invented.none;
  // The true one was quicker: nothing is left to be invented.
  if (service.claimedFirst[event][row] >= 0) return;
  if (auditFindsEvent(world, event, row, madeAt)) {
    record.counts.foundEvents[event]++;
    chargeFound(world, office, row);
    if (strikes(world)) return;
  }
  record.counts.invented[event][cell]++;
  now[row] = Invented.onRecord;
  at[row] = step;
  claim(world, row, event, office, cell);
}

function claim(world: World, row: number, event: number, office: number, cell: number): void {
  const { record, service, step } = world;
  const first = service.claimedFirst[event][row] < 0;
  if (first) service.claimedFirst[event][row] = step;
  record.claims.push(true, event, row, office, cell, first);
}

/** Whether an invented event stands on record in the place of this true one, which now makes it true. */
function takesPlaceOfInvented({ record }: World, row: number, event: number, cell: number): boolean {
  const now = record.inventedNow[event];
  if (now === undefined || now[row] !== Invented.onRecord) return false;
  now[row] = Invented.none;
  record.counts.cameTrue[event][cell]++;
  return true;
}

/** Who of an office has to write up an event of the client: the own caseworker, else one by the client's key; −1 for nobody. */
function recorderOf(world: World, role: number, row: number, office: number): number {
  const { service, caseworkers, luck, people } = world;
  const own = service.worker[role][row];
  if (own >= 0 && caseworkers.present[own] === 1 && caseworkers.office[own] === office) return own;
  return drawnCaseworker(world, role, office, luck.assignment[role].uniform(people.id[row], 0));
}
