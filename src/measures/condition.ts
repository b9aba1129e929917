import { chosen } from '../model/chosen.ts';
import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { NO_CLAIM_WEEKS, wasReferred } from './follow.ts';
import type { MeasureDoc, MeasureFamily, MeasureSetup } from './measure.ts';
import { joinSlices, ratioRow, ratioRows, SliceCounts, SliceSums, valueRow } from './slices.ts';

const HAS = 'true barrier `measures.condition.barrier` at referral is at least `measures.condition.from`';

const measures: MeasureDoc[] = [
  {
    id: 'condition.rate',
    kind: 'world',
    unit: 'share of referred clients',
    definition: 'Share of the clients referred who have the condition, such as a health condition.',
    formula: `clients whose ${HAS} / clients referred, in the cohort.`,
    reading: 'By group: how far what forms see tells who has it.',
    caveat: 'It is a cut through a barrier: where the cut lies is a definition of the scenario.',
    slices: ['group'],
  },
  {
    id: 'condition.inGroups',
    kind: 'world',
    unit: 'share of referred clients with the condition',
    definition: 'Of the clients with the condition, the share who are in `measures.condition.groups`.',
    formula: `clients of these groups whose ${HAS} / all clients of whom that is true.`,
    reading:
      'High, for groups with low prices: those for whom prices are to be high are priced as if nothing ailed them.',
    caveat: 'Hangs on the cut as well as on the groups.',
    slices: [],
  },
  {
    id: 'condition.hours',
    kind: 'world',
    unit: 'hours a client-week',
    definition:
      'Contact hours with the main role per client-week attached and without outcome, for clients with the condition and without it.',
    formula:
      'as hours.perClientWeek, over clients with it (`has=yes`) and without it (`has=no`), and for each within each group.',
    reading: 'Less with it than without it, within one group: the same price, and less time.',
    caveat: 'Who has it is known to the model and not to caseworkers, who see apparent need.',
    slices: ['has', 'has,group'],
  },
];

/** Who has a condition, where these clients are, and what time they get. Nothing unless `measures.condition` names a barrier. */
export const condition: MeasureFamily = {
  id: 'condition',
  measures,
  create: (setup) => ({
    finish: (world) => (setup.settings.condition.barrier === '' ? [] : conditionRows(setup, world)),
  }),
};

function conditionRows({ tallies, settings }: MeasureSetup, world: World): MeasureRow[] {
  const { names, people, clock } = world;
  const { barrier, from, groups } = settings.condition;
  const level = people.barriers[names.barriers.indexOf(barrier)];
  const meant = chosen(groups, names.groups);
  const referred = new SliceCounts(world);
  const having = new SliceCounts(world);
  const claimWeeks = tallies.claimWeeksOf(0);
  const sides = ['yes', 'no'].map((has) => ({
    has,
    hours: new SliceSums(world),
    weeks: new SliceSums(world),
  }));
  for (let row = tallies.cohort.from; row < tallies.cohort.to; row++) {
    if (!wasReferred(world, row)) continue;
    const has = level[row] >= from;
    referred.add(row);
    if (has) having.add(row);
    const { hours, weeks } = sides[has ? 0 : 1];
    hours.add(row, tallies.roleHours[0][row]);
    weeks.add(row, claimWeeks[row] / clock.stepsPerWeek);
  }
  const inGroups = meant.reduce((sum, counts, group) => sum + (counts ? having.ofGroup(group) : 0), 0);
  const nobody = 'nobody who was referred has it';
  return [
    ...ratioRows('condition.rate', having, referred, { group: true }, 'nobody was referred'),
    having.whole === 0
      ? valueRow('condition.inGroups', '', null, nobody)
      : ratioRow('condition.inGroups', '', inGroups, having.whole, nobody),
    ...sides.flatMap(({ has, hours, weeks }) =>
      ratioRows('condition.hours', hours, weeks, { group: true }, NO_CLAIM_WEEKS).map((each) => ({
        ...each,
        slice: joinSlices(`has=${has}`, each.slice),
      })),
    ),
  ];
}
