import type { World } from '../model/world.ts';
import { survivalQuantile } from '../statistics/index.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { CONTACT_ENDS_COUNT, noneCanCount, UNDEFINED_WHERE_CONTACT_ENDS } from './contactEnds.ts';
import { CENSORED, Fates } from './fates.ts';
import { lastFollowed, NO_CLAIM_WEEKS, NOBODY_ATTACHED } from './follow.ts';
import type { MeasureDoc, MeasureFamily, MeasureSetup } from './measure.ts';
import {
  FIFTHS,
  fifthSlice,
  joinSlices,
  ratioRow,
  ratioRows,
  SliceCounts,
  SliceSums,
  type Slicing,
  sliceEntries,
  valueRow,
} from './slices.ts';
import { type ClientWeeks, FIRST_WEEKS } from './tallies.ts';

/** The cause of an end of waiting that is no end of following: the first real contact. */
const SEEN = 1;

const PER_WEEK =
  'hours of real contact in client-weeks attached and without outcome / those client-weeks; weeks in stages that the role does not serve (`claims` of 0) are left out';

const measures: MeasureDoc[] = [
  {
    id: 'hours.perClientWeek',
    kind: 'world',
    unit: 'hours a client-week',
    definition: 'Contact hours with the main role per client-week attached and without outcome.',
    formula: `${PER_WEEK}.`,
    reading: 'Over fifths: falling from 1 to 5 means that time goes to those with the least need.',
    caveat: `Easy clients leave the count early; hours.first26 keeps the same people in every design. ${UNDEFINED_WHERE_CONTACT_ENDS}`,
    slices: ['fifth', 'group'],
  },
  {
    id: 'hours.byRole',
    kind: 'world',
    unit: 'hours a client-week',
    definition: 'Contact hours with each role per client-week attached and without outcome.',
    formula: `${PER_WEEK}, for each role.`,
    reading: 'Shows which role turns to whom.',
    caveat: `Hours of different roles are not worth the same. ${UNDEFINED_WHERE_CONTACT_ENDS}`,
    slices: ['role', 'role,fifth'],
  },
  {
    id: 'hours.byDisposition',
    kind: 'world',
    unit: 'hours a client-week',
    definition:
      'Contact hours with the main role, by disposition of the client’s caseworker and fifth of need.',
    formula: `${PER_WEEK}, of clients whose caseworker of the main role has the disposition.`,
    reading: 'Shows whose own leanings make the pattern.',
    caveat: `Pressure moves all dispositions: see staff.goalStrain. ${UNDEFINED_WHERE_CONTACT_ENDS}`,
    slices: ['disposition,fifth'],
  },
  {
    id: 'hours.first26',
    kind: 'world',
    unit: 'hours a client',
    definition: 'Contact hours with the main role in the first 26 weeks from attachment, per client.',
    formula:
      'hours of real contact in those weeks, with or without outcome / attached clients followed for 26 weeks.',
    reading: 'As hours.perClientWeek, over the same people in every design that attaches the same people.',
    caveat: 'Clients with an early outcome or who leave count with the few hours that they needed.',
    slices: ['fifth'],
  },
  {
    id: 'contact.firstWeek',
    kind: 'world',
    unit: 'weeks',
    better: 'lower',
    definition: 'Median week of the first real contact, counted from attachment as week 1.',
    formula: 'Kaplan–Meier median; clients who leave or are followed no longer before it are censored.',
    reading: 'High: new clients wait.',
    caveat: 'Undefined where fewer than half are ever seen.',
    source: 'Kaplan and Meier 1958',
    slices: ['fifth'],
  },
];

/** Who gets the caseworkers' time. */
export const hours: MeasureFamily = {
  id: 'hours',
  measures,
  create: (setup) => ({
    finish: (world) => [
      ...hoursPerWeek(setup.tallies, world, setup.tallies.realHours),
      ...hoursByDisposition(setup, world),
      ...firstHours(setup, world),
      ...firstContact(setup, world),
    ],
  }),
};

/**
 * Hours of these client-weeks by role; the main role's stand as the whole, too. With the hours of all real contact by role it is
 * told where hours of 0 are no finding.
 */
export function hoursPerWeek(tallies: ClientWeeks, world: World, realHours?: Float64Array): MeasureRow[] {
  const { from, to } = tallies.cohort;
  const { stepsPerWeek } = world.clock;
  const rows: MeasureRow[] = [];
  world.names.roles.forEach((name, role) => {
    const weeks = new SliceSums(world);
    const given = new SliceSums(world);
    const stepsOf = tallies.claimWeeksOf(role);
    const hoursOf = tallies.roleHours[role];
    for (let row = from; row < to; row++) {
      if (stepsOf[row] === 0) continue;
      weeks.add(row, stepsOf[row] / stepsPerWeek);
      given.add(row, hoursOf[row]);
    }
    const none = noneCanCount(given.whole, realHours?.[role] ?? 0);
    const rowsOf = (measure: string, slicing: Slicing): MeasureRow[] =>
      none
        ? sliceEntries(world.names.groups, slicing).map(({ slice }) =>
            valueRow(measure, slice, null, CONTACT_ENDS_COUNT),
          )
        : ratioRows(measure, given, weeks, slicing, NO_CLAIM_WEEKS);
    if (role === 0) rows.push(...rowsOf('hours.perClientWeek', { fifth: true, group: true }));
    for (const each of rowsOf('hours.byRole', { fifth: true }))
      rows.push({ ...each, slice: joinSlices(`role=${name}`, each.slice) });
  });
  return rows;
}

function hoursByDisposition({ tallies }: MeasureSetup, world: World): MeasureRow[] {
  const counted = tallies.dispositionHours.reduce((sum, hours) => sum + hours, 0);
  const none = noneCanCount(counted, tallies.realHours[0]);
  return world.names.dispositions.flatMap((name, disposition) =>
    Array.from({ length: FIFTHS }, (_, fifth) => {
      const cell = disposition * FIFTHS + fifth;
      const slice = joinSlices(`disposition=${name}`, fifthSlice(fifth));
      const { dispositionHours, dispositionWeeks } = tallies;
      const why = 'no client-week with a caseworker of this disposition';
      const weeks = dispositionWeeks[cell] / world.clock.stepsPerWeek;
      return none
        ? valueRow('hours.byDisposition', slice, null, CONTACT_ENDS_COUNT)
        : ratioRow('hours.byDisposition', slice, dispositionHours[cell], weeks, why);
    }),
  );
}

function firstHours({ tallies, scenario }: MeasureSetup, world: World): MeasureRow[] {
  const { attachedAt } = world.service;
  const { firstHours } = tallies;
  const least = FIRST_WEEKS * world.clock.stepsPerWeek;
  const clients = new SliceCounts(world);
  const given = new SliceSums(world);
  for (let row = tallies.cohort.from; row < tallies.cohort.to; row++) {
    if (attachedAt[row] < 0) continue;
    const last = lastFollowed(world, scenario.clock.followUp, row);
    if (last - attachedAt[row] + 1 < least) continue;
    clients.add(row);
    given.add(row, firstHours[row]);
  }
  const why = `no attached client was followed for ${FIRST_WEEKS} weeks`;
  return ratioRows('hours.first26', given, clients, { fifth: true }, why);
}

function firstContact({ tallies, scenario }: MeasureSetup, world: World): MeasureRow[] {
  const { attachedAt, endedAt, lastReal } = world.service;
  const fates = new Fates(world, SEEN);
  for (let row = tallies.cohort.from; row < tallies.cohort.to; row++) {
    const start = attachedAt[row];
    if (start < 0) continue;
    // Who left in the very week of the first contact was not in the tallies of that week any more.
    const seen = tallies.firstContact[row] > 0 ? tallies.firstContact[row] : lastReal[row] - start + 1;
    if (seen > 0) {
      fates.add(row, seen, SEEN);
      continue;
    }
    const last = lastFollowed(world, scenario.clock.followUp, row);
    const ended = endedAt[row];
    const followed = (ended >= 0 ? Math.min(ended, last) : last) - start + 1;
    fates.add(row, Math.max(0, followed), CENSORED);
  }
  return sliceEntries(world.names.groups, { fifth: true }).map(({ slice, index }) => {
    if (!fates.anybody(index)) return valueRow('contact.firstWeek', slice, null, NOBODY_ATTACHED);
    const week = survivalQuantile(fates.survival(index, SEEN, world.clock.stepsPerWeek), 0.5);
    return valueRow('contact.firstWeek', slice, week, 'fewer than half were seen');
  });
}
