import { fillWithItems, hoursOfItems } from '../../allocation/items.ts';
import { divideOnTop } from '../../allocation/onTop.ts';
import { divideByPriorityWithItems } from '../../allocation/priorityItems.ts';
import type { Line } from '../../allocation/waterline.ts';
import type { PhaseModel } from '../../phase.ts';
import { Contact } from '../../service.ts';
import { filledShare } from '../../staff/load.ts';
import { hoursFactor } from '../../staff/rota.ts';
import { countTeams } from '../../staff/teams.ts';
import type { World } from '../../world.ts';
import { divideByRule } from './byRule.ts';
import { findAll, findClaimants } from './claimants.ts';
import { DutyDesk } from './desk.ts';
import { lookAtWaits } from './inTurn.ts';
import { divideInTurnWithItems } from './inTurnItems.ts';
import { Judgement } from './judgement.ts';
import { groupByCaseworker, groupByOffice } from './members.ts';
import { openDesk, takeHours } from './outside.ts';
import { meetRequiredContacts } from './required.ts';
import { shortestOf } from './shortest.ts';
import { slackShareOf, sumHours } from './slack.ts';
import { comparesWillsNow } from './strain.ts';
import { orderTeam } from './team.ts';
import { countAtWork, countWaiting } from './waiting.ts';

/**
 * Step 5. Divides each caseworker's hours: duties that are taken first, required contacts, then screening, then the
 * waterline (or the priority rule) over the appeal of clients and items of duties. Whoever lies under the line gets
 * nothing. Last come hours that a scheme leaves free, and what nobody claims. Who watches a caseworker's week extends this
 * and looks on.
 */
export class Allocation {
  private phase: PhaseModel | undefined;
  protected readonly judgement: Judgement;
  protected readonly desk: DutyDesk;
  protected readonly line: Line = { served: 0, lambda: 0 };
  private readonly ownLine: Line = { served: 0, lambda: 0 };

  constructor(protected readonly world: World) {
    this.judgement = new Judgement(world);
    this.desk = new DutyDesk(world);
  }

  run(): void {
    const { world } = this;
    if (this.phase !== world.phase) this.bind();
    const { service, caseworkers } = world;
    const { pooled } = world.phase;
    if (pooled) countTeams(world);
    countWaiting(world);
    this.desk.clear();
    for (let role = 0; role < world.names.roles.length; role++) {
      service.hours[role].fill(0, world.windowFrom, world.windowTo);
      service.contact[role].fill(Contact.none, world.windowFrom, world.windowTo);
      if (pooled) groupByOffice(world, role);
      else groupByCaseworker(world, role);
      this.judgement.look(role);
      const first = caseworkers.firstOfRole[role];
      const workers = caseworkers.firstOfRole[role + 1] - first;
      const start = world.scratch.memberStart[role];
      if (pooled) this.divideTeams(role, start);
      else
        for (let w = 0; w < workers; w++)
          this.divide(role, first + w, start[w], start[w + 1], start[w + 1] - start[w]);
    }
  }

  private bind(): void {
    this.phase = this.world.phase;
    this.judgement.bind();
    this.desk.bind();
  }

  /** The caseworkers of each team one after the other: who was seen by a colleague claims no more hours in this step. */
  private divideTeams(role: number, start: Int32Array): void {
    const { caseworkers, offices } = this.world;
    const to = caseworkers.firstOfRole[role + 1];
    for (let worker = caseworkers.firstOfRole[role]; worker < to; worker++) {
      caseworkers.hoursAvailable[worker] = 0;
      caseworkers.hoursGiven[worker] = 0;
      caseworkers.freeHours[worker] = 0;
      // Nobody asks anything of a vacant post, but records that wait there grow old.
      if (caseworkers.present[worker] === 0) this.desk.begin(role, worker, 0);
    }
    for (let office = 0; office < offices.count; office++) {
      const team = orderTeam(this.world, role, office);
      for (let at = 0; at < team; at++) {
        const worker = this.world.scratch.team[at];
        this.divide(role, worker, start[office], start[office + 1], caseworkers.caseload[worker]);
      }
    }
  }

  /** Divides one caseworker's hours among the members from `from` to `to`; `load` is the caseload that hours follow. */
  protected divide(role: number, worker: number, from: number, to: number, load: number): void {
    const { world, desk } = this;
    const { caseworkers } = world;
    const model = world.phase.roles[role];
    const there = world.division !== 'noService' && caseworkers.present[worker] === 1;
    const usual = there ? model.contactHours * filledShare(model, load) : 0;
    const factor = hoursFactor(world.clock, world.step, model.dutyShare, caseworkers.turn[worker]);
    caseworkers.hoursFactor[worker] = factor;
    const atHand = usual * factor;
    caseworkers.hoursAvailable[worker] = atHand;
    caseworkers.hoursGiven[worker] = 0;
    caseworkers.freeHours[worker] = 0;
    const busy = desk.hasDuties(role);
    // Of a role without duties too: else what lay on the desk of another would claim hours here.
    desk.begin(role, worker, factor);
    if (atHand > 0) this.divideHours(role, worker, from, to, atHand);
    if (busy) desk.end(role, worker);
    sumHours(world, worker);
  }

  private divideHours(role: number, worker: number, from: number, to: number, atHand: number): void {
    const { world, desk } = this;
    const hours = atHand - desk.takeFirst(role, worker, atHand);
    countAtWork(world, worker, hours);
    const outside = world.outsideDivision !== undefined && this.divideOutside(role, worker, from, to, hours);
    if (!outside) this.divideInside(role, worker, from, to, hours);
    this.addUp(role, worker, from, to);
    if (!outside && comparesWillsNow(world)) this.strain(role, worker, from, to, hours);
  }

  /** As the scenario says: required contacts, then appeal, then hours that a scheme leaves free, then what nobody claims. */
  private divideInside(role: number, worker: number, from: number, to: number, hours: number): void {
    const { world, desk } = this;
    const free = hours * slackShareOf(world, worker);
    const left = meetRequiredContacts(world, role, worker, from, to, hours - free);
    this.judgement.turnTo(role, worker, from, to);
    const n = findClaimants(world, role, from, to, this.judgement.screened);
    if (desk.hasDuties(role)) desk.layOut(role, worker, this.judgement.ask(worker), this.judgement.noise);
    let unclaimed = this.divideAmong(role, worker, n, left);
    this.settleContacts(role, worker, n);
    if (free > 0) unclaimed += this.divideFreely(role, worker, from, to, free);
    if (desk.hasDuties(role) && unclaimed > 0) this.spendUnclaimed(worker, unclaimed);
  }

  /** Somebody outside the model divides the hours; false where the caseworker is left to the scenario's rule. */
  private divideOutside(role: number, worker: number, from: number, to: number, hours: number): boolean {
    const { world, judgement } = this;
    const place = { role, worker, from, to, hours };
    const open = openDesk(world, judgement, place, () => this.divideInside(role, worker, from, to, hours));
    const given = world.outsideDivision?.(world, open);
    if (given === undefined) return false;
    takeHours(world, open, given, hours * slackShareOf(world, worker));
    return true;
  }

  /** Divides hours among the first `n` claimants and the items beside them, and returns those that nobody takes. */
  protected divideAmong(role: number, worker: number, n: number, hours: number): number {
    const { world, judgement, desk, line } = this;
    const { scratch } = world;
    judgement.briefs.takeDraws(n);
    if (world.division === 'equalTime') {
      lookAtWaits(world, role, n);
      divideInTurnWithItems(world, role, n, desk.bring('waited', 'beside'), hours, line);
    } else if (world.division === 'needFirst') {
      judgement.lookAtNeed(n);
      divideInTurnWithItems(world, role, n, desk.bring('need', 'beside'), hours, line);
    } else {
      judgement.weigh(role, worker, n);
      judgement.noise.addTo(world, scratch.appeal, n);
      desk.bring('pressed', 'beside');
      divideByRule(world, judgement, desk.items, role, n, hours, scratch.appeal, scratch.hours, line);
    }
    return Math.max(0, hours - desk.book(worker) - this.given(n));
  }

  private given(n: number): number {
    const { hours } = this.world.scratch;
    let given = 0;
    for (let i = 0; i < n; i++) given += hours[i];
    return given;
  }

  /**
   * Hours that a scheme leaves to the caseworker, on top of what clients have got: by own appeal, without pressure and
   * rules, among all clients and duties, those on slack included. Returns what nobody takes.
   */
  private divideFreely(role: number, worker: number, from: number, to: number, hours: number): number {
    const { world, judgement, desk } = this;
    const { scratch, service, phase } = world;
    const n = findAll(world, role, worker, from, to);
    judgement.weigh(role, worker, n);
    judgement.briefs.takeDraws(n);
    judgement.noise.addTo(world, scratch.ownAppeal, n);
    const items = desk.bring('own', 'beside', 'onSlack');
    const got = scratch.ownHours;
    for (let i = 0; i < n; i++) got[i] = service.hours[role][scratch.claimants[i]];
    const { tau, rule } = phase.scenario.caseworkers.allocation;
    if (rule === 'priority') {
      const { ownAppeal, ties, needed, order } = scratch;
      judgement.estimateHours(role, n);
      for (let i = 0; i < n; i++) needed[i] = Math.max(0, needed[i] - got[i]);
      divideByPriorityWithItems(ownAppeal, ties, n, items, hours, needed, scratch.hours, order, this.ownLine);
    } else {
      const shortest = shortestOf(world, role, n);
      divideOnTop(scratch.ownAppeal, scratch.ties, n, got, items, hours, tau, shortest, scratch.hours);
    }
    for (let i = 0; i < n; i++) {
      if (!(scratch.hours[i] > 0)) continue;
      const row = scratch.claimants[i];
      service.hours[role][row] += scratch.hours[i];
      service.contact[role][row] = Contact.matched;
      service.worker[role][row] = worker;
    }
    const given = this.given(n);
    world.caseworkers.freeHours[worker] = given;
    return Math.max(0, hours - desk.book(worker) - given);
  }

  /** Hours that nobody has claimed go to what is left beside clients, then to duties on slack. */
  private spendUnclaimed(worker: number, hours: number): void {
    const { desk } = this;
    const { tau } = this.world.phase.scenario.caseworkers.allocation;
    let left = hours;
    for (const standing of ['beside', 'onSlack'] as const) {
      const items = desk.bring('pressed', standing);
      if (items.count === 0) continue;
      fillWithItems(items, left, tau);
      left = Math.max(0, left - hoursOfItems(items));
      desk.book(worker);
    }
  }

  /** Writes the division to the clients' columns. */
  private settleContacts(role: number, worker: number, n: number): void {
    const { scratch, service } = this.world;
    for (let i = 0; i < n; i++) {
      const hours = scratch.hours[i];
      if (!(hours > 0)) continue;
      service.hours[role][scratch.claimants[i]] = hours;
      service.contact[role][scratch.claimants[i]] = Contact.matched;
      service.worker[role][scratch.claimants[i]] = worker;
    }
  }

  /** Adds up the hours of contact that a caseworker gave. */
  private addUp(role: number, worker: number, from: number, to: number): void {
    const { scratch, service, caseworkers } = this.world;
    const members = scratch.members[role];
    const workerOf = service.worker[role];
    let given = 0;
    for (let at = from; at < to; at++)
      if (workerOf[members[at]] === worker) given += service.hours[role][members[at]];
    caseworkers.hoursGiven[worker] = given;
  }

  /**
   * Goal strain: half the summed difference between this step's division and the one that the caseworker's own weights
   * would make of the same hours with the same noise, no pressure, no rules and no screening, duties included. Time that
   * is not the caseworker's to divide is in neither.
   */
  private strain(role: number, worker: number, from: number, to: number, hours: number): void {
    const { world, judgement, desk } = this;
    const { scratch, service, caseworkers, phase } = world;
    if (judgement.byFormula(role) || phase.scenario.caseworkers.allocation.rule === 'priority') return;
    const n = findAll(world, role, worker, from, to);
    judgement.weigh(role, worker, n);
    judgement.briefs.takeDraws(n);
    judgement.noise.addTo(world, scratch.ownAppeal, n);
    desk.bringAnew();
    divideByRule(
      world,
      judgement,
      desk.items,
      role,
      n,
      hours,
      scratch.ownAppeal,
      scratch.ownHours,
      this.ownLine,
    );
    let difference = desk.difference();
    for (let i = 0; i < n; i++)
      difference += Math.abs(service.hours[role][scratch.claimants[i]] - scratch.ownHours[i]);
    caseworkers.strain[worker] += difference / 2;
    caseworkers.strainHours[worker] += hours;
  }
}
