import { FIFTHS, Tallies } from '../../measures/index.ts';
import { endsWeek, weekOf } from '../../model/clock.ts';
import { inCrisis } from '../../model/people/crisis.ts';
import type { Lives } from '../../model/people/lives.ts';
import type { Scenario } from '../../model/schema/scenario.ts';
import { Contact, Status } from '../../model/service.ts';
import type { World } from '../../model/world.ts';
import { ascendingOrder } from '../../statistics/order.ts';

/** Contact of a week as it is shown, the best of the week: what a client had by choice, by rule, in vain or in form only. */
export const ContactShown = { none: 0, token: 1, holding: 2, required: 3, matched: 4 } as const;

/** In which way a client is parked at the end of a week, by the definitions of the family `parking`. */
export const Parked = { no: 0, unseen: 1, holding: 2, token: 3 } as const;

/** What does not change about the people of a world. Columns are in order of need at referral, the easiest first. */
export interface FieldOfPeople {
  readonly count: number;
  /** Row of people at each place. */
  readonly row: Int32Array;
  readonly need: Float64Array;
  /** 0 easiest to 4 hardest. */
  readonly fifth: Uint8Array;
  readonly group: Uint8Array;
}

/** Sums by fifth of need, 0 easiest; NaN where there is no client-week to speak of. */
export interface FieldSums {
  /** Clients attached and without outcome, and those of them who are parked, at the end of the week. */
  claiming: Float64Array;
  parked: Float64Array;
  /** Main-role hours per client-week attached and without outcome: of this week, and of the measured cohort so far. */
  hours: Float64Array;
  hoursSoFar: Float64Array;
  /** Share of client-weeks of the measured cohort parked so far. */
  parkedSoFar: Float64Array;
}

/** How things stand at the end of a week. Columns are in the order of `FieldOfPeople`. */
export interface WeekOfField {
  /** Counted from 0. */
  readonly week: number;
  /** Real contact of the week with roles whose contact moves barriers. */
  readonly hours: Float32Array;
  /** Values of `ContactShown`, of the same roles. */
  readonly contact: Uint8Array;
  /** Values of `Status`. */
  readonly status: Uint8Array;
  /** Stage of life of client and twin. */
  readonly stage: Uint8Array;
  readonly twinStage: Uint8Array;
  readonly office: Uint8Array;
  /** Row of the main role's caseworker, −1 for none. */
  readonly caseworker: Int32Array;
  /** Weeks since the last real contact, or since attachment; −1 for who is not attached. */
  readonly weeksUnseen: Int16Array;
  readonly crisis: Uint8Array;
  /** Values of `Parked`. */
  readonly parked: Uint8Array;
  readonly sums: FieldSums;
}

export function fieldOfPeople({ people }: World): FieldOfPeople {
  const row = Int32Array.from(ascendingOrder(people.need));
  return {
    count: people.count,
    row,
    need: Float64Array.from(row, (each) => people.need[each]),
    fifth: Uint8Array.from(row, (each) => people.fifth[each]),
    group: Uint8Array.from(row, (each) => people.group[each]),
  };
}

/** Looks at a world at the end of each step, and tells at the end of each week how the field stands. */
export class FieldObserver {
  private readonly tallies: Tallies;
  private readonly hours: Float32Array;
  private readonly contact: Uint8Array;
  /** [row] what the tallies had counted before the step observed last. */
  private readonly before: Record<'unseen' | 'holding' | 'token' | 'claims', Uint16Array>;
  /** [row] main-role hours that had been counted at the end of the last week, and client-weeks. */
  private readonly weekHours: Float64Array;
  private readonly weekClaims: Uint16Array;

  constructor(
    private readonly world: World,
    scenario: Scenario,
    private readonly people: FieldOfPeople,
    /** [role][row] 1 where the contact of the step came of a rule. */
    private readonly required: readonly Uint8Array[],
    private readonly twins: Lives,
  ) {
    const { count } = people;
    this.tallies = new Tallies(world, scenario.measures);
    this.hours = new Float32Array(count);
    this.contact = new Uint8Array(count);
    const counts = () => new Uint16Array(count);
    this.before = { unseen: counts(), holding: counts(), token: counts(), claims: counts() };
    this.weekHours = new Float64Array(count);
    this.weekClaims = counts();
  }

  /** Looks at the step that has just ended. At the end of a week returns how the field stands. */
  observe(): WeekOfField | undefined {
    const { world, tallies, before } = this;
    before.unseen.set(tallies.unseenWeeks);
    before.holding.set(tallies.holdingWeeks);
    before.token.set(tallies.tokenWeeks);
    before.claims.set(tallies.claimWeeks);
    tallies.observe(world);
    this.addContacts();
    return endsWeek(world.clock, world.step) ? this.endWeek() : undefined;
  }

  /** By row of people, until the week ends. */
  private addContacts(): void {
    const { world, hours, contact, required } = this;
    const { service, phase } = world;
    for (let role = 0; role < service.contact.length; role++) {
      if (phase.contactRole[role] === 0) continue;
      for (let row = world.windowFrom; row < world.windowTo; row++) {
        const kind = service.contact[role][row];
        if (kind === Contact.none) continue;
        hours[row] += service.hours[role][row];
        contact[row] = Math.max(contact[row], shownAs(kind, required[role][row] === 1));
      }
    }
  }

  private endWeek(): WeekOfField {
    const { world, people, hours, contact, twins } = this;
    const { service, clients, clock } = world;
    const { count, row } = people;
    const main = service.worker[0];
    const inOrder = <T extends { [at: number]: number }>(out: T, of: (row: number) => number): T => {
      for (let place = 0; place < count; place++) out[place] = of(row[place]);
      return out;
    };
    const parked = inOrder(new Uint8Array(count), (each) => this.parkedAs(each));
    // Whoever has no place lives as the twin does, whose life alone is lived then.
    const livesAsTwin = (each: number): boolean => world.othersAsTwins && service.attachedAt[each] < 0;
    const week: WeekOfField = {
      week: weekOf(clock, world.step),
      hours: inOrder(new Float32Array(count), (each) => hours[each]),
      contact: inOrder(new Uint8Array(count), (each) => contact[each]),
      status: inOrder(new Uint8Array(count), (each) => service.status[each]),
      stage: inOrder(new Uint8Array(count), (each) => (livesAsTwin(each) ? twins : clients).stage[each]),
      twinStage: inOrder(new Uint8Array(count), (each) => twins.stage[each]),
      office: inOrder(new Uint8Array(count), (each) => service.office[each]),
      caseworker: inOrder(new Int32Array(count), (each) => main?.[each] ?? -1),
      weeksUnseen: inOrder(new Int16Array(count), (each) =>
        service.status[each] === Status.attached
          ? Math.floor((world.step - service.lastReal[each]) / clock.stepsPerWeek)
          : -1,
      ),
      crisis: inOrder(new Uint8Array(count), (each) => (inCrisis(world, each) ? 1 : 0)),
      parked,
      sums: this.sums(parked),
    };
    hours.fill(0);
    contact.fill(0);
    return week;
  }

  /** The tallies count a parked week in one of three ways: in which one they have just counted is how the client is parked. */
  private parkedAs(row: number): number {
    const { tallies, before } = this;
    if (tallies.unseenWeeks[row] > before.unseen[row]) return Parked.unseen;
    if (tallies.holdingWeeks[row] > before.holding[row]) return Parked.holding;
    return tallies.tokenWeeks[row] > before.token[row] ? Parked.token : Parked.no;
  }

  private sums(parkedAt: Uint8Array): FieldSums {
    const { tallies, before, people, world, weekHours, weekClaims } = this;
    const { stepsPerWeek } = world.clock;
    const { fifth } = world.people;
    const none = () => new Float64Array(FIFTHS);
    const [claiming, parked, hours, weeks, hoursSoFar, weeksOfRole, parkedWeeks, allWeeks] = Array.from(
      { length: 8 },
      none,
    );
    for (let place = 0; place < people.count; place++) {
      const row = people.row[place];
      claiming[fifth[row]] += tallies.claimWeeks[row] - before.claims[row];
      if (parkedAt[place] !== Parked.no) parked[fifth[row]]++;
    }
    const { cohort, roleHours } = tallies;
    const served = tallies.claimWeeksOf(0);
    for (let row = 0; row < people.count; row++) {
      hours[fifth[row]] += roleHours[0][row] - weekHours[row];
      weeks[fifth[row]] += served[row] - weekClaims[row];
    }
    weekHours.set(roleHours[0]);
    weekClaims.set(served);
    for (let row = cohort.from; row < cohort.to; row++) {
      hoursSoFar[fifth[row]] += roleHours[0][row];
      weeksOfRole[fifth[row]] += served[row];
      parkedWeeks[fifth[row]] +=
        tallies.unseenWeeks[row] + tallies.holdingWeeks[row] + tallies.tokenWeeks[row];
      allWeeks[fifth[row]] += tallies.claimWeeks[row];
    }
    const over = (top: Float64Array, bottom: Float64Array, per: number): Float64Array =>
      top.map((each, k) => (bottom[k] === 0 ? Number.NaN : each / (bottom[k] / per)));
    return {
      claiming,
      parked,
      hours: over(hours, weeks, stepsPerWeek),
      hoursSoFar: over(hoursSoFar, weeksOfRole, stepsPerWeek),
      parkedSoFar: over(parkedWeeks, allWeeks, 1),
    };
  }
}

function shownAs(kind: number, byRule: boolean): number {
  if (kind === Contact.token) return ContactShown.token;
  if (kind === Contact.holding) return ContactShown.holding;
  return byRule ? ContactShown.required : ContactShown.matched;
}
