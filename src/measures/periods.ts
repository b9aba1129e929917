import { programmeEvents } from '../model/names.ts';
import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import type { MeasureDoc, MeasureFamily, MeasureObserver } from './measure.ts';
import { valueRow } from './slices.ts';

const UNIT = 'events in the period';
const CAVEAT =
  'A count, so that it grows with size and with `scale`; the last period may be cut short by the end of referrals.';
const SLICES = ['event,period', 'event,office,period'];

const measures: MeasureDoc[] = [
  {
    id: 'period.happened',
    kind: 'world',
    unit: UNIT,
    definition: 'Events of attached clients that truly happened in a period of `measures.period` weeks.',
    formula:
      'Events of the pathway and of activities in the period, by the office then responsible; periods count from 1, in the weeks with referrals.',
    reading: 'What was done from year to year.',
    caveat: CAVEAT,
    slices: SLICES,
  },
  {
    id: 'period.recorded',
    kind: 'world',
    unit: UNIT,
    definition: 'Events that came on record in a period, and so were reported to the commissioner.',
    formula: 'Reported events in the period in which they came on record.',
    reading: 'Below period.happened: work that nobody saw on paper.',
    caveat: CAVEAT,
    slices: SLICES,
  },
];

/** Counts from year to year, true and on record: nothing unless `measures.period` is stated. */
export const periods: MeasureFamily = {
  id: 'periods',
  measures,
  create: ({ world, settings, scenario }) =>
    new PeriodObserver(world, settings.period, scenario.clock.referralWeeks),
};

class PeriodObserver implements MeasureObserver {
  private readonly count: number;
  /** [event × offices + office][period] */
  private readonly happened: Float64Array[];

  constructor(
    { names }: World,
    private readonly steps: number,
    private readonly referralSteps: number,
  ) {
    this.count = steps > 0 ? Math.ceil(referralSteps / steps) : 0;
    this.happened = Array.from(
      { length: names.events.length * names.offices.length },
      () => new Float64Array(this.count),
    );
  }

  observe({ events, step, names }: World): void {
    if (this.count === 0 || step >= this.referralSteps) return;
    const period = Math.floor(step / this.steps);
    for (let at = 0; at < events.count; at++) {
      if (events.attached[at] === 1)
        this.happened[events.event[at] * names.offices.length + events.office[at]][period]++;
    }
  }

  finish({ names, reports }: World): MeasureRow[] {
    const rows: MeasureRow[] = [];
    const every = names.offices.map((_, office) => office);
    const add = (slice: string, event: number, offices: number[], period: number): void => {
      const from = period * this.steps;
      const to = Math.min(this.referralSteps, from + this.steps);
      const at = `period=${period + 1}`;
      const happened = offices.reduce(
        (sum, office) => sum + this.happened[event * names.offices.length + office][period],
        0,
      );
      rows.push(valueRow('period.happened', `${slice},${at}`, happened, ''));
      rows.push(valueRow('period.recorded', `${slice},${at}`, reports.count(event, offices, from, to), ''));
    };
    for (let event = programmeEvents.length; event < names.events.length; event++) {
      const slice = `event=${names.events[event]}`;
      for (let period = 0; period < this.count; period++) {
        add(slice, event, every, period);
        for (const office of every) add(`${slice},office=${names.offices[office]}`, event, [office], period);
      }
    }
    return rows;
  }
}
