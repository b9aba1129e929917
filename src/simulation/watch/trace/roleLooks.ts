import { misreadingOf } from '../../../model/people/appearance.ts';
import { needNow } from '../../../model/people/need.ts';
import { Contact } from '../../../model/service.ts';
import type { World } from '../../../model/world.ts';
import type { CaseworkerStep, ClientClaim } from '../../../tables/caseworkerWeek.ts';
import type { TracedDivision, TracedLook, TracedRole } from '../../../tables/trace.ts';
import type { WatchedAllocation } from '../watchedAllocation.ts';

const contactNames = ['none', 'matched', 'holding', 'token'] as const;

/** Takes down what each role saw in one client and what it did, step by step. */
export class RoleLooks {
  /** [role] of the step under way. */
  private looks: (TracedLook | undefined)[] = [];
  private claims: ({ step: CaseworkerStep; claim: ClientClaim } | undefined)[] = [];

  constructor(
    private readonly world: World,
    private readonly row: number,
  ) {}

  /** Before a step is run. */
  forget(): void {
    this.looks = [];
    this.claims = [];
  }

  /** Right before a caseworker of the client divides hours: barriers and contact are as they were seen. */
  look(role: number, allocation: WatchedAllocation): void {
    const { world, row } = this;
    const { people, service, clients } = world;
    const { eyes, appearance, perceivedMotivation } = allocation.seen;
    const trueNeed = needNow(clients, Array.from(eyes.weights), row);
    const k = eyes.hiddenBarrier;
    const hides = k >= 0 && service.found[row] === 0;
    const bias = eyes.bias[people.group[row]];
    this.looks[role] = {
      need: appearance[row],
      trueNeed,
      hiddenPart: hides ? eyes.weights[k] * clients.barriers[k][row] * eyes.unseen : 0,
      error: misreadingOf(world, row, eyes) - bias,
      bias,
      motivation: perceivedMotivation[row],
      trueMotivation: people.motivation[row],
      motivationError: people.motivationError[row],
      contactHours: service.contactHours[row],
    };
  }

  /** Takes a division that the client was part of; of a team the one that decided, and not those after a colleague's. */
  take(role: number, step: CaseworkerStep): void {
    const claim = step.clients.find(({ row }) => row === this.row);
    if (claim === undefined || claim.standing === 'colleague') return;
    this.claims[role] = { step, claim };
  }

  /** What each role did in the step that has just ended. */
  tell(allocation: WatchedAllocation): TracedRole[] {
    const { world, row, looks, claims } = this;
    const { service, names } = world;
    return names.roles.map((name, role) => {
      const known = claims[role];
      const activity = service.activity[role][row];
      const contact = service.contact[role][row];
      const real = contact === Contact.matched || contact === Contact.holding;
      return {
        role: name,
        caseworker: known?.step.caseworker ?? null,
        disposition: known?.step.disposition ?? null,
        standing: known?.claim.standing ?? 'noCaseworker',
        contact: contactNames[contact],
        required: allocation.required[role][row] === 1,
        hours: service.hours[role][row],
        activity: real && activity >= 0 ? names.activities[activity] : null,
        recentHours: service.recent[role][row],
        seen: looks[role] ?? null,
        division: known?.claim.standing === 'claimed' ? divisionOf(known.step, known.claim) : null,
      };
    });
  }
}

function divisionOf(step: CaseworkerStep, claim: ClientClaim): TracedDivision {
  const claimants = step.clients.filter(({ standing }) => standing === 'claimed');
  const served = claimants.filter(({ hours }) => hours > 0);
  const mean = (of: (claim: ClientClaim) => number): number =>
    served.reduce((sum, each) => sum + of(each), 0) / served.length;
  const named = (of: (part: number) => number): Record<string, number> =>
    Object.fromEntries(step.motives.map((motive, part) => [motive, of(part)]));
  const { line, rule } = step;
  return {
    caseload: step.caseload,
    pressure: step.pressure,
    burnout: step.burnout,
    atHand: step.atHand,
    divided: step.divided,
    rule,
    claimants: claimants.length,
    served: served.length,
    place: claimants.indexOf(claim) + 1,
    line,
    // Not the line times the shortest appointment: whoever is added raises the line a little.
    least: served.length === 0 ? null : Math.min(...served.map(({ appeal }) => appeal)),
    hours: claim.hours,
    appeal: claim.appeal,
    judged: claim.judged,
    noise: claim.noise,
    noiseForm: step.noiseForm,
    motives: named((part) => claim.parts[part]),
    pressed: claim.pressed,
    money: claim.money,
    servedMotives: served.length === 0 ? {} : named((part) => mean(({ parts }) => parts[part])),
    servedMoney: served.length === 0 ? null : mean(({ money }) => money),
  };
}
