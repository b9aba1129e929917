import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { NOBODY_ATTACHED } from './follow.ts';
import type { MeasureDoc, MeasureFamily, MeasureSetup } from './measure.ts';
import { ratioRow, ratioRows, SliceCounts } from './slices.ts';

const measures: MeasureDoc[] = [
  {
    id: 'passedBack.share',
    kind: 'world',
    unit: 'share of attached clients',
    definition: 'Share of attached clients who were judged not ready and passed back at least once.',
    formula: 'clients with a passedBack event / attached.',
    reading: 'High in the hardest fifths: screening keeps them from the role that screens.',
    caveat: 'Being passed back can mean more support from the other role: see passedBack.hours.',
    slices: ['fifth', 'group'],
  },
  {
    id: 'passedBack.hours',
    kind: 'world',
    unit: 'hours a client-week',
    definition: 'Main-role contact hours per client-week after a client was first passed back.',
    formula:
      'hours of real contact / client-weeks attached and without outcome, in the weeks after the first passedBack event.',
    reading: 'Above hours.perClientWeek: who is passed back gets more from the main role.',
    caveat: 'Who is passed back differs from the others in need, so the comparison is no effect.',
    slices: [],
  },
];

/** Clients who were judged not ready, and the hours that followed. */
export const passedBack: MeasureFamily = {
  id: 'passedBack',
  measures,
  create: (setup) => ({ finish: (world) => passedBackRows(setup, world) }),
};

function passedBackRows({ tallies }: MeasureSetup, world: World): MeasureRow[] {
  const { service, names } = world;
  const passed = service.hadFirst[names.events.indexOf('passedBack')];
  const { attachedAt } = service;
  const attached = new SliceCounts(world);
  const back = new SliceCounts(world);
  for (let row = tallies.cohort.from; row < tallies.cohort.to; row++) {
    if (attachedAt[row] < 0) continue;
    attached.add(row);
    if (passed[row] >= 0) back.add(row);
  }
  const { passedBackHours } = tallies;
  const passedBackWeeks = tallies.passedBackWeeks / world.clock.stepsPerWeek;
  return [
    ...ratioRows('passedBack.share', back, attached, { fifth: true, group: true }, NOBODY_ATTACHED),
    ratioRow('passedBack.hours', '', passedBackHours, passedBackWeeks, 'nobody was passed back'),
  ];
}
