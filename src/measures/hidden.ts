import { Status } from '../model/service.ts';
import type { World } from '../model/world.ts';
import { cumulativeIncidence, incidenceAt, kaplanMeier, survivalQuantile } from '../statistics/index.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { lastFollowed, wasAttached } from './follow.ts';
import type { MeasureDoc, MeasureFamily, MeasureObserver, MeasureSetup } from './measure.ts';
import { FIFTHS, fifthSlice, valueRow } from './slices.ts';

const measures: MeasureDoc[] = [
  {
    id: 'hidden.found',
    kind: 'world',
    unit: 'share of attached clients with a hidden barrier',
    definition: 'Share of attached clients with a hidden barrier in whom it is found by the horizon.',
    formula:
      'Aalen–Johansen estimate in weeks from attachment: cause 1 is finding it while attached, cause 2 is leaving before; who is followed no longer is censored. Read at `measures.horizon`, or at the end of follow-up if that comes first.',
    reading: 'Low: help goes to what is presented, and what lies beneath stays.',
    caveat: 'What was found need not have been helped yet: see the barriers and outcomes.',
    slices: ['fifth', 'group'],
  },
  {
    id: 'hidden.weeks',
    kind: 'world',
    unit: 'weeks',
    definition: 'Weeks from attachment until a hidden barrier is found, for the median client who has one.',
    formula: 'Kaplan–Meier median; clients who leave or are followed no longer before it are censored.',
    reading: 'High: found late, or by who comes often alone.',
    caveat: 'Undefined where fewer than half would ever be found.',
    slices: ['fifth', 'group'],
  },
];

/** Hidden barriers that were found, and when. */
export const hidden: MeasureFamily = {
  id: 'hidden',
  measures,
  create: (setup) => new HiddenObserver(setup),
};

const CENSORED = 0;
const FOUND = 1;
const LEFT = 2;

class HiddenObserver implements MeasureObserver {
  /** [row] step in which it was found, −1 so far. */
  private readonly foundAt: Int32Array;

  constructor(private readonly setup: MeasureSetup) {
    const { people } = setup.world;
    this.foundAt = new Int32Array(people.latent.includes(1) ? people.count : 0).fill(-1);
  }

  observe({ people, service, step }: World): void {
    if (this.foundAt.length === 0) return;
    for (let at = 0; at < service.attachedCount; at++) {
      const row = service.attached[at];
      if (people.latent[row] === 1 && service.found[row] === 1 && this.foundAt[row] < 0)
        this.foundAt[row] = step;
    }
  }

  finish(world: World): MeasureRow[] {
    const rows = this.rowsOf(world);
    if (rows.length === 0) {
      const why = 'nobody who was attached had a hidden barrier';
      return measures.map(({ id }) => valueRow(id, '', null, why));
    }
    const { people, names } = world;
    const fates = rows.map((row) => this.fateOf(world, row));
    const steps = Int32Array.from(fates, (fate) => fate.steps);
    const causes = Uint8Array.from(fates, ({ cause }) => cause);
    const of = (slice: string, belongs: (row: number) => boolean): MeasureRow[] => {
      const weights = Float64Array.from(rows, (row) => (belongs(row) ? 1 : 0));
      return this.sliceRows(slice, steps, causes, weights, world.clock.stepsPerWeek);
    };
    return [
      ...of('', () => true),
      ...Array.from({ length: FIFTHS }, (_, k) => of(fifthSlice(k), (row) => people.fifth[row] === k)).flat(),
      ...names.groups.flatMap((name, k) => of(`group=${name}`, (row) => people.group[row] === k)),
    ];
  }

  /** Rows of the cohort's attached clients in whom something was hidden. */
  private rowsOf(world: World): number[] {
    const { from, to } = this.setup.tallies.cohort;
    const rows: number[] = [];
    for (let row = from; row < to; row++)
      if (world.people.latent[row] === 1 && wasAttached(world, row)) rows.push(row);
    return rows;
  }

  /** Steps from attachment, itself step 1, until it was found, the client left, or following ended. */
  private fateOf(world: World, row: number): { steps: number; cause: number } {
    const { service } = world;
    const start = service.attachedAt[row];
    const ended = service.endedAt[row];
    const last = lastFollowed(world, this.setup.scenario.clock.followUp, row);
    if (service.found[row] === 1) {
      // Who left in the very step of finding was not attached at its end any more.
      const at = this.foundAt[row] >= 0 ? this.foundAt[row] : ended;
      return { steps: at - start + 1, cause: FOUND };
    }
    const left = service.status[row] !== Status.attached && ended >= 0 && ended < last;
    return { steps: Math.max(0, (left ? ended : last) - start + 1), cause: left ? LEFT : CENSORED };
  }

  private sliceRows(
    slice: string,
    steps: Int32Array,
    causes: Uint8Array,
    weights: Float64Array,
    stepsPerWeek: number,
  ): MeasureRow[] {
    if (!weights.includes(1))
      return measures.map(({ id }) => valueRow(id, slice, null, 'nobody of them had a hidden barrier'));
    const { clock, measures: settings } = this.setup.scenario;
    const horizon = Math.min(settings.horizon, clock.followUp);
    const table = cumulativeIncidence(steps, causes, 2, horizon, weights);
    const weeks = Float64Array.from(steps, (step) => step / stepsPerWeek);
    const found = causes.map((cause) => (cause === FOUND ? 1 : 0));
    const median = survivalQuantile(kaplanMeier(weeks, found, weights), 0.5);
    return [
      valueRow(
        'hidden.found',
        slice,
        incidenceAt(table, FOUND, horizon),
        `nobody was followed for ${horizon / stepsPerWeek} weeks`,
      ),
      valueRow('hidden.weeks', slice, median, 'in fewer than half it is found'),
    ];
  }
}
