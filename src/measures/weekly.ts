import { type Clock, weekOf } from '../model/clock.ts';
import { outcomeKinds } from '../model/commissioner/state.ts';
import type { StepColumn } from '../model/stepColumn.ts';
import type { World } from '../model/world.ts';
import type { WeeklySeries } from '../tables/rows.ts';
import { wasReferred } from './follow.ts';
import { accountsOf } from './ledger.ts';
import type { Tallies } from './tallies.ts';
import { partnershipSeries, WeeklyPartnership } from './weeklyPartnership.ts';

/** Names of the weekly series with what each counts. They hold everybody, not the cohort alone. */
export const weeklyDocs: Record<string, string> = {
  referred: 'clients referred in the week; whom prevention kept away is not',
  attached: 'clients attached in the week',
  caseload: 'clients attached at the end of the week',
  starts: 'clients with their first main event on record, in the week in which it came on record',
  sustained: 'clients with their first sustained event on record, in the week in which it came on record',
  happened:
    'main events that truly happened to attached clients in the week, and with a slice the events of `measures.priceEvent`',
  reported:
    'main events that came on record in the week, true or not, and with a slice the events of `measures.priceEvent`',
  vacant: 'posts without a caseworker at the end of the week',
  paid: 'fees and grants paid in the week, in all and to each office',
  pressure: 'pressure felt by offices, weighted by the shares of referrals that they have then',
  hours: 'contact hours of the main role',
  parked: 'clients parked at the end of the week, of any of the three kinds',
  boardPressure:
    'pressure that the commissioner’s board puts on, weighted by shares; only with reviews of kind `push`',
  priorityService:
    'the board’s priority of service at the end of the week; only with reviews of kind `prioritise`',
  priorityChange:
    'the board’s priority of change at the end of the week; only with reviews of kind `prioritise`',
  priorityMaintenance:
    'the board’s priority of maintenance at the end of the week; only with reviews of kind `prioritise`',
  ...partnershipSeries,
};

/** Follows one world week by week: counts and money of its steps, states at its end. `observe` comes after the tallies have observed the step. */
export class WeeklyObserver {
  private readonly tallies: Tallies;
  private readonly clock: Clock;
  private readonly caseload: Float64Array;
  private readonly pressure: Float64Array;
  private readonly hours: Float64Array;
  private readonly parked: Float64Array;
  private readonly vacant: Float64Array;
  /** Events of which it is told what happened and what was reported: the main event, then the priced one if that is another. */
  private readonly events: readonly number[];
  private readonly happened: Float64Array[];
  private readonly boardPressure: Float64Array;
  /** By `outcomeKinds`. */
  private readonly priorities: Float64Array[];
  private readonly partners: WeeklyPartnership;

  constructor(world: World, tallies: Tallies, priceEvent: string) {
    this.tallies = tallies;
    this.clock = world.clock;
    const weeks = () => new Float64Array(weekOf(world.clock, world.steps - 1) + 1);
    this.caseload = weeks();
    this.pressure = weeks();
    this.hours = weeks();
    this.parked = weeks();
    this.vacant = weeks();
    const priced = world.names.events.indexOf(priceEvent);
    this.events = [...new Set([world.phase.mainEvent, priced])].filter((event) => event >= 0);
    this.happened = this.events.map(weeks);
    this.boardPressure = weeks();
    this.priorities = outcomeKinds.map(weeks);
    this.partners = new WeeklyPartnership(world);
  }

  observe(world: World): void {
    const { step, service, offices, commissioner, caseworkers } = world;
    const week = weekOf(this.clock, step);
    this.caseload[week] = service.attachedCount;
    this.hours[week] += this.tallies.stepHours;
    this.parked[week] = this.tallies.stepParked;
    this.vacant[week] = 0;
    for (let worker = 0; worker < caseworkers.count; worker++)
      if (caseworkers.present[worker] === 0) this.vacant[week]++;
    this.partners.observe(world);
    this.countEvents(world, week);
    let pressure = 0;
    let board = 0;
    let shares = 0;
    for (let office = 0; office < offices.count; office++) {
      const share = offices.referralShare[office];
      pressure += share * offices.felt[office];
      board += share * offices.press[office];
      shares += share;
    }
    this.pressure[week] = shares > 0 ? pressure / shares : 0;
    this.boardPressure[week] = shares > 0 ? board / shares : 0;
    this.priorities.forEach((weeks, kind) => {
      weeks[week] = commissioner.priority[kind];
    });
  }

  private countEvents({ events }: World, week: number): void {
    for (let at = 0; at < events.count; at++) {
      if (events.attached[at] === 0) continue;
      const own = this.events.indexOf(events.event[at]);
      if (own >= 0) this.happened[own][week]++;
    }
  }

  /** What the offices reported of an event, week by week. */
  private reported({ names, reports, steps }: World, event: number): Float64Array {
    const weeks = new Float64Array(this.caseload.length);
    const offices = names.offices.map((_, office) => office);
    for (let step = 0; step < steps; step++)
      weeks[weekOf(this.clock, step)] += reports.count(event, offices, step, step + 1);
    return weeks;
  }

  finish(world: World): WeeklySeries[] {
    const { steps, people, service, phase, books, names, commissioner } = world;
    const held = (kind: string): boolean => commissioner.held.some((review) => review.kind === kind);
    const weekAt = (step: number): number => weekOf(this.clock, step);
    const weeks = this.caseload.length;
    /** How many clients have each step in a column, by week; those of whom it is −1 are not counted. */
    const countBy = (column: StepColumn | undefined, counted?: (row: number) => boolean): Float64Array => {
      const counts = new Float64Array(weeks);
      if (column === undefined) return counts;
      for (let row = 0; row < people.count; row++) {
        const step = column[row];
        if (step >= 0 && (counted === undefined || counted(row))) counts[weekAt(step)]++;
      }
      return counts;
    };
    const paid = new Float64Array(weeks);
    for (const account of accountsOf(books, 'fee')) {
      for (let step = 0; step < steps; step++) paid[weekAt(step)] += books.stepFlow(account, step);
    }
    const incomeOf = (office: number): Float64Array => {
      const income = new Float64Array(weeks);
      for (let step = 0; step < steps; step++) income[weekAt(step)] += books.officeIncome(office, step);
      return income;
    };
    const series: Record<string, Float64Array> = {
      referred: countBy(people.referredAt, (row) => wasReferred(world, row)),
      attached: countBy(service.attachedAt),
      caseload: this.caseload,
      starts: countBy(service.claimedFirst[phase.mainEvent]),
      ...(phase.sustainedEvent >= 0 && { sustained: countBy(service.claimedFirst[phase.sustainedEvent]) }),
      happened: this.happened[0],
      reported: this.reported(world, this.events[0]),
      vacant: this.vacant,
      paid,
      pressure: this.pressure,
      hours: this.hours,
      parked: this.parked,
      ...(held('push') && { boardPressure: this.boardPressure }),
      ...(held('prioritise') && {
        priorityService: this.priorities[0],
        priorityChange: this.priorities[1],
        priorityMaintenance: this.priorities[2],
      }),
    };
    const byEvent = this.events.slice(1).flatMap((event, at) => {
      const slice = `event=${names.events[event]}`;
      return [
        { series: 'happened', slice, values: this.happened[at + 1] },
        { series: 'reported', slice, values: this.reported(world, event) },
      ];
    });
    const byOffice = names.offices.map((name, office) => ({
      series: 'paid',
      slice: `office=${name}`,
      values: incomeOf(office),
    }));
    return [
      ...Object.entries(series).map(([name, values]) => ({ series: name, slice: '', values })),
      ...byEvent,
      ...byOffice,
      ...this.partners.finish(world),
    ];
  }
}
