import { writeCaseworkerId } from '../../model/build/caseworkers.ts';
import { writeClientId } from '../../model/build/people.ts';
import { weekOf } from '../../model/clock.ts';
import { Contact } from '../../model/service.ts';
import { Allocation } from '../../model/week/allocate/allocate.ts';
import { BRIEF, BRIEF_SIZE } from '../../model/week/allocate/briefs.ts';
import type { SeenColumns } from '../../model/week/allocate/seen.ts';
import type { World } from '../../model/world.ts';
import type { CaseworkerStep, ClientClaim } from '../../tables/caseworkerWeek.ts';
import { MotiveLens, partNames } from './motives.ts';

/** Whose division of hours is to be taken down: members of the caseworker stand in `scratch.members` from `from` to `to`. */
export type Watched = (role: number, worker: number, from: number, to: number) => boolean;

/** Takes down a division of hours when it is done. */
export type TakeStep = (role: number, worker: number, step: CaseworkerStep) => void;

/**
 * The model's own division of hours, with somebody who looks on. It notes who was seen since a rule asked for it, and of
 * the caseworkers who are watched how each claimant's appeal came about. What it looks at is what the model has computed;
 * nothing that it does changes a result.
 */
export class WatchedAllocation extends Allocation {
  /** [role][row] 1 where the contact of this step came of a rule; one in form only always does. */
  readonly required: Uint8Array[];
  private readonly lens: MotiveLens;
  private underWay: CaseworkerStep | undefined;
  /** Where the members of the caseworker under way stand. */
  private from = 0;
  private to = 0;
  /** Rows of clients whom a colleague had seen before the caseworker came, and hours by rule of those met so. */
  private seenBefore = new Set<number>();
  private readonly byRule = new Map<number, number>();

  constructor(
    world: World,
    private readonly watched: Watched,
    private readonly take: TakeStep,
  ) {
    super(world);
    this.required = world.names.roles.map(() => new Uint8Array(world.people.count));
    this.lens = new MotiveLens(world, this.judgement);
  }

  /** What caseworkers of the role under way see of clients. */
  get seen(): SeenColumns {
    return this.judgement.seen;
  }

  override run(): void {
    for (const column of this.required) column.fill(0);
    super.run();
  }

  protected override divide(role: number, worker: number, from: number, to: number, load: number): void {
    const { world } = this;
    this.from = from;
    this.to = to;
    if (!this.watched(role, worker, from, to)) {
      super.divide(role, worker, from, to, load);
      return;
    }
    const members = world.scratch.members[role].slice(from, to);
    this.seenBefore = new Set(members.filter((row) => world.service.contact[role][row] !== Contact.none));
    this.byRule.clear();
    const step = this.open(role, worker, load);
    this.underWay = step;
    super.divide(role, worker, from, to, load);
    this.underWay = undefined;
    this.close(step, role, worker, members);
    this.take(role, worker, step);
  }

  protected override divideAmong(role: number, worker: number, n: number, hours: number): number {
    this.noteRequired(role, worker);
    const unclaimed = super.divideAmong(role, worker, n, hours);
    if (this.underWay !== undefined) {
      this.underWay.divided = hours;
      this.underWay.unclaimed = unclaimed;
      this.takeDown(this.underWay, role, worker, n);
    }
    return unclaimed;
  }

  private noteRequired(role: number, worker: number): void {
    const { scratch, service } = this.world;
    const members = scratch.members[role];
    for (let at = this.from; at < this.to; at++) {
      const row = members[at];
      const contact = service.contact[role][row];
      if (contact === Contact.matched && service.worker[role][row] !== worker) continue;
      if (contact === Contact.none) continue;
      this.required[role][row] = 1;
      if (!this.seenBefore.has(row)) this.byRule.set(row, service.hours[role][row]);
    }
  }

  private open(role: number, worker: number, caseload: number): CaseworkerStep {
    const { world, judgement } = this;
    const { caseworkers, names, offices, phase, clock } = world;
    const { tau, rule, noiseForm } = phase.scenario.caseworkers.allocation;
    const office = caseworkers.office[worker];
    return {
      step: world.step,
      week: weekOf(clock, world.step),
      caseworker: writeCaseworkerId(caseworkers.id[worker]),
      role: names.roles[role],
      office: names.offices[office],
      disposition: names.dispositions[caseworkers.disposition[worker]],
      present: caseworkers.present[worker] === 1,
      caseload,
      pressure: offices.felt[office],
      burnout: caseworkers.burnout[worker],
      atHand: 0,
      requiredHours: 0,
      tokenHours: 0,
      freeHours: 0,
      divided: 0,
      unclaimed: 0,
      rule,
      tau,
      shortest: phase.roles[role].shortest,
      line: null,
      motives: partNames(judgement.byFormula(role)),
      noiseForm,
      clients: [],
      duties: [],
      dutyHours: [],
    };
  }

  /** What was divided, as it stands in the scratch columns right after the division. */
  private takeDown(step: CaseworkerStep, role: number, worker: number, n: number): void {
    const { world, judgement, desk, line } = this;
    const { scratch } = world;
    const { items } = desk;
    for (let at = 0; at < items.count; at++)
      step.duties.push({
        duty: world.duties[desk.dutyOf(at)].name,
        waiting: items.waiting[at],
        size: items.size[at],
        served: items.served[at],
        appeal: items.appeal[at],
      });
    const appeal = scratch.appeal.slice(0, n);
    const hours = scratch.hours.slice(0, n);
    const noise = scratch.noise.slice(0, n);
    const rows = scratch.claimants.slice(0, n);
    const { numbers } = judgement.briefs;
    const money = Float64Array.from(rows, (_, i) => numbers[scratch.places[i] * BRIEF_SIZE + BRIEF.money]);
    if (hours.some((each) => each > 0)) step.line = line.lambda;
    judgement.weigh(role, worker, n);
    const judged = scratch.appeal.slice(0, n);
    const own = scratch.ownAppeal.slice(0, n);
    const parts = this.lens.partsOf(role, worker, this.from, this.to, n, judged);
    for (let i = 0; i < n; i++) {
      step.clients.push({
        ...this.nobody(rows[i], 'claimed'),
        hours: hours[i],
        appeal: appeal[i],
        judged: judged[i],
        noise: noise[i],
        parts: parts[i],
        pressed: judged[i] - own[i],
        money: money[i],
      });
    }
    step.clients.sort((a, b) => b.appeal - a.appeal || a.row - b.row);
  }

  private nobody(row: number, standing: ClientClaim['standing']): ClientClaim {
    const { people } = this.world;
    return {
      client: writeClientId(people.id[row]),
      row,
      fifth: people.fifth[row] + 1,
      standing,
      hours: 0,
      freeHours: 0,
      appeal: 0,
      judged: 0,
      noise: 0,
      parts: [],
      pressed: 0,
      money: 0,
    };
  }

  /** Adds who took no part in the division, and the hours as they were booked. */
  private close(step: CaseworkerStep, role: number, worker: number, members: Int32Array): void {
    const { world } = this;
    const { caseworkers, service, dutyHours } = world;
    step.atHand = caseworkers.hoursAvailable[worker];
    step.freeHours = caseworkers.freeHours[worker];
    step.tokenHours = dutyHours.token[worker];
    for (const duty of world.duties)
      if (duty.role === role)
        step.dutyHours.push({ duty: duty.name, hours: dutyHours.step[duty.index][worker] });
    const claims = new Map(step.clients.map((claim) => [claim.row, claim]));
    for (const row of members) {
      let claim = claims.get(row);
      if (claim === undefined) {
        claim = this.nobody(row, this.standingOf(role, row, step.atHand));
        claim.hours = this.byRule.get(row) ?? 0;
        step.requiredHours += claim.hours;
        step.clients.push(claim);
      }
      if (step.freeHours > 0 && claim.standing !== 'colleague')
        claim.freeHours = Math.max(0, service.hours[role][row] - Math.fround(claim.hours));
    }
  }

  private standingOf(role: number, row: number, atHand: number): ClientClaim['standing'] {
    const { service, phase, clients, scratch } = this.world;
    if (this.seenBefore.has(row)) return 'colleague';
    if (service.contact[role][row] === Contact.token) return 'token';
    if (this.required[role][row] === 1) return 'required';
    if (phase.roles[role].claim[clients.stage[row]] <= 0) return 'noClaim';
    if (!(atHand > 0)) return 'away';
    return this.judgement.screened && scratch.ready[row] === 0 ? 'notReady' : 'noClaim';
  }
}
