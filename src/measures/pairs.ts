import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { comparedSteps, isWithin, NOBODY_ATTACHED, wasReferred } from './follow.ts';
import type { MeasureFamily, MeasureSetup } from './measure.ts';
import { pairsDocs } from './pairsDocs.ts';
import { ratioRow, ratioRows, SliceCounts, SliceSums } from './slices.ts';

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
  const { clients, twins, phase, areas, service } = world;
  const { referredAt } = world.people;
  const ownAt = clients.firstEvent[phase.mainEvent];
  const twinAt = twins.firstEvent[phase.mainEvent];
  const steps = comparedSteps(scenario);
  const [referred, had, added] = Array.from({ length: 3 }, () => new SliceCounts(world));
  const ofArea = Object.keys(scenario.areas).length === 0 ? [] : areas.names.map(() => [0, 0, 0]);
  for (let row = tallies.cohort.from; row < tallies.cohort.to; row++) {
    if (!wasReferred(world, row)) continue;
    const own = isWithin(ownAt[row], referredAt[row], steps) ? 1 : 0;
    const twin = isWithin(twinAt[row], referredAt[row], steps) ? 1 : 0;
    referred.add(row);
    if (own !== 0) had.add(row);
    if (own !== twin) added.add(row, own - twin);
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
  const { attachedAt, contactHours } = service;
  const { horizon } = scenario.measures;
  const ownAt = clients.firstEvent[phase.mainEvent];
  const twinAt = twins.firstEvent[phase.mainEvent];
  const counts = () => new SliceCounts(world);
  const [attached, short, long, shortAdded, longAdded] = Array.from({ length: 5 }, counts);
  const [hours, lateHours] = [new SliceSums(world), new SliceSums(world)];
  for (let row = tallies.cohort.from; row < tallies.cohort.to; row++) {
    if (attachedAt[row] < 0) continue;
    const limit = attachedAt[row] + horizon;
    const own = ownAt[row];
    const twin = twinAt[row];
    const ownLong = own >= 0 ? 1 : 0;
    const twinLong = twin >= 0 ? 1 : 0;
    const ownShort = own < limit ? ownLong : 0;
    const twinShort = twin < limit ? twinLong : 0;
    attached.add(row);
    if (ownShort !== twinShort) shortAdded.add(row, ownShort - twinShort);
    if (ownLong !== twinLong) longAdded.add(row, ownLong - twinLong);
    if (ownLong === 0) continue;
    long.add(row);
    hours.add(row, contactHours[row]);
    if (ownShort === 1) short.add(row);
    else lateHours.add(row, contactHours[row]);
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
