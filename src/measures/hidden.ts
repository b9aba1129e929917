import { Status } from '../model/service.ts';
import { type StepColumn, stepColumn } from '../model/stepColumn.ts';
import type { World } from '../model/world.ts';
import { incidenceAt, survivalQuantile } from '../statistics/index.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { CENSORED, Fates } from './fates.ts';
import { lastFollowed } from './follow.ts';
import type { MeasureDoc, MeasureFamily, MeasureObserver, MeasureSetup } from './measure.ts';
import { sliceEntries, valueRow, WHOLE } from './slices.ts';

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
    source: 'Aalen and Johansen 1978 (competing exits)',
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
    source: 'Kaplan and Meier 1958',
    slices: ['fifth', 'group'],
  },
];

/** Hidden barriers that were found, and when. */
export const hidden: MeasureFamily = {
  id: 'hidden',
  measures,
  create: (setup) => new HiddenObserver(setup),
};

const FOUND = 1;
const LEFT = 2;

class HiddenObserver implements MeasureObserver {
  /** [row] step in which it was found, −1 so far. */
  private readonly foundAt: StepColumn;

  constructor(private readonly setup: MeasureSetup) {
    const { people } = setup.world;
    this.foundAt = stepColumn(people.latent.includes(1) ? people.count : 0);
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
    const fates = this.fatesOf(world);
    if (!fates.anybody(WHOLE)) {
      const why = 'nobody who was attached had a hidden barrier';
      return measures.map(({ id }) => valueRow(id, '', null, why));
    }
    const { clock, measures: settings } = this.setup.scenario;
    const { stepsPerWeek } = world.clock;
    const horizon = Math.min(settings.horizon, clock.followUp);
    const short = `nobody was followed for ${horizon / stepsPerWeek} weeks`;
    return sliceEntries(world.names.groups, { fifth: true, group: true }).flatMap(({ slice, index }) => {
      if (!fates.anybody(index))
        return measures.map(({ id }) => valueRow(id, slice, null, 'nobody of them had a hidden barrier'));
      const found = incidenceAt(fates.incidence(index, horizon), FOUND, horizon);
      const median = survivalQuantile(fates.survival(index, FOUND, stepsPerWeek), 0.5);
      return [
        valueRow('hidden.found', slice, found, short),
        valueRow('hidden.weeks', slice, median, 'in fewer than half it is found'),
      ];
    });
  }

  /** Steps from attachment, itself step 1, until it was found, the client left, or following ended. */
  private fatesOf(world: World): Fates {
    const { from, to } = this.setup.tallies.cohort;
    const { latent } = world.people;
    const { attachedAt, endedAt, found, status } = world.service;
    const { followUp } = this.setup.scenario.clock;
    const fates = new Fates(world, LEFT);
    for (let row = from; row < to; row++) {
      const start = attachedAt[row];
      if (latent[row] === 0 || start < 0) continue;
      const ended = endedAt[row];
      if (found[row] === 1) {
        // Who left in the very step of finding was not attached at its end any more.
        const at = this.foundAt[row] >= 0 ? this.foundAt[row] : ended;
        fates.add(row, at - start + 1, FOUND);
        continue;
      }
      const last = lastFollowed(world, followUp, row);
      const left = status[row] !== Status.attached && ended >= 0 && ended < last;
      fates.add(row, Math.max(0, (left ? ended : last) - start + 1), left ? LEFT : CENSORED);
    }
    return fates;
  }
}
