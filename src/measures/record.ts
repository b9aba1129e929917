import { programmeEvents } from '../model/names.ts';
import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import type { MeasureFamily, MeasureObserver, MeasureSetup } from './measure.ts';
import { recordDocs } from './recordDocs.ts';
import { joinSlices, ratioRow, valueRow } from './slices.ts';

const NO_DUTY = 'all is on record at once: there is no duty of recording';

/** What cannot be said of a world in which nothing has to be recorded; one reason for each measure is enough. */
const withoutDuty: readonly MeasureRow[] = [
  'reported.gap',
  'unrecorded.share',
  'misreport.share',
  'record.delay',
  'record.backlog',
].map((measure) => ({ measure, slice: '', value: null, why: NO_DUTY }));

/** True, recorded and paid events as three series, and how far they stand apart. */
export const record: MeasureFamily = {
  id: 'record',
  measures: recordDocs,
  create: (setup) => new RecordObserver(setup),
};

/** A choice of cells of the record's counts, and how it is printed. */
interface CellSlice {
  slice: string;
  belongs(office: number, disposition: number): boolean;
}

class RecordObserver implements MeasureObserver {
  private readonly referralSteps: number;
  /** [role] Σ hours that wait, and caseworkers in post, over the steps in which the role has a duty of recording. */
  private readonly waiting: Float64Array;
  private readonly inPost: Float64Array;
  private records = false;

  constructor({ world, scenario }: MeasureSetup) {
    this.referralSteps = scenario.clock.referralWeeks;
    this.waiting = new Float64Array(world.names.roles.length);
    this.inPost = new Float64Array(world.names.roles.length);
  }

  observe({ step, caseworkers, record: { rules, queue } }: World): void {
    if (!rules.waits.includes(1)) return;
    this.records = true;
    if (step >= this.referralSteps) return;
    const { count, role, present } = caseworkers;
    for (let worker = 0; worker < count; worker++) {
      if (rules.waits[role[worker]] === 0 || present[worker] === 0) continue;
      this.inPost[role[worker]]++;
      this.waiting[role[worker]] += queue.hours[worker];
    }
  }

  finish(world: World): MeasureRow[] {
    const { names, phase } = world;
    return [
      ...this.eventRows(world, phase.mainEvent, [{ slice: '', belongs: () => true }]),
      ...names.events.flatMap((name, event) =>
        event < programmeEvents.length ? [] : this.eventRows(world, event, cellSlices(world, name)),
      ),
      ...this.contactRows(world),
      ...this.backlogRows(world),
    ];
  }

  /** All measures of one event in the slices given, the first of which is every cell. */
  private eventRows({ record: { counts }, clock }: World, event: number, slices: CellSlice[]): MeasureRow[] {
    const width = counts.dispositions + 1;
    const [every] = slices;
    const never = 'the event did not happen';
    return slices.flatMap(({ slice, belongs }) => {
      const sum = (column: Float64Array): number =>
        column.reduce(
          (total, value, cell) => (belongs(Math.floor(cell / width), cell % width) ? total + value : total),
          0,
        );
      const happened = sum(counts.happened[event]);
      const recorded = sum(counts.recorded[event]);
      const invented = sum(counts.invented[event]);
      const onRecord = recorded + invented;
      const rows = [
        valueRow('event.count', slice, happened, ''),
        valueRow('recorded.count', slice, onRecord, ''),
        valueRow('paid.count', slice, sum(counts.paid[event]), ''),
      ];
      if (!this.records) return slice === '' ? [...rows, ...withoutDuty] : rows;
      const unseen = happened - recorded - sum(counts.cameTrue[event]);
      rows.push(
        ratioRow('reported.gap', slice, onRecord - happened, happened, never),
        ratioRow('unrecorded.share', slice, unseen, happened, never),
        ratioRow('misreport.share', slice, invented, onRecord, 'the event is never on record'),
      );
      if (slice !== every.slice) return rows;
      const delay = counts.eventDelay[event] / clock.stepsPerWeek;
      return [...rows, ratioRow('record.delay', slice, delay, recorded, 'no true event came on record')];
    });
  }

  private contactRows({ record: { counts }, names, clock }: World): MeasureRow[] {
    if (!this.records) return [];
    const made = counts.contactsMade;
    const recorded = counts.contactsRecorded;
    const { contactsMadeBy: madeBy, contactsRecordedBy: recordedBy } = counts;
    return names.roles.flatMap((name, role) => {
      const slice = `role=${name}`;
      const delay = counts.contactDelay[role] / clock.stepsPerWeek;
      return [
        ratioRow('unrecorded.share', slice, made[role] - recorded[role], made[role], 'no contact was made'),
        ratioRow('record.delay', slice, delay, recorded[role], 'no contact is on record'),
        ...names.dispositions.map((disposition, own) =>
          ratioRow(
            'unrecorded.share',
            joinSlices(slice, `disposition=${disposition}`),
            madeBy[role][own] - recordedBy[role][own],
            madeBy[role][own],
            'they made no contact',
          ),
        ),
      ];
    });
  }

  private backlogRows({ names }: World): MeasureRow[] {
    if (!this.records) return [];
    const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
    const nobody = 'nobody who has to record was in post';
    return [
      ratioRow('record.backlog', '', sum(this.waiting), sum(this.inPost), nobody),
      ...names.roles.map((name, role) =>
        ratioRow('record.backlog', `role=${name}`, this.waiting[role], this.inPost[role], nobody),
      ),
    ];
  }
}

/** An event as a whole, by office and by disposition. */
function cellSlices({ names }: World, name: string): CellSlice[] {
  const event = `event=${name}`;
  return [
    { slice: event, belongs: () => true },
    ...names.offices.map(
      (office, index): CellSlice => ({
        slice: joinSlices(event, `office=${office}`),
        belongs: (own) => own === index,
      }),
    ),
    ...names.dispositions.map(
      (disposition, index): CellSlice => ({
        slice: joinSlices(event, `disposition=${disposition}`),
        belongs: (_, own) => own === index,
      }),
    ),
  ];
}
