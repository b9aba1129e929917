import type { Duty } from '../../duties/duty.ts';
import { Contact } from '../../service.ts';
import { MOTIVE, type MotiveName, motiveNames } from '../../staff/motives/registry.ts';
import type { World } from '../../world.ts';
import type { Judgement } from './judgement.ts';
import type { SeenColumns } from './seen.ts';

/** More than this beyond the hours at hand is no rounding. */
const ROUNDING = 1e-6;

/** How one caseworker's hours of a step are divided: hours, in the order of the desk's clients and duties. */
export interface OutsideHours {
  /** Hours of real contact. */
  readonly clients: ArrayLike<number>;
  /** 1 where a contact in form only is put on file instead. */
  readonly inForm: ArrayLike<number>;
  /** Hours of duties, at most those that wait. */
  readonly duties: ArrayLike<number>;
}

/** What lies before one caseworker when hours are divided from outside. */
export interface OpenDesk {
  readonly role: number;
  readonly worker: number;
  /** Hours to divide, after duties that are taken first. */
  readonly hours: number;
  /** Rows of the clients who may be seen: in a stage that claims hours, or to whom a required contact applies. */
  readonly clients: Int32Array;
  /** Duties that get hours beside clients or on slack. */
  readonly duties: readonly Duty[];
  /** What the role's caseworkers see of their clients in this step. */
  readonly seen: SeenColumns;
  /**
   * What the scenario's rule would divide here if the caseworker had these weights, with the caseworker's own burnout,
   * beliefs and noise: required contacts, hours that a scheme leaves free and unclaimed ones included. Changes nothing.
   */
  dividedBy(weights: Readonly<Record<MotiveName, number>>): OutsideHours;
}

/**
 * Divides one caseworker's hours from outside (the caseworker's chair): clients, duties that are not taken first, and
 * contacts that a rule requires, which it may leave undone. What it does not give is lost. Undefined leaves the caseworker to the rule.
 */
export type OutsideDivision = (world: World, desk: OpenDesk) => OutsideHours | undefined;

/** The members `from … to − 1` of one caseworker of a role, and the hours to divide among them. */
export interface Place {
  readonly role: number;
  readonly worker: number;
  readonly from: number;
  readonly to: number;
  readonly hours: number;
}

/** Lays one caseworker's desk out for a division from outside; `byRule` divides the same hours as the scenario says. */
export function openDesk(world: World, judgement: Judgement, place: Place, byRule: () => void): OpenDesk {
  const { role, worker, hours } = place;
  const clients = clientsOf(world, place);
  const duties = world.duties.filter(
    (duty) => duty.role === role && (duty.standing === 'beside' || duty.standing === 'onSlack'),
  );
  return {
    role,
    worker,
    hours,
    clients,
    duties,
    seen: judgement.seen,
    dividedBy(weights) {
      if (judgement.screened)
        throw new RangeError('who screens clients passes some back, which is not undone');
      const putBack = remember(world, place);
      const own = motiveNames.map((motive) => world.caseworkers.weights[MOTIVE[motive]][worker]);
      for (const motive of motiveNames) world.caseworkers.weights[MOTIVE[motive]][worker] = weights[motive];
      judgement.judgeAnew(role, worker, place.from, place.to);
      byRule();
      const divided = readHours(world, role, worker, clients, duties);
      motiveNames.forEach((motive, at) => {
        world.caseworkers.weights[MOTIVE[motive]][worker] = own[at];
      });
      putBack();
      judgement.judgeAnew(role, worker, place.from, place.to);
      return divided;
    },
  };
}

/** Who may be seen: no colleague has, and the stage claims hours of the role or a rule asks for contact in it. */
function clientsOf({ scratch, service, clients, phase }: World, { role, from, to }: Place): Int32Array {
  const { claim, notServed, requiredEvery } = phase.roles[role];
  return scratch.members[role].slice(from, to).filter((row) => {
    const stage = clients.stage[row];
    const ruled = requiredEvery > 0 && phase.stageCounts[stage] === 1 && notServed[stage] === 0;
    return service.contact[role][row] === Contact.none && (claim[stage] > 0 || ruled);
  });
}

/** Keeps what a division writes; the function that is returned puts it back. */
function remember({ scratch, service, caseworkers, dutyHours }: World, place: Place): () => void {
  const { role, worker, from, to } = place;
  const rows = scratch.members[role].slice(from, to);
  const [hours, contact, seenBy] = [service.hours[role], service.contact[role], service.worker[role]];
  const kept = Array.from(rows, (row) => [hours[row], contact[row], seenBy[row]]);
  const ofDuties = dutyHours.step.map((step) => step[worker]);
  const token = dutyHours.token[worker];
  const free = caseworkers.freeHours[worker];
  return () => {
    rows.forEach((row, at) => {
      [hours[row], contact[row], seenBy[row]] = kept[at];
    });
    dutyHours.step.forEach((step, duty) => {
      step[worker] = ofDuties[duty];
    });
    dutyHours.token[worker] = token;
    caseworkers.freeHours[worker] = free;
  };
}

function readHours(
  { service, dutyHours }: World,
  role: number,
  worker: number,
  rows: Int32Array,
  duties: readonly Duty[],
): OutsideHours {
  return {
    clients: Float64Array.from(rows, (row) => service.hours[role][row]),
    inForm: Uint8Array.from(rows, (row) => (service.contact[role][row] === Contact.token ? 1 : 0)),
    duties: Float64Array.from(duties, ({ index }) => dutyHours.step[index][worker]),
  };
}

/**
 * Writes a division from outside to the world. `free` hours are those that a scheme leaves free: they count as given
 * freely as far as clients got any. Throws RangeError for hours that are not there.
 */
export function takeHours(world: World, desk: OpenDesk, given: OutsideHours, free: number): void {
  const { role, worker, clients, duties } = desk;
  const { service, dutyHours, caseworkers } = world;
  const { tokenHours } = world.phase.roles[role];
  let spent = 0;
  clients.forEach((row, at) => {
    if (given.inForm[at] === 1) {
      dutyHours.token[worker] += tokenHours;
      service.contact[role][row] = Contact.token;
      spent += tokenHours;
    } else if (given.clients[at] > 0) {
      service.hours[role][row] = given.clients[at];
      service.contact[role][row] = Contact.matched;
      service.worker[role][row] = worker;
      caseworkers.freeHours[worker] = Math.min(free, caseworkers.freeHours[worker] + given.clients[at]);
      spent += given.clients[at];
    } else if (!(given.clients[at] === 0))
      throw new RangeError(`no client can get ${given.clients[at]} hours`);
  });
  duties.forEach((duty, at) => {
    const hours = given.duties[at];
    if (!(hours >= 0 && hours <= duty.waitingHours(worker) + ROUNDING))
      throw new RangeError(`${duty.name} cannot get ${hours} hours`);
    dutyHours.step[duty.index][worker] += hours;
    spent += hours;
  });
  if (!(spent <= desk.hours + ROUNDING)) throw new RangeError(`${spent} hours are more than ${desk.hours}`);
}
