import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { wasAttached, wasReferred } from './follow.ts';
import type { MeasureDoc, MeasureFamily, MeasureSetup } from './measure.ts';
import { ratioRows, SliceSums } from './slices.ts';

const measures: MeasureDoc[] = [
  {
    id: 'unmet.need',
    kind: 'world',
    unit: 'share of need at referral',
    better: 'lower',
    definition: 'Share of the need of the referred that nobody met.',
    formula:
      'Σ need at referral × part unmet / Σ need at referral, over everybody referred; part unmet = 1 for who was never attached, else the share of client-weeks attached and without outcome with no real contact for `measures.parkedAfter` weeks.',
    reading: 'By group: who lives off what is left when money and attention go elsewhere.',
    caveat:
      'People who did not want the place count as unmet, too. Of who had the outcome at once nothing is unmet.',
    slices: ['fifth', 'group'],
  },
];

/** Need that is not served. */
export const unmet: MeasureFamily = {
  id: 'unmet',
  measures,
  create: (setup) => ({ finish: (world) => unmetRows(setup, world) }),
};

function unmetRows({ tallies }: MeasureSetup, world: World): MeasureRow[] {
  const { need } = world.people;
  const { claimWeeks } = tallies;
  const all = new SliceSums(world);
  const missed = new SliceSums(world);
  for (let row = tallies.cohort.from; row < tallies.cohort.to; row++) {
    if (!wasReferred(world, row)) continue;
    const weeks = claimWeeks[row];
    const alone = weeks > 0 ? tallies.weeksWithoutContact(row) / weeks : 0;
    all.add(row, need[row]);
    missed.add(row, need[row] * (wasAttached(world, row) ? alone : 1));
  }
  return ratioRows('unmet.need', missed, all, { fifth: true, group: true }, 'nobody with needs was referred');
}
