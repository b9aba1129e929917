import { hoursPerWeek, leaningRows, parkedRows } from '../../measures/index.ts';
import { inCrisis } from '../../model/people/crisis.ts';
import type { OpenDesk, OutsideHours } from '../../model/week/allocate/outside.ts';
import type { World } from '../../model/world.ts';
import type { DivisionFigures } from '../../tables/chair.ts';
import { CHAIR_ROLE } from './chairError.ts';
import type { Sitting } from './sit.ts';

/** Events that are no outcome of a caseload: they come before it. */
const BEFORE = ['attached', 'declined', 'refused'];

/** Measures that a sitting also gives by fifth of need. */
const BY_FIFTH = ['hours.perClientWeek', 'parking.share'];

/** Adds up how hours were divided at a desk, week by week. */
export class DeskLedger {
  readonly hours: DivisionFigures['hours'] = { atHand: 0, clients: 0, inForm: 0, duties: {}, unspent: 0 };
  readonly calls: DivisionFigures['calls'] = { weeks: 0, answered: 0, hours: 0 };
  /** Rows of the clients of the first week who are without outcome. */
  caseload: number[] = [];
  /** [row] their trust before the first week. */
  readonly trustBefore = new Map<number, number>();
  /** [row] hours in the weeks by hand. */
  readonly given = new Map<number, number>();

  /** Takes in a week's division. */
  add(world: World, desk: OpenDesk, divided: OutsideHours): void {
    const { hours, calls, given } = this;
    const { phase, clients, dutyHours } = world;
    if (given.size === 0) {
      this.caseload = [...desk.clients].filter((row) => phase.stageCounts[clients.stage[row]] === 1);
      for (const row of this.caseload) this.trustBefore.set(row, world.service.trust[row]);
    }
    let spent = 0;
    desk.clients.forEach((row, at) => {
      given.set(row, (given.get(row) ?? 0) + divided.clients[at]);
      hours.clients += divided.clients[at];
      const inForm = divided.inForm[at] * phase.roles[desk.role].tokenHours;
      hours.inForm += inForm;
      spent += divided.clients[at] + inForm;
      if (!inCrisis(world, row)) return;
      calls.weeks++;
      calls.hours += divided.clients[at];
      if (divided.clients[at] > 0) calls.answered++;
    });
    desk.duties.forEach(({ index }, at) => {
      const name = dutyHours.names[index];
      hours.duties[name] = (hours.duties[name] ?? 0) + divided.duties[at];
      spent += divided.duties[at];
    });
    hours.atHand += desk.hours;
    hours.unspent += Math.max(0, desk.hours - spent);
  }

  /** Clients of the first week who got no hour in any of them. */
  get parked(): number[] {
    return this.caseload.filter((row) => (this.given.get(row) ?? 0) === 0);
  }
}

/** The figures of a sitting that has run to its end. */
export function figuresOf(
  { world, weeks, trustAfter }: Sitting,
  ledger: DeskLedger,
  from: number,
): DivisionFigures {
  const rows = [
    ...hoursPerWeek(weeks, world),
    ...leaningRows(weeks, world, CHAIR_ROLE),
    ...parkedRows(weeks, world),
  ].filter(({ measure, slice }) => slice === '' || (BY_FIFTH.includes(measure) && slice.startsWith('fifth')));
  const { hours, calls, caseload, parked } = ledger;
  return {
    hours,
    rows,
    calls,
    caseload: caseload.length,
    withoutHour: parked.length,
    trust:
      caseload.length === 0
        ? null
        : {
            before: mean(caseload.map((row) => ledger.trustBefore.get(row) ?? 0)),
            after: mean(caseload.map((row) => trustAfter[row])),
          },
    events: countEvents(world, world.clients, caseload, from),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** How many of these people had each event for the first time at a step or after it, in one of their lives. */
function countEvents(
  { names }: World,
  { firstEvent }: World['clients'],
  rows: readonly number[],
  from: number,
): Record<string, number> {
  return Object.fromEntries(
    names.events.flatMap((event, at) =>
      BEFORE.includes(event) ? [] : [[event, rows.filter((row) => firstEvent[at][row] >= from).length]],
    ),
  );
}

/** First events of one life at a step or after it, in order. */
export function eventsSince(
  { names }: World,
  { firstEvent }: World['clients'],
  row: number,
  from: number,
): { event: string; week: number }[] {
  return names.events
    .map((event, at) => ({ event, week: firstEvent[at][row] }))
    .filter(({ event, week }) => week >= from && !BEFORE.includes(event))
    .sort((a, b) => a.week - b.week);
}
