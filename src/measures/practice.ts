import { hoursByGroup } from '../model/staff/practice.ts';
import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import type { MeasureDoc, MeasureFamily, MeasureObserver } from './measure.ts';
import { joinSlices, ratioRow } from './slices.ts';

const OFF = 'practice counts for nothing: caseworkers.practice.weight is 0';

const measures: MeasureDoc[] = [
  {
    id: 'staff.practice',
    kind: 'world',
    unit: 'index from 0 to 1',
    definition: 'Practice with the client’s group of who gives an hour of contact.',
    formula:
      'Σ hours · practice with the group / Σ hours, practice at the end of the week; by group, and by period of `measures.period` weeks in which referrals come.',
    reading:
      'After a change of what is paid: low for the new work until it is learnt, and falling for the old, which is lost.',
    caveat:
      'Undefined while practice does not count. Growth and decay are assumed: read what a design changes.',
    slices: ['group', 'period', 'group,period'],
  },
];

/** What caseworkers can do with whom, as far as that comes by doing. */
export const practice: MeasureFamily = {
  id: 'practice',
  measures,
  create: ({ world, settings, scenario }) =>
    new PracticeObserver(world, settings.period, scenario.clock.referralWeeks),
};

class PracticeObserver implements MeasureObserver {
  private readonly count: number;
  /** [period + 1][group], the whole run first. */
  private readonly hours: Float64Array[];
  private readonly practised: Float64Array[];
  private counts = false;

  constructor(
    { names }: World,
    private readonly period: number,
    private readonly referralSteps: number,
  ) {
    this.count = period > 0 ? Math.ceil(referralSteps / period) : 0;
    const cells = () => Array.from({ length: this.count + 1 }, () => new Float64Array(names.groups.length));
    this.hours = cells();
    this.practised = cells();
  }

  observe(world: World): void {
    const { caseworkers, names, phase, step } = world;
    if (phase.scenario.caseworkers.practice.weight <= 0) return;
    this.counts = true;
    const given = hoursByGroup(world);
    const at = this.count > 0 && step < this.referralSteps ? 1 + Math.floor(step / this.period) : 0;
    for (let group = 0; group < names.groups.length; group++) {
      const known = caseworkers.practice[group];
      for (let worker = 0; worker < caseworkers.count; worker++) {
        const hours = given[group * caseworkers.count + worker];
        for (const cell of at > 0 ? [0, at] : [0]) {
          this.hours[cell][group] += hours;
          this.practised[cell][group] += hours * known[worker];
        }
      }
    }
  }

  finish({ names }: World): MeasureRow[] {
    if (!this.counts) return [{ measure: 'staff.practice', slice: '', value: null, why: OFF }];
    const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
    return this.hours.flatMap((hours, cell) => {
      const known = this.practised[cell];
      const period = cell > 0 ? `period=${cell}` : '';
      return [
        ratioRow('staff.practice', period, sum(known), sum(hours), 'no hours were given'),
        ...names.groups.map((name, group) =>
          ratioRow(
            'staff.practice',
            joinSlices(`group=${name}`, period),
            known[group],
            hours[group],
            'the group had no hours',
          ),
        ),
      ];
    });
  }
}
