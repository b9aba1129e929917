import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import type { MeasureFamily, MeasureObserver, MeasureSetup } from './measure.ts';
import { perHourDocs } from './perHourDocs.ts';
import { joinSlices, ratioRow, valueRow } from './slices.ts';
import { sumCells } from './staffCells.ts';

const HUNDRED = 100;
const NO_DUTY = 'there is no duty of recording';

/** What dispositions do with their hours: people seen, recorded and paid by the hour, and the record's part of the time. */
export const perHour: MeasureFamily = {
  id: 'perHour',
  measures: perHourDocs,
  create: (setup) => new PerHourObserver(setup),
};

class PerHourObserver implements MeasureObserver {
  /** Duties that are recording. */
  private readonly recording: boolean[];
  /** [event][disposition × groups + group] true events of those who are to record them. */
  private readonly happened: Float64Array[];
  /** [event] events that somebody has to record who has not seen the client: they are no disposition's doing. */
  private readonly unseen: Float64Array;

  constructor({ world, scenario }: MeasureSetup) {
    const { names, dutyHours } = world;
    const terms = scenario.caseworkers.duties;
    this.recording = dutyHours.names.map((name) => terms[name].kind === 'recording');
    this.happened = names.events.map(() => new Float64Array(names.dispositions.length * names.groups.length));
    this.unseen = new Float64Array(names.events.length);
  }

  observe({ events, record, service, caseworkers, people, names }: World): void {
    for (let at = 0; at < events.count; at++) {
      const role = record.rules.eventRole[events.event[at]];
      if (role < 0 || events.attached[at] === 0) continue;
      const row = events.client[at];
      const worker = service.worker[role][row];
      if (worker < 0) {
        this.unseen[events.event[at]]++;
        continue;
      }
      const cell = caseworkers.disposition[worker] * names.groups.length + people.group[row];
      this.happened[events.event[at]][cell]++;
    }
  }

  finish(world: World): MeasureRow[] {
    if (!this.recording.includes(true)) return perHourDocs.map(({ id }) => valueRow(id, '', null, NO_DUTY));
    return [...this.paceRows(world), ...this.timeRows(world), ...this.deskRows(world)];
  }

  /** Events by the hour, for dispositions that had hours in the role. */
  private paceRows({ names, record, dutyHours }: World): MeasureRow[] {
    const { rules, counts } = record;
    const kinds = names.dispositions.length;
    const ofDisposition = (column: Float64Array, disposition: number): number =>
      column.reduce(
        (sum, value, cell) => (cell % (counts.dispositions + 1) === disposition ? sum + value : sum),
        0,
      );
    return names.events.flatMap((name, event) => {
      const role = rules.eventRole[event];
      if (role < 0) return [];
      return names.dispositions.flatMap((kind, disposition) => {
        const hours = dutyHours.sums.available[role * kinds + disposition] / HUNDRED;
        if (hours === 0) return [];
        const slice = joinSlices(`event=${name}`, `disposition=${kind}`);
        const pace = (measure: string, count: number, part = slice) =>
          valueRow(measure, part, count / hours, '');
        const onRecord =
          ofDisposition(counts.recorded[event], disposition) +
          ofDisposition(counts.invented[event], disposition);
        return [
          pace('event.perHour', ofDisposition(counts.happened[event], disposition)),
          ...(this.unseen[event] > 0 ? [] : names.groups).map((group, index) =>
            pace(
              'event.perHour',
              this.happened[event][disposition * names.groups.length + index],
              joinSlices(slice, `group=${group}`),
            ),
          ),
          pace('recorded.perHour', onRecord),
          pace('paid.perHour', ofDisposition(counts.paid[event], disposition)),
        ];
      });
    });
  }

  private timeRows(world: World): MeasureRow[] {
    const { names, record } = world;
    return names.events.flatMap((name, event) => {
      const role = record.rules.eventRole[event];
      if (role < 0) return [];
      const happened = record.counts.happened[event].reduce((a, b) => a + b, 0);
      const hours = this.contact(world, role) + this.desk(world, role);
      return [ratioRow('event.hours', `event=${name}`, hours, happened, 'the event did not happen')];
    });
  }

  private deskRows(world: World): MeasureRow[] {
    const share = (slice: string, role?: number, disposition?: number): MeasureRow => {
      const desk = this.desk(world, role, disposition);
      const all = desk + this.contact(world, role, disposition);
      return ratioRow('staff.deskShare', slice, desk, all, 'no hours went to clients or their record');
    };
    const { names, dutyHours } = world;
    return [
      share(''),
      ...names.roles.flatMap((name, role) => [
        share(`role=${name}`, role),
        ...names.dispositions.flatMap((kind, disposition) =>
          dutyHours.sums.available[role * names.dispositions.length + disposition] === 0
            ? []
            : [share(joinSlices(`role=${name}`, `disposition=${kind}`), role, disposition)],
        ),
      ]),
    ];
  }

  /** Hours of contact of a role and disposition, or of all. */
  private contact(world: World, role?: number, disposition?: number): number {
    return sumCells(world, world.dutyHours.sums.contact, role, disposition);
  }

  private desk(world: World, role?: number, disposition?: number): number {
    return world.dutyHours.sumOfDuty.reduce(
      (sum, cells, duty) => (this.recording[duty] ? sum + sumCells(world, cells, role, disposition) : sum),
      0,
    );
  }
}
