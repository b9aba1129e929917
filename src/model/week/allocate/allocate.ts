import { divideByPriority } from '../../allocation/priority.ts';
import { divideByWaterline, type Line } from '../../allocation/waterline.ts';
import { appearanceOf, openEyes, perceivedMotivation } from '../../appearance.ts';
import { emitEvent } from '../../emit.ts';
import type { BoundKernel } from '../../gather.ts';
import { motiveNames } from '../../motives.ts';
import type { PhaseModel } from '../../phase.ts';
import { hoursFactor } from '../../rota.ts';
import { BLOCK } from '../../scratch.ts';
import { Contact } from '../../service.ts';
import { countTeams, loadOf } from '../../teams.ts';
import { dispositionWeights } from '../../weights.ts';
import type { World } from '../../world.ts';
import { appealByMotives, recallEffects, type Will, willOf } from './appeal.ts';
import { divideEqually } from './equalTime.ts';
import { groupByCaseworker, groupByOffice } from './members.ts';
import { JudgementNoise } from './noise.ts';
import { Payoff } from './payoff.ts';
import { meetRequiredContacts } from './required.ts';
import { bindSeen, type SeenColumns, seenGatherers } from './seen.ts';
import { orderTeam } from './team.ts';
import { countWaiting } from './waiting.ts';

/** One step in so many is compared with the caseworkers' own division for goal strain. */
const STRAIN_EVERY = 4;

/**
 * Step 5. Divides each caseworker's hours: required contacts first, then screening, then the waterline (or
 * the priority rule) over appeal. Whoever lies under the line gets nothing.
 */
export class Allocation {
  private phase: PhaseModel | undefined;
  private readonly seen: SeenColumns;
  private payoffs: Payoff[] = [];
  private readiness: (BoundKernel | undefined)[] = [];
  private appealKernels: (BoundKernel | undefined)[] = [];
  private hoursKernels: BoundKernel[] = [];
  private readonly noise = new JudgementNoise();
  private readonly will: Will = {
    weights: new Float64Array(motiveNames.length),
    pressedPayoff: 0,
    moved: false,
  };
  private readonly line: Line = { served: 0, lambda: 0 };
  private readonly ownLine: Line = { served: 0, lambda: 0 };
  private indifferent = new Float64Array(motiveNames.length);
  private readonly usualEffects: Float64Array;

  constructor(private readonly world: World) {
    this.seen = {
      appearance: new Float64Array(world.people.count),
      perceivedMotivation: new Float64Array(world.people.count),
      eyes: openEyes(world),
    };
    this.usualEffects = new Float64Array(world.names.barriers.length);
  }

  run(): void {
    const { world } = this;
    if (this.phase !== world.phase) this.bind();
    const { service, caseworkers } = world;
    const { pooled } = world.phase;
    if (pooled) countTeams(world);
    countWaiting(world);
    for (let role = 0; role < world.names.roles.length; role++) {
      service.hours[role].fill(0, world.windowFrom, world.windowTo);
      service.contact[role].fill(Contact.none, world.windowFrom, world.windowTo);
      if (pooled) groupByOffice(world, role);
      else groupByCaseworker(world, role);
      this.look(role);
      this.payoffs[role].refresh();
      const first = caseworkers.firstOfRole[role];
      const workers = caseworkers.firstOfRole[role + 1] - first;
      const start = world.scratch.memberStart[role];
      if (pooled) this.divideTeams(role, start);
      else
        for (let w = 0; w < workers; w++)
          this.divide(role, first + w, start[w], start[w + 1], start[w + 1] - start[w]);
    }
  }

  /** The caseworkers of each team one after the other: who was seen by a colleague claims no more hours in this step. */
  private divideTeams(role: number, start: Int32Array): void {
    const { caseworkers, offices } = this.world;
    const to = caseworkers.firstOfRole[role + 1];
    for (let worker = caseworkers.firstOfRole[role]; worker < to; worker++) {
      caseworkers.hoursAvailable[worker] = 0;
      caseworkers.hoursGiven[worker] = 0;
    }
    for (let office = 0; office < offices.count; office++) {
      const team = orderTeam(this.world, role, office);
      for (let at = 0; at < team; at++) {
        const worker = this.world.scratch.team[at];
        this.divide(role, worker, start[office], start[office + 1], caseworkers.caseload[worker]);
      }
    }
  }

  private bind(): void {
    const { world } = this;
    const { scenario } = world.phase;
    this.phase = world.phase;
    this.noise.bind(world.phase);
    const row = dispositionWeights('indifferent', scenario.caseworkers.dispositions);
    this.indifferent = Float64Array.from(motiveNames, (motive) => row[motive]);
    const roles = world.phase.roles;
    this.payoffs = roles.map((_, role) => new Payoff(world, role, this.seen));
    const gatherers = roles.map((_, role) => seenGatherers(world, role, this.seen));
    this.readiness = roles.map(
      (each, role) => each.screening && bindSeen(world, each.screening.readiness, gatherers[role]),
    );
    const { appeal, neededHours } = world.phase;
    this.appealKernels = roles.map((_, role) => appeal && bindSeen(world, appeal, gatherers[role]));
    this.hoursKernels = roles.map((_, role) => bindSeen(world, neededHours, gatherers[role]));
  }

  /** What the caseworkers of a role see of their clients. */
  private look(role: number): void {
    const { world } = this;
    const { service } = world;
    if (role === 0) this.seen.eyes = openEyes(world);
    const { eyes } = this.seen;
    // Without recasting all roles see the same, and one look a week is enough.
    if (role > 0 && eyes.recasting === 0) return;
    const fullLoad = world.phase.roles[role].fullLoad;
    for (let at = 0; at < service.attachedCount; at++) {
      const row = service.attached[at];
      const overload = Math.max(0, loadOf(world, role, row) / fullLoad - 1);
      const apparent = appearanceOf(world, row, eyes);
      this.seen.appearance[row] = apparent;
      this.seen.perceivedMotivation[row] = perceivedMotivation(world, row, apparent, overload, eyes);
    }
  }

  /** Divides one caseworker's hours among the members from `from` to `to`; `load` is the caseload that hours follow. */
  private divide(role: number, worker: number, from: number, to: number, load: number): void {
    const { world } = this;
    const { caseworkers } = world;
    const model = world.phase.roles[role];
    const usual =
      world.division === 'noService' ? 0 : model.contactHours * Math.min(1, load / model.fullLoad);
    const factor = hoursFactor(world.clock, world.step, model.dutyShare, caseworkers.turn[worker]);
    caseworkers.hoursFactor[worker] = factor;
    const atHand = usual * factor;
    if (atHand > 0) caseworkers.atWork[role * world.offices.count + caseworkers.office[worker]]++;
    caseworkers.hoursAvailable[worker] = atHand;
    caseworkers.hoursGiven[worker] = 0;
    if (load === 0 || atHand <= 0) return;
    const left = meetRequiredContacts(world, role, worker, from, to, atHand);
    const n = this.claimants(role, from, to);
    if (n > 0) this.divideAmong(role, worker, n, left);
    this.settleContacts(role, worker, from, to, n);
    if (world.step % STRAIN_EVERY === 0 && world.division === 'scenario')
      this.strain(role, worker, from, to, atHand);
  }

  /** Those who claim hours: not met by a rule this week, in a stage that claims, and ready where that is asked. */
  private claimants(role: number, from: number, to: number): number {
    const { world } = this;
    const { scratch, service, clients, phase, step } = world;
    const members = scratch.members[role];
    const claimants = scratch.claimants;
    const { claim } = phase.roles[role];
    let n = 0;
    for (let at = from; at < to; at++) {
      const row = members[at];
      if (service.contact[role][row] !== Contact.none) continue;
      if (claim[clients.stage[row]] <= 0) continue;
      claimants[n++] = row;
    }
    const screening = phase.roles[role].screening;
    const readiness = this.readiness[role];
    if (screening === undefined || readiness === undefined || world.division !== 'scenario') return n;
    let kept = 0;
    for (let from = 0; from < n; from += BLOCK) {
      const block = Math.min(BLOCK, n - from);
      readiness.evaluate(claimants, from, block, scratch.block);
      for (let at = 0; at < block; at++) {
        const row = claimants[from + at];
        if (scratch.block[at] >= screening.bar || phase.stageCounts[clients.stage[row]] === 0) {
          claimants[kept++] = row;
        } else if (service.passedBackUntil[row] <= step) {
          service.passedBackUntil[row] = step + Math.max(1, screening.backWeeks);
          emitEvent(world, row, world.passedBack);
        }
      }
    }
    return kept;
  }

  private divideAmong(role: number, worker: number, n: number, hours: number): void {
    const { world } = this;
    const { scratch, phase } = world;
    const { claimants, appeal, ties } = scratch;
    this.noise.draw(world, role, n);
    const { tau, rule } = phase.scenario.caseworkers.allocation;
    if (world.outsideDivision?.(world, worker, claimants, n, hours, scratch.hours)) return;
    if (world.division === 'equalTime') {
      divideEqually(world, role, n, hours, this.line);
      return;
    }
    const formula = this.appealKernels[role];
    if (formula !== undefined) {
      this.evaluateOver(formula, n, appeal);
    } else {
      this.appealOfMotives(role, worker, n);
    }
    this.noise.addTo(world, appeal, n);
    if (rule === 'priority') {
      this.evaluateOver(this.hoursKernels[role], n, scratch.needed);
      divideByPriority(appeal, ties, n, hours, scratch.needed, scratch.hours, scratch.order, this.line);
    } else {
      divideByWaterline(
        appeal,
        ties,
        n,
        hours,
        tau,
        phase.roles[role].shortest,
        scratch.hours,
        scratch.order,
        this.line,
      );
    }
  }

  /** Appeal of the claimants, and what it would be without pressure, before noise. */
  private appealOfMotives(role: number, worker: number, n: number): void {
    const { world, will, seen, usualEffects } = this;
    const { claimants, appeal, ownAppeal } = world.scratch;
    willOf(world, worker, this.indifferent, will);
    recallEffects(world, worker, usualEffects);
    const payoff = this.payoffs[role];
    appealByMotives(world, role, worker, claimants, n, will, seen, payoff, usualEffects, appeal, ownAppeal);
  }

  private evaluateOver(kernel: BoundKernel, n: number, out: Float64Array): void {
    for (let from = 0; from < n; from += BLOCK) {
      const block = Math.min(BLOCK, n - from);
      kernel.evaluate(this.world.scratch.claimants, from, block, out.subarray(from, from + block));
    }
  }

  /** Writes the division to the clients' columns and adds up what was given. */
  private settleContacts(role: number, worker: number, from: number, to: number, n: number): void {
    const { world } = this;
    const { scratch, service, caseworkers } = world;
    for (let i = 0; i < n; i++) {
      const hours = scratch.hours[i];
      if (!(hours > 0)) continue;
      service.hours[role][scratch.claimants[i]] = hours;
      service.contact[role][scratch.claimants[i]] = Contact.matched;
      service.worker[role][scratch.claimants[i]] = worker;
    }
    const members = scratch.members[role];
    let given = 0;
    const workerOf = service.worker[role];
    for (let at = from; at < to; at++)
      if (workerOf[members[at]] === worker) given += service.hours[role][members[at]];
    caseworkers.hoursGiven[worker] = given;
  }

  /**
   * Goal strain: half the summed difference between this week's division and the one that the caseworker's
   * own weights would make with the same noise, no pressure, no rules and no screening.
   */
  private strain(role: number, worker: number, from: number, to: number, hours: number): void {
    const { world } = this;
    const { scratch, service, caseworkers, phase } = world;
    if (this.appealKernels[role] !== undefined || phase.scenario.caseworkers.allocation.rule === 'priority')
      return;
    const members = scratch.members[role];
    const { claim } = phase.roles[role];
    let n = 0;
    for (let at = from; at < to; at++) {
      const row = members[at];
      // Whom a colleague of the team has seen in this step was not to be chosen any more.
      const taken = service.contact[role][row] !== Contact.none && service.worker[role][row] !== worker;
      if (!taken && claim[world.clients.stage[row]] > 0) scratch.claimants[n++] = row;
    }
    this.appealOfMotives(role, worker, n);
    this.noise.draw(world, role, n);
    this.noise.addTo(world, scratch.ownAppeal, n);
    const { tau } = phase.scenario.caseworkers.allocation;
    divideByWaterline(
      scratch.ownAppeal,
      scratch.ties,
      n,
      hours,
      tau,
      phase.roles[role].shortest,
      scratch.ownHours,
      scratch.order,
      this.ownLine,
    );
    let difference = 0;
    for (let i = 0; i < n; i++)
      difference += Math.abs(service.hours[role][scratch.claimants[i]] - scratch.ownHours[i]);
    caseworkers.strain[worker] += difference / 2;
    caseworkers.strainHours[worker] += hours;
  }
}
