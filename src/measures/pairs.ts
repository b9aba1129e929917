import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { comparedSteps, happenedWithin, NOBODY_ATTACHED, wasAttached, wasReferred } from './follow.ts';
import type { MeasureFamily, MeasureSetup } from './measure.ts';
import { pairsDocs } from './pairsDocs.ts';
import { ratioRow, ratioRows, SliceSums } from './slices.ts';

const NOBODY_REFERRED = 'nobody was referred';

/** The second halves of pairs whose gap is the lesson: the whole population beside those served, the end beside the horizon. */
export const pairs: MeasureFamily = {
  id: 'pairs',
  measures: pairsDocs,
  create: (setup) => ({ finish: (world) => [...populationRows(setup, world), ...timeRows(setup, world)] }),
};

const byClient = { fifth: true, group: true };

/** What the rate of everybody referred is, and what the service changed in it. */
function populationRows({ scenario, tallies }: MeasureSetup, world: World): MeasureRow[] {
  const { people, clients, twins, phase, areas, service } = world;
  const steps = comparedSteps(scenario);
  const [referred, had, added] = [new SliceSums(world), new SliceSums(world), new SliceSums(world)];
  const ofArea = Object.keys(scenario.areas).length === 0 ? [] : areas.names.map(() => [0, 0, 0]);
  for (let row = tallies.cohort.from; row < tallies.cohort.to; row++) {
    if (!wasReferred(world, row)) continue;
    const own = happenedWithin(clients, people, phase.mainEvent, row, steps) ? 1 : 0;
    const twin = happenedWithin(twins, people, phase.mainEvent, row, steps) ? 1 : 0;
    referred.add(row, 1);
    had.add(row, own);
    added.add(row, own - twin);
    if (ofArea.length === 0) continue;
    const sums = ofArea[areas.ofOffice[service.office[row]]];
    sums[0]++;
    sums[1] += own;
    sums[2] += own - twin;
  }
  const byArea = (measure: string, which: number): MeasureRow[] =>
    ofArea.map((sums, area) =>
      ratioRow(measure, `area=${areas.names[area]}`, sums[which], sums[0], NOBODY_REFERRED),
    );
  return [
    ...ratioRows('population.rate', had, referred, byClient, NOBODY_REFERRED),
    ...byArea('population.rate', 1),
    ...ratioRows('population.effect', added, referred, byClient, NOBODY_REFERRED),
    ...byArea('population.effect', 2),
  ];
}

/** What those served have by the scheme's horizon, and what they have in the end. */
function timeRows({ scenario, tallies }: MeasureSetup, world: World): MeasureRow[] {
  const { clients, twins, phase, service } = world;
  const { horizon } = scenario.measures;
  const sums = () => new SliceSums(world);
  const [attached, short, long, shortAdded, longAdded] = [sums(), sums(), sums(), sums(), sums()];
  const [hours, lateHours] = [sums(), sums()];
  for (let row = tallies.cohort.from; row < tallies.cohort.to; row++) {
    if (!wasAttached(world, row)) continue;
    const limit = service.attachedAt[row] + horizon;
    const [own, twin] = [clients, twins].map(({ firstEvent }) => firstEvent[phase.mainEvent][row]);
    const by = (step: number, last: number): number => (step >= 0 && step < last ? 1 : 0);
    const [ownShort, ownLong] = [by(own, limit), by(own, Infinity)];
    attached.add(row, 1);
    short.add(row, ownShort);
    long.add(row, ownLong);
    shortAdded.add(row, ownShort - by(twin, limit));
    longAdded.add(row, ownLong - by(twin, Infinity));
    if (ownLong === 0) continue;
    hours.add(row, service.contactHours[row]);
    if (ownShort === 0) lateHours.add(row, service.contactHours[row]);
  }
  return [
    ...ratioRows('short.rate', short, attached, byClient, NOBODY_ATTACHED),
    ...ratioRows('long.rate', long, attached, byClient, NOBODY_ATTACHED),
    ...ratioRows('short.added', shortAdded, attached, byClient, NOBODY_ATTACHED),
    ...ratioRows('long.added', longAdded, attached, byClient, NOBODY_ATTACHED),
    ...ratioRows(
      'late.hoursShare',
      lateHours,
      hours,
      byClient,
      'no contact hours went to clients with the event',
    ),
  ];
}
