import { writeClientId } from '../../model/build/people.ts';
import type { OpenDesk, OutsideHours } from '../../model/week/allocate/outside.ts';
import type { World } from '../../model/world.ts';
import type { ChairDesk, ChairDivision, DeskDuty, SeenClient } from '../../tables/chair.ts';
import type { MeaningProblem } from '../meaningProblem.ts';
import { unknownName } from '../unknownName.ts';

/** Hours may be missed by so much, since sums carry rounding. */
const ROUNDING = 1e-6;

/** Hours that a division spends at a desk, contacts in form only included. */
export const hoursSpent = ({ clients, inForm, duties }: ChairDivision, inFormHours: number | null): number =>
  [...Object.values(clients), ...Object.values(duties)].reduce((sum, hours) => sum + hours, 0) +
  inForm.length * (inFormHours ?? 0);

/** All that is wrong with a division at a desk; nothing where it can be made. */
export function divisionProblems(desk: ChairDesk, division: ChairDivision): MeaningProblem[] {
  const clients = new Map(desk.clients.map((client) => [client.id, client]));
  const duties = new Map(desk.duties.map((duty) => [duty.name, duty]));
  const problems = [
    ...Object.entries(division.clients).flatMap(([id, hours]) =>
      clientProblems(clients.get(id), [...clients.keys()], id, hours, division.inForm.includes(id)),
    ),
    ...Object.entries(division.duties).flatMap(([name, hours]) =>
      dutyProblems(duties.get(name), [...duties.keys()], name, hours),
    ),
    ...division.inForm.flatMap((id) => inFormProblems(clients.get(id), [...clients.keys()], id)),
  ];
  if (new Set(division.inForm).size < division.inForm.length)
    problems.push({ path: ['inForm'], message: 'a client can be put on file once a week' });
  const spent = hoursSpent(division, desk.inFormHours);
  const { atHand } = desk.hours;
  if (problems.length === 0 && spent > atHand + ROUNDING)
    problems.push({
      path: ['hours'],
      message: `these are ${text(spent - atHand)} hours more than there are`,
      found: text(spent),
      allowed: `at most ${text(atHand)}`,
    });
  return problems;
}

const text = (hours: number): string => String(Math.round(hours * 100) / 100);

function badHours(path: string[], hours: number): MeaningProblem[] {
  if (Number.isFinite(hours) && hours >= 0) return [];
  return [{ path, message: 'hours must be a number from 0 on', found: String(hours), allowed: '0 or more' }];
}

function clientProblems(
  client: SeenClient | undefined,
  known: readonly string[],
  id: string,
  hours: number,
  inForm: boolean,
): MeaningProblem[] {
  const path = ['clients', id];
  if (client === undefined) return unknownName(path, 'client on this desk', known);
  const problems = badHours(path, hours);
  if (problems.length > 0 || hours === 0) return problems;
  if (inForm) return [{ path, message: 'who is seen needs no contact in form only', found: text(hours) }];
  if (hours >= client.shortest - ROUNDING) return [];
  const allowed = `0, or at least ${text(client.shortest)}`;
  return [
    {
      path,
      message: `an appointment takes at least ${text(client.shortest)} hours`,
      found: text(hours),
      allowed,
    },
  ];
}

function dutyProblems(
  duty: DeskDuty | undefined,
  known: readonly string[],
  name: string,
  hours: number,
): MeaningProblem[] {
  const path = ['duties', name];
  if (duty === undefined) return unknownName(path, 'duty on this desk', known);
  const problems = badHours(path, hours);
  if (problems.length > 0) return problems;
  if (hours > duty.waiting + ROUNDING)
    return [
      {
        path,
        message: `only ${text(duty.waiting)} hours wait`,
        found: text(hours),
        allowed: `at most ${text(duty.waiting)}`,
      },
    ];
  const items = hours / duty.item;
  if (duty.divisible || Math.abs(items - Math.round(items)) < ROUNDING) return [];
  return [
    {
      path,
      message: `it is done in items of ${text(duty.item)} hours`,
      found: text(hours),
      allowed: `whole items`,
    },
  ];
}

function inFormProblems(
  client: SeenClient | undefined,
  known: readonly string[],
  id: string,
): MeaningProblem[] {
  const path = ['inForm', id];
  if (client === undefined) return unknownName(path, 'client on this desk', known);
  if (client.required?.due) return [];
  return [
    { path, message: 'a contact in form only can stand in for one that is due by the rule, and none is' },
  ];
}

/** A division by names as hours in the order of the desk. */
export function asOutsideHours(world: World, desk: OpenDesk, division: ChairDivision): OutsideHours {
  const ids = Array.from(desk.clients, (row) => writeClientId(world.people.id[row]));
  return {
    clients: ids.map((id) => division.clients[id] ?? 0),
    inForm: ids.map((id) => (division.inForm.includes(id) ? 1 : 0)),
    duties: desk.duties.map((duty) =>
      Math.min(division.duties[duty.name] ?? 0, duty.waitingHours(desk.worker)),
    ),
  };
}

/** Hours in the order of the desk as a division by names, with what gets any. */
export function asDivision(world: World, desk: OpenDesk, given: OutsideHours): ChairDivision {
  const ids = Array.from(desk.clients, (row) => writeClientId(world.people.id[row]));
  const some = (names: readonly string[], hours: ArrayLike<number>) =>
    Object.fromEntries(names.flatMap((name, at) => (hours[at] > 0 ? [[name, hours[at]]] : [])));
  return {
    clients: some(ids, given.clients),
    inForm: ids.filter((_, at) => given.inForm[at] === 1),
    duties: some(
      desk.duties.map(({ name }) => name),
      given.duties,
    ),
  };
}
