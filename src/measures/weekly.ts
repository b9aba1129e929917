import { type Clock, weekOf } from '../model/clock.ts';
import { outcomeKinds } from '../model/commissioner/state.ts';
import type { World } from '../model/world.ts';
import type { WeeklySeries } from '../tables/rows.ts';
import { accountsOf } from './ledger.ts';
import type { Tallies } from './tallies.ts';

/** Names of the weekly series with what each counts. They hold everybody, not the cohort alone. */
export const weeklyDocs: Record<string, string> = {
  referred: 'clients referred in the week',
  attached: 'clients attached in the week',
  caseload: 'clients attached at the end of the week',
  starts: 'clients with their first claimed main event in the week',
  sustained: 'clients with their first claimed sustained event in the week',
  paid: 'fees and grants paid in the week, in all and to each office',
  pressure: 'pressure felt by offices, weighted by their shares of referrals',
  hours: 'contact hours of the main role',
  parked: 'clients parked at the end of the week, of any of the three kinds',
  boardPressure: 'pressure that the commissioner’s board puts on, weighted by shares; only with reviews',
  priorityService: 'the board’s priority of service at the end of the week; only with reviews',
  priorityChange: 'the board’s priority of change at the end of the week; only with reviews',
  priorityMaintenance: 'the board’s priority of maintenance at the end of the week; only with reviews',
};

/** Follows one world week by week: counts and money of its steps, states at its end. `observe` comes after the tallies have observed the step. */
export class WeeklyObserver {
  private readonly tallies: Tallies;
  private readonly clock: Clock;
  private readonly caseload: Float64Array;
  private readonly pressure: Float64Array;
  private readonly hours: Float64Array;
  private readonly parked: Float64Array;
  private readonly boardPressure: Float64Array;
  /** By `outcomeKinds`. */
  private readonly priorities: Float64Array[];

  constructor(world: World, tallies: Tallies) {
    this.tallies = tallies;
    this.clock = world.clock;
    const weeks = () => new Float64Array(weekOf(world.clock, world.steps - 1) + 1);
    this.caseload = weeks();
    this.pressure = weeks();
    this.hours = weeks();
    this.parked = weeks();
    this.boardPressure = weeks();
    this.priorities = outcomeKinds.map(weeks);
  }

  observe({ step, service, offices, commissioner }: World): void {
    const week = weekOf(this.clock, step);
    this.caseload[week] = service.attachedCount;
    this.hours[week] += this.tallies.stepHours;
    this.parked[week] = this.tallies.stepParked;
    let pressure = 0;
    let board = 0;
    let shares = 0;
    for (let office = 0; office < offices.count; office++) {
      pressure += offices.share[office] * offices.pressure[office];
      board += offices.share[office] * offices.press[office];
      shares += offices.share[office];
    }
    this.pressure[week] = shares > 0 ? pressure / shares : 0;
    this.boardPressure[week] = shares > 0 ? board / shares : 0;
    this.priorities.forEach((weeks, kind) => {
      weeks[week] = commissioner.priority[kind];
    });
  }

  finish(world: World): WeeklySeries[] {
    const { steps, people, service, phase, books } = world;
    const weekAt = (step: number): number => weekOf(this.clock, step);
    const weeks = this.caseload.length;
    const countBy = (column: Int32Array | undefined): Float64Array => {
      const counts = new Float64Array(weeks);
      if (column === undefined) return counts;
      for (let row = 0; row < people.count; row++) if (column[row] >= 0) counts[weekAt(column[row])]++;
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
      referred: countBy(people.referredAt),
      attached: countBy(service.attachedAt),
      caseload: this.caseload,
      starts: countBy(service.claimedFirst[phase.mainEvent]),
      ...(phase.sustainedEvent >= 0 && { sustained: countBy(service.claimedFirst[phase.sustainedEvent]) }),
      paid,
      pressure: this.pressure,
      hours: this.hours,
      parked: this.parked,
      ...(world.value !== undefined && {
        boardPressure: this.boardPressure,
        priorityService: this.priorities[0],
        priorityChange: this.priorities[1],
        priorityMaintenance: this.priorities[2],
      }),
    };
    const byOffice = world.names.offices.map((name, office) => ({
      series: 'paid',
      slice: `office=${name}`,
      values: incomeOf(office),
    }));
    return [
      ...Object.entries(series).map(([name, values]) => ({ series: name, slice: '', values })),
      ...byOffice,
    ];
  }
}
