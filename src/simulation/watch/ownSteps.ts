import { Contact } from '../../model/service.ts';
import type { World } from '../../model/world.ts';
import type { CaseworkerStep, ClientClaim } from '../../tables/caseworkerWeek.ts';
import type { NoContactReason } from '../../tables/life.ts';
import type { WatchedAllocation } from './watchedAllocation.ts';

/** What one role did with one client in one step. */
export interface OwnStep {
  step: number;
  stage: number;
  /** Whether the stage counts: who is in it has no outcome yet. */
  counts: boolean;
  /** Id of the caseworker, null for none and where clients belong to a team. */
  caseworker: string | null;
  contact: number;
  hours: number;
  required: boolean;
  activity: number;
  /** Of a step without real contact. */
  why: NoContactReason | undefined;
  /** The division in which the client lay under the line. */
  under: UnderLineStep | undefined;
}

/** One division in which the client got nothing: the client's appeal against that of those who got hours. */
export interface UnderLineStep {
  appeal: number;
  least: number;
  money: number;
  servedMoney: number;
  /** [motive, then noise] what each makes of the appeal, and on average of those served. */
  own: number[];
  served: number[];
}

/** Notes step by step what each role does with one client. */
export class OwnSteps {
  /** [role] its steps while the client is attached. */
  readonly ofRole: OwnStep[][];
  /** [part of an appeal] its name, the noise of judgement last; as the divisions of each role have them. */
  readonly parts: string[][];
  /** [role] the claim in the step under way, with the division that it was part of. */
  private readonly claim: ({ step: CaseworkerStep; claim: ClientClaim } | undefined)[];

  constructor(
    private readonly world: World,
    private readonly row: number,
  ) {
    this.ofRole = world.names.roles.map(() => []);
    this.parts = world.names.roles.map(() => []);
    this.claim = world.names.roles.map(() => undefined);
  }

  /** Whether a caseworker divides hours among clients of whom this is one. */
  isOf(role: number, worker: number): boolean {
    const { service, caseworkers, phase } = this.world;
    if (!phase.pooled) return service.worker[role][this.row] === worker;
    return service.attachedAt[this.row] >= 0 && service.office[this.row] === caseworkers.office[worker];
  }

  /** Takes a division of this step that the client was part of. */
  take(role: number, step: CaseworkerStep): void {
    const claim = step.clients.find(({ row }) => row === this.row);
    if (claim === undefined || claim.standing === 'colleague') return;
    this.claim[role] = { step, claim };
    this.parts[role] = [...step.motives, 'noise'];
  }

  /** Notes the step that has just ended, in which the client was attached when hours were divided. */
  note(allocation: WatchedAllocation, worker: (string | null)[], stage: number): void {
    const { world, row } = this;
    const { service, phase } = world;
    for (let role = 0; role < this.ofRole.length; role++) {
      const contact = service.contact[role][row];
      const seen = contact === Contact.matched || contact === Contact.holding;
      const under = this.underLine(role);
      this.ofRole[role].push({
        step: world.step,
        stage,
        counts: phase.stageCounts[stage] === 1,
        caseworker: worker[role],
        contact,
        hours: service.hours[role][row],
        required: allocation.required[role][row] === 1,
        activity: service.activity[role][row],
        why: seen ? undefined : this.whyOf(role, contact, stage),
        under: seen ? undefined : under,
      });
      this.claim[role] = undefined;
    }
  }

  private whyOf(role: number, contact: number, stage: number): NoContactReason {
    if (contact === Contact.token) return 'token';
    const standing = this.claim[role]?.claim.standing;
    if (standing === 'claimed') return 'underLine';
    if (standing === 'notReady') return 'notReady';
    return this.world.phase.roles[role].claim[stage] > 0 ? 'noCaseworker' : 'noClaim';
  }

  private underLine(role: number): UnderLineStep | undefined {
    const known = this.claim[role];
    if (known === undefined || known.claim.standing !== 'claimed' || known.step.line === null)
      return undefined;
    const { step, claim } = known;
    const served = step.clients.filter((each) => each.standing === 'claimed' && each.hours > 0);
    const mean = (of: (claim: ClientClaim) => number): number =>
      served.reduce((sum, each) => sum + of(each), 0) / served.length;
    const noise = (each: ClientClaim): number => each.appeal - each.judged;
    return {
      appeal: claim.appeal,
      least: step.rule === 'priority' ? known.step.line! : known.step.line! * (step.tau + step.shortest),
      money: claim.money,
      servedMoney: mean(({ money }) => money),
      own: [...claim.parts, noise(claim)],
      served: [...step.motives.map((_, part) => mean(({ parts }) => parts[part])), mean(noise)],
    };
  }
}
