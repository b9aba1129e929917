import type { World } from '../model/world.ts';
import { weightedQuantile } from '../statistics/index.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { NO_CLAIM_WEEKS } from './follow.ts';
import { mostlyParked } from './harm.ts';
import type { MeasureDoc, MeasureFamily, MeasureSetup } from './measure.ts';
import { FIFTHS, fifthSlice, ratioRow, ratioRows, SliceCounts, valueRow } from './slices.ts';
import { type ClientWeeks, GAPS } from './tallies.ts';

const OVER = '/ client-weeks attached and without outcome. The count of weeks starts at attachment';
const CONTACT = 'real contact with a role whose contact moves barriers';

const share = (
  id: string,
  definition: string,
  formula: string,
  reading: string,
  caveat: string,
): MeasureDoc => ({
  id,
  kind: 'world',
  unit: 'share of client-weeks',
  better: 'lower',
  definition,
  formula,
  reading,
  caveat,
  slices: ['fifth'],
});

const measures: MeasureDoc[] = [
  share(
    'parking.share',
    'Share of client-weeks spent parked, of any of the three kinds.',
    'parking.unseen + parking.holding + parking.token.',
    'High: the programme holds clients whom it does not help.',
    'It depends on `parkedAfter`, one value for all designs; parking.gap8, gap13 and gap26 show how much.',
  ),
  share(
    'parking.unseen',
    'Share of client-weeks in which the client has been out of sight.',
    `Client-weeks with no ${CONTACT} for \`parkedAfter\` weeks, and none on record either ${OVER}.`,
    'High: clients under the line get nothing.',
    'The weeks before the count reaches `parkedAfter` are not parked, though nobody was seen in them.',
  ),
  share(
    'parking.holding',
    'Share of client-weeks in a holding pattern: contact that matches none of the client’s barriers.',
    `Client-weeks with ${CONTACT} within \`parkedAfter\` weeks, but for as long none in an activity that moves a barrier of at least \`matchFrom\` ${OVER}.`,
    'High: generic courses stand in for help.',
    'A client without a barrier that needs help counts as matched in any contact.',
  ),
  share(
    'parking.token',
    'Share of client-weeks in which the record says seen and the client was not.',
    `Client-weeks with no ${CONTACT} for \`parkedAfter\` weeks, but a contact on record within them ${OVER}.`,
    'High: required contacts are met in form only.',
    '0 where no contact is in form only, as where no rule requires contacts.',
  ),
  ...GAPS.map((gap) =>
    share(
      `parking.gap${gap}`,
      `Share of client-weeks with no real contact for at least ${gap} weeks.`,
      `Client-weeks with no ${CONTACT} for at least ${gap} weeks ${OVER}.`,
      'Read beside the shares over other gaps: how much hangs on where the line is drawn.',
      'Under equal turns too clients wait: compare with caseload over contacts a week.',
    ),
  ),
  {
    id: 'parking.mostly',
    kind: 'world',
    unit: 'share of clients',
    better: 'lower',
    definition:
      'Share of clients who were parked without real contact in more than half of their client-weeks.',
    formula:
      'clients with unseen and token weeks together above half of the client-weeks attached and without outcome / clients with such weeks. These are the people of harm.parking.',
    reading: 'High: parking is the lot of some, not a passing wait of all.',
    caveat: 'Clients with short stays seldom reach it.',
    slices: ['fifth'],
  },
  {
    id: 'parking.spell',
    kind: 'world',
    unit: 'weeks',
    better: 'lower',
    definition: 'Length of a spell of parked weeks without real contact: the median and the 90th percentile.',
    formula:
      'Quantiles over spells, from the first parked week to the last; the weeks before it are not added.',
    reading: 'High: who is parked stays parked.',
    caveat: 'Spells cut by an outcome, by leaving or by the end of the run count at the length reached.',
    slices: ['quantile'],
  },
];

/** Who is held by the programme without help. */
export const parking: MeasureFamily = {
  id: 'parking',
  measures,
  create: (setup) => ({
    finish: (world) => [...parkedRows(setup.tallies, world), ...gapShares(setup), ...spellRows(setup)],
  }),
};

/** How these client-weeks were spent, parked ones by kind. */
export function parkedRows(tallies: ClientWeeks, world: World): MeasureRow[] {
  const counts = () => new SliceCounts(world);
  const [weeks, parked, unseen, holding, token, clients, mostly] = Array.from({ length: 7 }, counts);
  const { cohort, claimWeeks, unseenWeeks, holdingWeeks, tokenWeeks } = tallies;
  for (let row = cohort.from; row < cohort.to; row++) {
    if (claimWeeks[row] === 0) continue;
    weeks.add(row, claimWeeks[row]);
    unseen.add(row, unseenWeeks[row]);
    holding.add(row, holdingWeeks[row]);
    token.add(row, tokenWeeks[row]);
    parked.add(row, unseenWeeks[row] + holdingWeeks[row] + tokenWeeks[row]);
    clients.add(row);
    if (mostlyParked(tallies, row)) mostly.add(row);
  }
  const byFifth = { fifth: true };
  return [
    ...ratioRows('parking.share', parked, weeks, byFifth, NO_CLAIM_WEEKS),
    ...ratioRows('parking.unseen', unseen, weeks, byFifth, NO_CLAIM_WEEKS),
    ...ratioRows('parking.holding', holding, weeks, byFifth, NO_CLAIM_WEEKS),
    ...ratioRows('parking.token', token, weeks, byFifth, NO_CLAIM_WEEKS),
    ...ratioRows('parking.mostly', mostly, clients, byFifth, NO_CLAIM_WEEKS),
  ];
}

function gapShares({ tallies, world }: MeasureSetup): MeasureRow[] {
  const weeks = new Float64Array(FIFTHS);
  const { cohort, claimWeeks } = tallies;
  const { fifth } = world.people;
  for (let row = cohort.from; row < cohort.to; row++) weeks[fifth[row]] += claimWeeks[row];
  const allWeeks = weeks.reduce((sum, each) => sum + each, 0);
  return GAPS.flatMap((gap) => {
    const id = `parking.gap${gap}`;
    const over = Array.from(weeks, (_, fifth) => tallies.weeksOverGap(gap, fifth));
    const allOver = over.reduce((sum, each) => sum + each, 0);
    return [
      ratioRow(id, '', allOver, allWeeks, NO_CLAIM_WEEKS),
      ...over.map((value, k) => ratioRow(id, fifthSlice(k), value, weeks[k], NO_CLAIM_WEEKS)),
    ];
  });
}

function spellRows({ tallies, world }: MeasureSetup): MeasureRow[] {
  const spells = tallies.spells();
  const lengths = spells.map((_, steps) => steps / world.clock.stepsPerWeek);
  const quantile = (slice: string, p: number): MeasureRow =>
    valueRow('parking.spell', slice, weightedQuantile(lengths, spells, p), 'nobody was parked');
  return [quantile('quantile=median', 0.5), quantile('quantile=p90', 0.9)];
}
