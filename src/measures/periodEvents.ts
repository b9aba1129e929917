import type { Scenario } from '../model/schema/scenario.ts';
import { Status } from '../model/service.ts';
import type { StepColumn } from '../model/stepColumn.ts';
import type { World } from '../model/world.ts';

/** The two periods between which an indicator rises. */
export const BEFORE = 0;
export const AFTER = 1;

/** Events of one period, as sums over the people in follow-up. */
export interface PeriodSums {
  /** Mean number of people in follow-up in a step of the period; whom prevention kept away is not followed. */
  people: number;
  /** True events of those who had joined the programme by then, and of all others. */
  served: number;
  others: number;
}

/**
 * True events of one kind in two periods, with who had them and when, so that afterwards they can be split by who
 * was served in this world or in another one. Memory grows with the events in the periods and with nothing else.
 */
export class PeriodEvents {
  private readonly event: number;
  private readonly periods: readonly { from: number; to: number }[];
  /** [period] rows of people and steps, two numbers an event. */
  private readonly found: number[][] = [[], []];
  /** [period] Σ people in follow-up over the steps. */
  private readonly personSteps = new Float64Array(2);
  /** [period] events of people who were not attached when they happened. */
  private readonly unattached = new Float64Array(2);

  /** Counts nothing where no event is named. */
  constructor(world: World, { event, before, after }: Scenario['measures']['decomposition']) {
    this.event = event === '' ? -1 : world.names.events.indexOf(event);
    this.periods = [before, after];
  }

  /** At the end of each step. */
  observe(world: World): void {
    if (this.event < 0) return;
    const { step, events } = world;
    for (const [period, { from, to }] of this.periods.entries()) {
      if (step < from || step >= to) continue;
      this.personSteps[period] += peopleFollowed(world);
      for (let at = 0; at < events.count; at++) {
        if (events.event[at] !== this.event) continue;
        this.found[period].push(events.client[at], step);
        if (events.attached[at] === 0) this.unattached[period]++;
      }
    }
  }

  /** A period's events, split by who had been attached by then; `attachedAt` may be that of another world. */
  sums(period: number, attachedAt: StepColumn): PeriodSums {
    const found = this.found[period];
    let served = 0;
    for (let at = 0; at < found.length; at += 2) {
      const joined = attachedAt[found[at]];
      if (joined >= 0 && joined <= found[at + 1]) served++;
    }
    return { people: this.meanPeople(period), served, others: found.length / 2 - served };
  }

  /**
   * A period's events as the indicator reads them: what the offices reported, and with `everybody` the true events
   * of those whom no office had with it.
   */
  reported(period: number, world: World, recordOf: 'everybody' | 'programme'): number {
    const { from, to } = this.periods[period];
    const offices = world.names.offices.map((_, office) => office);
    const records = world.reports.count(this.event, offices, from, to);
    return records + (recordOf === 'everybody' ? this.unattached[period] : 0);
  }

  private meanPeople(period: number): number {
    const { from, to } = this.periods[period];
    return this.personSteps[period] / (to - from);
  }
}

function peopleFollowed({ duties, service, windowFrom, windowTo }: World): number {
  let people = windowTo - windowFrom;
  if (!duties.some((duty) => duty.prevents !== undefined)) return people;
  for (let row = windowFrom; row < windowTo; row++) if (service.status[row] === Status.prevented) people--;
  return people;
}
